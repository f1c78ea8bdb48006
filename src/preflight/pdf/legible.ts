/**
 * Owns the telling of words from noise. Some programs leave out which letters the shapes of a font stand for;
 * what is read then has the right places and sizes, yet no heading can be known in it.
 */
import type { Line } from './lines.ts';

/** A capital or a digit inside a word, or a sign that no text has. */
const odd = /\p{Ll}\p{Lu}|\p{L}\d\p{L}|[\p{Cc}\p{Co}\p{Cn}\ufffd]/u;

/** Whether most of the longer words could be words. */
export function isLegible(lines: readonly Line[]): boolean {
  let words = 0;
  let noise = 0;
  for (const { text } of lines)
    for (const word of text.split(' ')) {
      if (word.length < 4 || /https?:|www\.|@/.test(word)) continue;
      words += 1;
      if (odd.test(word)) noise += 1;
    }
  return words < 30 || noise < words * 0.3;
}
