/** Words on a wall label: broken into lines, or drawn by the system where our face has no signs for them. */
import sharp from 'sharp';
import type { Cut, Face } from '#app/features/submissions/files/typeface.server.ts';

/** `width` in ems. Beyond `most` lines the last one ends with an ellipsis. */
export function linesOf(
  words: string,
  { width, most, widthOf }: { width: number; most: number; widthOf: (sign: string) => number },
): string[] {
  const wide = (text: string) => [...text].reduce((sum, sign) => sum + widthOf(sign), 0);
  const lines: string[] = [];
  let line = '';
  for (const word of words
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((one) => cutUp(one, width, wide))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (wide(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  let last = lines[most - 1]!;
  while (last !== '' && wide(`${last}…`) > width) last = [...last].slice(0, -1).join('');
  return [...lines.slice(0, most - 1), `${last.replace(/[\s,.;:]+$/, '')}…`];
}

/** A word wider than a line is broken where the line ends. */
function cutUp(word: string, width: number, wide: (text: string) => number): string[] {
  if (wide(word) <= width) return [word];
  const pieces = [''];
  for (const sign of word)
    if (pieces.at(-1) !== '' && wide(pieces.at(-1)! + sign) > width) pieces.push(sign);
    else pieces[pieces.length - 1] += sign;
  return pieces;
}

/** Neighbours that one cut of the face has, together. */
export function runsOf(text: string, { cutFor }: Pick<Face, 'cutFor'>): { cut: Cut; text: string }[] {
  const runs: { cut: Cut; text: string }[] = [];
  for (const sign of text) {
    const last = runs.at(-1);
    const cut = cutFor(sign, last?.cut) ?? 'latin';
    if (last?.cut === cut) last.text += sign;
    else runs.push({ cut, text: sign });
  }
  return runs;
}

/** Dots to an inch: fine enough for print. */
const dots = 300;

/** Shaped and set by the system's text engine; null where it cannot. Lengths in points. */
export async function drawnWords(
  words: string,
  { size, width, height, colour }: { size: number; width: number; height: number; colour: string },
): Promise<{ bytes: Buffer; width: number; height: number } | null> {
  const text = `<span foreground="${colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour}">${escaped(words)}</span>`;
  try {
    const { data, info } = await sharp({
      text: {
        text,
        font: `Noto Sans ${size}`,
        width: Math.floor((width / 72) * dots),
        dpi: dots,
        rgba: true,
        wrap: 'word-char',
      },
    })
      .png()
      .toBuffer({ resolveWithObject: true });
    const scale = Math.min(72 / dots, height / info.height);
    return { bytes: data, width: info.width * scale, height: info.height * scale };
  } catch {
    return null;
  }
}

const escaped = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
