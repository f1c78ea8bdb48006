/**
 * Draws the picture of a page: a rule in the edition's colour, the edition's name and days, the title as large as it
 * fits, at the foot who or where. Only shapes of letters reach the picture, so no text of anybody's can do anything in
 * it. Words that our faces have no letters for are left out, never shown as boxes.
 */
import type { Drawer } from '../drawer.server.ts';
import { canvas, type Canvas } from './canvas.server.ts';
import { inksOf, size, type Card } from './card.ts';
import { lettersFor, type Letters, type Voice } from './letters.server.ts';
import { logoOn } from './logo.server.ts';
import { fitted } from './setting.server.ts';

const edge = 72;
const width = size.width - 2 * edge;
const bar = { top: 60, height: 8 };
const head = { size: 30, base: 130, middle: 120 };
const title = { top: 190, width, height: 290, sizes: [100, 88, 76, 66, 58, 52], leading: 1.12, most: 4 };
const foot = { size: 32, base: 562, leading: 42, most: 2 };
const [ink, muted, accent] = [0, 1, 2];

const voices = new WeakMap<Drawer['fonts'], ReturnType<typeof lettersFor>>();

export async function drawCard(card: Card, { fonts }: Pick<Drawer, 'fonts'>): Promise<Buffer> {
  const known = voices.get(fonts) ?? lettersFor((name) => fonts.get(name)!.bytes);
  voices.set(fonts, known);
  const { heading, text, strong } = await known(card.faces);
  const inks = inksOf(card);
  const logo = card.logo && (await logoOn(inks.ground, card.logo));
  // From here on nothing waits: there is one canvas.
  const sheet = canvas(size, inks.ground, [
    { colour: inks.ink, shades: 7 },
    { colour: inks.muted, shades: 5 },
    { colour: inks.accent, shades: 1 },
  ]);
  sheet.bar(accent, edge, bar.top, width, bar.height);
  const said = sayable(card.title, heading);
  let left = edge;
  if (logo) {
    sheet.picture(logo.points, logo.width, left, Math.round(head.middle - logo.height / 2));
    left += logo.width + 28;
  }
  drawHead(sheet, { name: said && sayable(card.name, strong), when: sayable(card.when, text), left });
  drawTitle(sheet, said ?? sayable(card.name, heading) ?? sayable(card.slug, heading)!);
  drawFoot(sheet, card.foot.flatMap((one) => sayable(one, text) ?? []).slice(0, foot.most));
  return sheet.png();
}

/** Words that can be set, and in what. */
interface Said {
  words: string;
  letters: Letters;
}

/** Marks that our faces cannot place, and small pictures among words, are not worth a title: the rest is said. */
function sayable(words: string, voice: Voice): Said | null {
  const plain = words
    .normalize('NFC')
    .replaceAll(/[\p{Extended_Pictographic}\p{Cf}\ufe0f]/gu, (sign) => (/[©®™]/.test(sign) ? sign : ''))
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (plain === '' || /\p{M}/u.test(plain)) return null;
  const letters = voice.find(({ has }) => has(plain));
  return letters ? { words: plain, letters } : null;
}

function drawHead(
  sheet: Canvas,
  { name, when, left }: { name: Said | null; when: Said | null; left: number },
): void {
  const days = when ? when.letters.set(when.words).width * head.size : 0;
  const right = name ? size.width - edge - days : left;
  if (when) put(sheet, when.letters, when.words, { ink: muted, size: head.size, x: right, y: head.base });
  if (!name) return;
  const room = { width: right - left - 40, height: head.size, sizes: [head.size, 26], leading: 1, most: 1 };
  const { lines, size: points } = fitted(name.words, name.letters, room);
  put(sheet, name.letters, lines[0]!, { ink, size: points, x: left, y: head.base });
}

function drawTitle(sheet: Canvas, { words, letters }: Said): void {
  const { lines, size: points } = fitted(words, letters, title);
  for (const [at, line] of lines.entries()) {
    const y = Math.round(title.top + (0.8 + at * title.leading) * points);
    put(sheet, letters, line, { ink, size: points, x: edge, y });
  }
}

function drawFoot(sheet: Canvas, feet: Said[]): void {
  const most = foot.most / Math.max(1, feet.length);
  const room = { width, height: Infinity, sizes: [foot.size], leading: 1, most };
  const below = feet.flatMap(({ words, letters }) =>
    fitted(words, letters, room).lines.map((line) => ({ line, letters })),
  );
  for (const [at, { line, letters }] of below.entries()) {
    const y = foot.base - (below.length - 1 - at) * foot.leading;
    put(sheet, letters, line, { ink: muted, size: foot.size, x: edge, y });
  }
}

function put(
  sheet: Canvas,
  letters: Letters,
  words: string,
  { ink, size, x, y }: { ink: number; size: number; x: number; y: number },
): void {
  // Large letters stand on whole points: nobody sees it, and the same ones are packed once.
  const step = size > 40 ? 4 : 2;
  for (const { sign, x: along } of letters.set(words).signs) {
    const quarters = Math.round(((x + along * size) * 4) / step) * step;
    sheet.letter(ink, letters.shape(sign, size, quarters % 4), Math.floor(quarters / 4), y);
  }
}
