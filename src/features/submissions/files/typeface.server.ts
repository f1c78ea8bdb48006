/** The face in which typed descriptions are set: Latin, Greek and Cyrillic, in subsets that stand in `fonts/`. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

export const cuts = [
  'latin',
  'latin-ext',
  'greek',
  'greek-ext',
  'cyrillic',
  'cyrillic-ext',
  'vietnamese',
] as const;
export type Cut = (typeof cuts)[number];

export interface Face {
  bytes: Record<Cut, Uint8Array>;
  /** The cut that has this sign, the one before it where that will do; null where none has. */
  cutFor(sign: string, before?: Cut | null): Cut | null;
  /** In ems. */
  widthOf(sign: string): number;
}

let loading: Promise<Face> | null = null;

/** Read once, when first something is typed. */
export function face(): Promise<Face> {
  loading ??= load();
  loading.catch(() => (loading = null));
  return loading;
}

async function load(): Promise<Face> {
  // By name, because the bundled pages lie elsewhere than their source.
  const { resolve } = createRequire(import.meta.url);
  const loaded = await Promise.all(
    cuts.map(async (cut) => {
      const bytes = await readFile(resolve(`#app/features/submissions/files/fonts/noto-sans-${cut}.woff`));
      return { cut, bytes: new Uint8Array(bytes), font: fontkit.create(bytes) as fontkit.Font };
    }),
  );
  const fonts = Object.fromEntries(loaded.map(({ cut, font }) => [cut, font])) as Record<Cut, fontkit.Font>;
  const has = (cut: Cut, sign: string) => fonts[cut].hasGlyphForCodePoint(sign.codePointAt(0)!);
  const cutFor: Face['cutFor'] = (sign, before = null) =>
    before && has(before, sign) ? before : (cuts.find((cut) => has(cut, sign)) ?? null);
  const widths = new Map<string, number>();
  return {
    bytes: Object.fromEntries(loaded.map(({ cut, bytes }) => [cut, bytes])) as Record<Cut, Uint8Array>,
    cutFor,
    widthOf(sign) {
      const known = widths.get(sign);
      if (known !== undefined) return known;
      const cut = cutFor(sign);
      const font = cut && fonts[cut];
      const glyph = font?.glyphForCodePoint(sign.codePointAt(0)!);
      const width = glyph ? glyph.advanceWidth / font!.unitsPerEm : widthElsewhere(sign);
      widths.set(sign, width);
      return width;
    },
  };
}

/** A guess for signs we cannot print, so that a text in them has about the same room. */
const widthElsewhere = (sign: string) =>
  /\p{M}/u.test(sign)
    ? 0
    : /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{Extended_Pictographic}]/u.test(sign)
      ? 1
      : 0.6;
