/**
 * The letters of cards: an edition's faces from `ui/fonts`, with the cuts of Noto Sans for Greek, Cyrillic and
 * Vietnamese beside them. Owns widths, pairs and shapes, each worked out once. No font of the system is asked.
 */
import * as fontkit from 'fontkit';
import { cuts, face } from '#app/features/submissions/files/typeface.server.ts';
import type { Faces } from '#app/ui/faces.ts';
import { shapeOf, straightened, type Point, type Shape } from './coverage.ts';

export interface Letters {
  has(words: string): boolean;
  /** In ems, without what pairs of letters take from it. */
  widthOf(sign: string): number;
  /** Where each sign stands, in ems, and how far they reach together. */
  set(words: string): { signs: { sign: string; x: number }[]; width: number };
  /** `shift`: by how many quarters of a point it stands to the right. */
  shape(sign: string, points: number, shift: number): Shape;
}

/** The face that was chosen, then the one that has more letters: words are set in the first that has all of theirs. */
export type Voice = readonly Letters[];

/** What stands in for the faces of the reader's device, which we have not. */
const slices = {
  heading: {
    newsreader: 'display',
    serif: 'display',
    'space-grotesk': 'grotesk',
    'source-sans': 'text-strong',
    sans: 'text-strong',
  },
  text: { 'source-sans': 'text', sans: 'text', newsreader: 'serif', serif: 'serif' },
} as const;

/** `shipped`: the bytes of a file of `ui/fonts`. */
export function lettersFor(shipped: (name: string) => Uint8Array) {
  const own = cached((name) => load([shipped(`${name}.woff2`), shipped(`${name}-rest.woff2`)]));
  let others: Promise<Letters> | null = null;
  return async ({ heading, text }: Faces): Promise<Record<'heading' | 'text' | 'strong', Voice>> => {
    others ??= face().then(({ bytes }) => load(cuts.map((cut) => bytes[cut])));
    const more = await others;
    return {
      heading: [own(slices.heading[heading]), more],
      text: [own(slices.text[text]), more],
      strong: [own(`${slices.text[text]}-strong`), more],
    };
  };
}

type Font = fontkit.Font;

/** Files are opened when a sign first needs them: the usual ones are in the first. */
function load(files: Uint8Array[]): Letters {
  const opened = new Map<number, Font>();
  const font = (at: number) => {
    if (!opened.has(at)) opened.set(at, fontkit.create(Buffer.from(files[at]!)) as Font);
    return opened.get(at)!;
  };
  const fonts = cached((sign: string): Font | null => {
    for (let at = 0; at < files.length; at++)
      if (font(at).hasGlyphForCodePoint(sign.codePointAt(0)!)) return font(at);
    return null;
  });
  const glyph = (sign: string) => fonts(sign)?.glyphForCodePoint(sign.codePointAt(0)!);
  const widthOf = cached((sign: string) => {
    const found = fonts(sign);
    return found ? glyph(sign)!.advanceWidth / found.unitsPerEm : 0;
  });
  const closer = cached((pair: string) => {
    const [one, other] = [...pair] as [string, string];
    const found = fonts(one);
    if (found === null || found !== fonts(other)) return 0;
    const { glyphs, positions } = found.layout(pair, ['kern']);
    // Two that become one sign are drawn as two.
    if (glyphs.length !== 2) return 0;
    return positions[0]!.xAdvance / found.unitsPerEm - widthOf(one);
  });
  const shapes = cached((key: string) => {
    const [points, shift, ...sign] = key.split(' ');
    const found = fonts(sign.join(' '))!;
    return shapeOf(
      outlinesOf(glyph(sign.join(' '))!.path, Number(points) / found.unitsPerEm, Number(shift) / 4),
    );
  });
  return {
    has: (words) => [...words].every((sign) => fonts(sign) !== null),
    widthOf,
    set(words) {
      let x = 0;
      let before = '';
      const signs = [...words].map((sign) => {
        if (before) x += closer(before + sign);
        const here = { sign, x };
        x += widthOf(sign);
        before = sign;
        return here;
      });
      return { signs, width: x };
    },
    shape: (sign, points, shift) => shapes(`${points} ${shift} ${sign}`),
  };
}

/** A thousand signs in every size are some megabytes; whoever has more begins anew. */
function cached<T>(work: (key: string) => T, most = 5000): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (!known.has(key)) {
      if (known.size >= most) known.clear();
      known.set(key, work(key));
    }
    return known.get(key)!;
  };
}

function outlinesOf({ commands }: fontkit.Path, scale: number, shift: number): Point[][] {
  const outlines: Point[][] = [];
  for (const { command, args } of commands) {
    const points = Array.from(
      { length: args.length / 2 },
      (_, at): Point => [args[2 * at]! * scale + shift, -args[2 * at + 1]! * scale],
    );
    const to = points.at(-1);
    if (!to) continue;
    if (command === 'moveTo') outlines.push([to]);
    else if (points.length === 1) outlines.at(-1)!.push(to);
    else outlines.at(-1)!.push(...straightened(outlines.at(-1)!.at(-1)!, points.slice(0, -1), to));
  }
  return outlines;
}
