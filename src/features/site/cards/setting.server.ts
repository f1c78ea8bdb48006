/** Words of a card in lines: as large as they fit, lines of about the same length, the rest told by an ellipsis. */
import { linesOf } from '../label-words.server.ts';
import type { Letters } from './letters.server.ts';

export interface Room {
  width: number;
  height: number;
  /** In points, the largest first. */
  sizes: readonly number[];
  /** From line to line, in ems. */
  leading: number;
  most: number;
}

export interface Lines {
  lines: string[];
  size: number;
}

export function fitted(
  words: string,
  { widthOf }: Letters,
  { width, height, sizes, leading, most }: Room,
): Lines {
  const broken = (size: number, many: number, wide = width) =>
    linesOf(words, { width: wide / size, most: many, widthOf });
  const longest = (size: number) =>
    Math.max(
      0,
      ...words.split(/\s+/).map((word) => [...word].reduce((sum, sign) => sum + widthOf(sign), 0) * size),
    );
  for (const size of sizes) {
    const room = Math.min(most, Math.max(1, Math.floor(height / (size * leading))));
    const many = broken(size, Infinity).length;
    if (many > room || longest(size) > width) continue;
    return {
      size,
      lines: broken(
        size,
        room,
        evenWidth(many, width, (wide) => broken(size, Infinity, wide).length),
      ),
    };
  }
  const size = sizes.at(-1)!;
  const cut = broken(size, Math.min(most, Math.max(1, Math.floor(height / (size * leading)))));
  return { size, lines: cut.map((line, at) => (at === cut.length - 1 ? wordsOf(line) : line)) };
}

/** Not half a word before the ellipsis, as long as there is a whole one. */
const wordsOf = (line: string) => line.replace(/[\s,.;:–—]+\S*…$/u, '…');

/** The least width that needs no more lines. */
function evenWidth(many: number, width: number, linesAt: (width: number) => number): number {
  let [least, enough] = [width / 2, width];
  while (enough - least > 10) {
    const middle = (least + enough) / 2;
    if (linesAt(middle) > many) least = middle;
    else enough = middle;
  }
  return enough;
}
