/** Owns the figures and tables that stand after the last line of the body, or were pushed in among the references. */
import { hasSigns } from './bibliography.ts';
import type { Sheet } from './furniture.ts';
import type { Line } from './lines.ts';
import type { Box, Page } from './page.ts';
import { kindOfHeading, type Style } from './style.ts';

export type Place = { page: number; y: number };

/** A picture or drawing after the last line of the body and before what ends it. */
export function figureBeyond(sheets: readonly Sheet[], ends: Place, stop: Line | null): Place | null {
  let place: Place | null = null;
  for (const { page } of sheets) {
    if (page.number < ends.page || (stop && page.number > stop.page)) continue;
    for (const box of page.boxes) {
      if (!isFigure(box, page)) continue;
      const before = !stop || page.number < stop.page || box.y1 <= stop.y + 4;
      const sameColumn =
        !stop ||
        page.number < stop.page ||
        stop.column === 0 ||
        (stop.column === 1 ? box.x0 < page.width / 2 : box.x1 > page.width / 2 || box.x1 <= page.width / 2);
      const after = page.number > ends.page || box.y1 > ends.y;
      if (before && sameColumn && after && (!place || page.number > place.page || box.y1 > place.y))
        place = { page: page.number, y: box.y1 };
    }
  }
  // On its own page it adds a page; lower on the same page it changes nothing that matters.
  return place && place.page > ends.page ? place : null;
}

/** Large enough for a figure, and neither the ground of its page nor in a margin. */
export function isFigure(box: Omit<Box, 'kind'>, page: Page): boolean {
  const width = box.x1 - box.x0;
  const height = box.y1 - box.y0;
  const large = width >= 40 && height >= 40 && width * height >= 3_600;
  const background = width > page.width * 0.92 && height > page.height * 0.92;
  const edge = box.y1 < page.height * 0.09 || box.y0 > page.height * 0.92;
  return large && !background && !edge;
}

const caption =
  /^(figure|fig\.?|table|tab\.?|algorithm|abbildung|abb\.|tabelle|figura|tabla|tableau|tabella|图|表|図|рис\.|рисунок|таблица)\s*\d+\s*[:.|–—]/iu;

/** A captioned float of the body that was pushed in among the references, which go on after it. */
export function floatAmong(lines: readonly Line[], open: number, style: Style, ends: Place): Place | null {
  const close = lines.findIndex((_, i) => i > open && kindOfHeading(lines, i, style) !== null);
  const list = lines.slice(open + 1, close < 0 ? lines.length : close);
  for (let i = list.length - 1; i >= 0; i--) {
    const line = list[i]!;
    if (line.page <= ends.page || !caption.test(line.text)) continue;
    const after = list.slice(i + 1).filter((one) => one.page === line.page && hasSigns(one));
    if (after.length >= 2) return { page: line.page, y: line.y };
  }
  return null;
}
