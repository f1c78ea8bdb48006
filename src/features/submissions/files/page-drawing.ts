/** Where the words and the bars of a page's drawing stand, so that none covers another. */
import type { PageBoxes, Rect } from '#app/preflight/pdf/page-boxes.ts';

export interface Label {
  words: string;
  x: number;
  y: number;
  wide: number;
}

const tall = 22;
const margin = 4;

/** Named places from top to bottom: the end of the body above its line, all else below its own. */
export function labelsOf(
  page: Pick<PageBoxes, 'width' | 'height' | 'marks' | 'figures' | 'hidden' | 'lineNumbers'>,
): Label[] {
  const wanted = [
    ...page.marks.map(({ what, y }) => ({ words: what, y: what === 'body ends' ? y - tall : y })),
    ...page.figures.map(([, y0]) => ({ words: 'figure', y: y0 })),
    ...page.hidden.slice(0, 1).map(([, y0]) => ({ words: 'hidden text', y: y0 })),
    ...page.lineNumbers.slice(0, 1).map(([, y0]) => ({ words: 'line numbers', y: y0 })),
  ].sort((a, b) => a.y - b.y);
  let free = 0;
  return wanted.map(({ words, y: at }) => {
    const y = Math.min(Math.max(at, free), page.height - tall);
    free = y + tall + 1;
    const wide = words.length * 8 + 12;
    return { words, y, wide, x: page.width - wide - margin };
  });
}

/** A bar beside each stretch of text that counts, at the left edge of its column. */
export function barsOf({ counted, width }: Pick<PageBoxes, 'counted' | 'width'>): Rect[] {
  const bars: Rect[] = [];
  for (const [x0, y0, x1, y1] of counted) {
    const last = bars.at(-1);
    const goesOn = last && y0 >= last[1] && y0 - last[3] < 40 && Math.abs(last[2] + 6 - x0) < 60;
    // Names and captions stand apart: a bar beside each would be noise.
    if (!goesOn && x1 - x0 < width / 4) continue;
    if (!goesOn) bars.push([x0 - 12, y0, x0 - 6, y1]);
    else {
      last[3] = Math.max(last[3], y1);
      if (x0 - 12 < last[0]) [last[0], last[2]] = [x0 - 12, x0 - 6];
    }
  }
  return bars;
}
