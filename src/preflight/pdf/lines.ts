/** Owns the joining of runs into lines, and the order in which people read them, in one column or two. */
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

/** Visible lines of a page in reading order; column 0 spans the page, 1 is left, 2 is right. */
export function linesOf(page: Page): { lines: Line[]; columns: 1 | 2 } {
  const visible = page.runs.filter(
    (run) => run.hidden === null && run.x1 > 0 && run.x0 < page.width && run.y > 0 && run.y < page.height + 5,
  );
  const pieces = joinedRuns(visible).map((runs) => lineOf(page.number, runs));
  const columns = columnsOf(pieces, page);
  const middle = page.width / 2;
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
  };
}

function joinedRuns(runs: readonly Run[]): Run[][] {
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.x0 - b.x0);
  const rows: Run[][] = [];
  for (const run of sorted) {
    // Superscripts and the like stand a little off their line.
    const row = rows
      .slice(-6)
      .find((one) => Math.abs(one[0]!.y - run.y) < Math.max(1.2, 0.3 * Math.min(one[0]!.size, run.size)));
    if (row) row.push(run);
    else rows.push([run]);
  }
  return rows.flatMap((row) => {
    row.sort((a, b) => a.x0 - b.x0);
    const groups: Run[][] = [];
    for (const run of row) {
      const last = groups.at(-1)?.at(-1);
      const reach = groups.at(-1)?.reduce((most, one) => Math.max(most, one.x1), -Infinity) ?? -Infinity;
      if (last && run.x0 - reach < Math.max(last.size, run.size) * 1.15) groups.at(-1)!.push(run);
      else groups.push([run]);
    }
    return groups;
  });
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
  const widest = runs.reduce((best, run) => (run.x1 - run.x0 > best.x1 - best.x0 ? run : best));
  const { x0, y } = runs[0]!;
  const clean = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  return {
    page,
    text: clean,
    x0,
    x1: reach,
    y: widest.y ?? y,
    size: widest.size,
    font: widest.font,
    runs,
    shares: false,
    column: 0,
  };
}

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
