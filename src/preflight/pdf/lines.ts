/** Owns the joining of runs into lines, and the order in which people read them, in one column or two. */
import { withoutLineNumbers } from './line-numbers.ts';
import type { Page, Run } from './page.ts';

export type Line = {
  page: number;
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  font: string;
  /** Every run is in a font that is not the first one's, or the same all along. */
  runs: Run[];
  /** Another piece stands on the same baseline in the same column: a table, a list of names. */
  shares: boolean;
  column: 0 | 1 | 2;
};

/** Visible lines of a page in reading order, without line numbers; column 0 spans the page, 1 is left, 2 is right. */
export function linesOf(page: Page): { lines: Line[]; columns: 1 | 2; numbered: boolean } {
  const seen = page.runs.filter(
    (run) => run.hidden === null && run.x1 > 0 && run.x0 < page.width && run.y > 0 && run.y < page.height + 5,
  );
  const { runs: visible, numbered } = withoutLineNumbers(seen, page);
  const gutter = gutterOf(visible, page);
  const pieces = joinedRuns(visible, gutter).map((runs) => lineOf(page.number, runs));
  const columns = gutter === null ? columnsOf(pieces, page) : 2;
  const middle = gutter ?? page.width / 2;
  for (const piece of pieces) {
    if (columns === 2) piece.column = piece.x1 < middle + 4 ? 1 : piece.x0 > middle - 4 ? 2 : 0;
  }
  for (const one of pieces) {
    one.shares = pieces.some(
      (other) =>
        other !== one && Math.abs(other.y - one.y) < 2 && (columns === 1 || other.column === one.column),
    );
  }
  return {
    lines: columns === 2 ? bandOrder(pieces) : pieces.sort((a, b) => a.y - b.y || a.x0 - b.x0),
    columns,
    numbered,
  };
}

/** Runs that share a baseline, roughly: superscripts and the like stand a little off their line. */
function rowsOf(runs: readonly Run[]): Run[][] {
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.x0 - b.x0);
  const rows: Run[][] = [];
  for (const run of sorted) {
    const row = rows
      .slice(-6)
      .find((one) => Math.abs(one[0]!.y - run.y) < Math.max(1.2, 0.3 * Math.min(one[0]!.size, run.size)));
    if (row) row.push(run);
    else rows.push([run]);
  }
  for (const row of rows) row.sort((a, b) => a.x0 - b.x0);
  return rows;
}

function joinedRuns(runs: readonly Run[], gutter: number | null): Run[][] {
  return rowsOf(runs).flatMap((row) => {
    const groups: Run[][] = [];
    for (const run of row) {
      const last = groups.at(-1)?.at(-1);
      const reach = groups.at(-1)?.reduce((most, one) => Math.max(most, one.x1), -Infinity) ?? -Infinity;
      const across = gutter !== null && run.x0 - reach >= 4.5 && reach <= gutter + 1 && run.x0 >= gutter - 1;
      const near = run.x0 - reach < Math.max(last?.size ?? 0, run.size) * 1.15;
      const counted =
        last && (numbersHeading(groups.at(-1)!, run, reach) || labels(groups.at(-1)!, run, reach));
      if (last && !across && (near || counted)) groups.at(-1)!.push(run);
      else groups.push([run]);
    }
    return isStretched(groups) ? [groups.flat()] : groups;
  });
}

/** A justified line before one long word: the same wide gap between all of its words. */
function isStretched(groups: readonly Run[][]): boolean {
  if (groups.length < 3) return false;
  // Names stand as far from each other, but have two words.
  if (groups.some((group) => /\S\s+\S/.test(group.map((run) => run.text).join('')))) return false;
  const gaps = groups.slice(1).map((group, i) => group[0]!.x0 - Math.max(...groups[i]!.map((run) => run.x1)));
  const [most, least] = [Math.max(...gaps), Math.min(...gaps)];
  return most - least < 0.6 + most * 0.08 && most < (groups[0]![0]?.size ?? 10) * 6;
}

/** "5      References": a number and its heading, in one font, however far apart. */
function numbersHeading(group: readonly Run[], next: Run, reach: number): boolean {
  const [first, ...others] = wholeRuns(group);
  return (
    others.length === 0 &&
    first!.font === next.font &&
    Math.abs(first!.size - next.size) < 0.5 &&
    next.x0 - reach < next.size * 3 &&
    /^\s*(\d{1,2}|[A-Z]|[IVX]{1,5})(\.\d{1,2})*\.?\s*$/.test(first!.text) &&
    /^\s*\p{Lu}/u.test(next.text)
  );
}

/** "[12]      Byron, A.": the label of an entry and the entry, however far apart. */
function labels(group: readonly Run[], next: Run, reach: number): boolean {
  const text = group.map((run) => run.text).join('');
  return (
    /^\s*(\[[\p{L}\p{N}+]{1,8}\]|\d{1,3}\.|\(\d{1,3}\))\s*$/u.test(text) &&
    next.x0 - reach < next.size * 4 &&
    /^\s*["“„«]?\p{Lu}/u.test(next.text)
  );
}

function lineOf(page: number, runs: Run[]): Line {
  let text = '';
  let reach = -Infinity;
  for (const run of runs) {
    const gap = run.x0 - reach;
    text +=
      text !== '' && gap > run.size * 0.16 && !/\s$/.test(text) && !/^\s/.test(run.text)
        ? ` ${run.text}`
        : run.text;
    reach = Math.max(reach, run.x1);
  }
  const whole = wholeRuns(runs);
  const widest = whole.reduce((best, run) => (run.x1 - run.x0 > best.x1 - best.x0 ? run : best));
  const { x0, y } = runs[0]!;
  const clean = text
    .normalize('NFKC')
    // Old fonts draw an accent as a sign of its own, before its letter.
    .replace(/ ?([\u0300-\u036f]) ?(\p{L})/gu, '$2$1')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
  return {
    page,
    text: clean,
    x0,
    x1: reach,
    y: widest.y ?? y,
    size: widest.size,
    font: widest.font,
    runs: whole,
    shares: false,
    column: 0,
  };
}

/** Many programs place every letter on its own; what follows in one font and size is one run again. */
function wholeRuns(runs: readonly Run[]): Run[] {
  const whole: Run[] = [];
  for (const run of runs) {
    const last = whole.at(-1);
    const goesOn =
      last &&
      last.font === run.font &&
      Math.abs(last.size - run.size) < 0.1 &&
      Math.abs(last.y - run.y) < 0.5;
    if (!goesOn) whole.push({ ...run });
    else {
      last.text += run.x0 - last.x1 > run.size * 0.16 && !/\s$/.test(last.text) ? ` ${run.text}` : run.text;
      last.x1 = Math.max(last.x1, run.x1);
    }
  }
  return whole;
}

/** A clear strip near the middle that most rows respect: the space between two columns. */
function gutterOf(runs: readonly Run[], page: Page): number | null {
  const rows = rowsOf(runs);
  let best: { x: number; worth: number } | null = null;
  for (let x = page.width * 0.4; x <= page.width * 0.6; x += 2) {
    let clear = 0;
    let crossing = 0;
    for (const row of rows) {
      if (row.some((run) => run.x0 < x - 2 && run.x1 > x + 2)) {
        crossing += 1;
        continue;
      }
      const left = Math.max(...row.filter((run) => run.x1 <= x + 2 && !isLabel(run)).map((run) => run.x1));
      const right = Math.min(...row.filter((run) => run.x0 >= x - 2).map((run) => run.x0));
      // Both sides must reach to the strip: a list of names or a table leaves wider gaps.
      if (right - left >= 5 && right - left < 60) clear += 1;
    }
    const worth = clear - crossing;
    if (clear >= 8 && clear > crossing * 1.5 && (!best || worth > best.worth)) best = { x, worth };
  }
  return best && best.x;
}

/** The number of an entry stands apart from it, as columns stand apart. */
const isLabel = (run: Run) => /^\s*[[(]?\d{1,3}[\])]?\.?\s*$/.test(run.text);

/** Two columns where many lines keep to either half and few cross the middle. */
function columnsOf(lines: readonly Line[], page: Page): 1 | 2 {
  const middle = page.width / 2;
  const wide = lines.filter((line) => line.x1 - line.x0 > page.width * 0.2);
  const left = wide.filter((line) => line.x1 < middle + 4 && line.x0 < middle * 0.6).length;
  const right = wide.filter((line) => line.x0 > middle - 4).length;
  const across = wide.filter((line) => line.x0 < middle - 20 && line.x1 > middle + 20).length;
  if (right >= 5 && left >= 5) return right + left > across ? 2 : 1;
  return left >= 12 && across * 3 < left && right * 4 >= left - 40 && right > 0 ? 2 : 1;
}

/** Lines across the page cut it into bands; in each band the left column comes before the right. */
function bandOrder(lines: Line[]): Line[] {
  const sorted = [...lines].sort((a, b) => a.y - b.y || a.x0 - b.x0);
  const order: Line[] = [];
  let band: Line[] = [];
  const close = () => {
    order.push(...band.filter((line) => line.column === 1), ...band.filter((line) => line.column === 2));
    band = [];
  };
  for (const line of sorted) {
    if (line.column !== 0) band.push(line);
    else {
      close();
      order.push(line);
    }
  }
  close();
  return order;
}
