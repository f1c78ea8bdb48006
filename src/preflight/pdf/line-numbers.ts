/** Owns the numbers of lines in the margins of a draft, taken away before anything is joined into lines. */
import type { Page, Run } from './page.ts';

export type Numbered = { runs: Run[]; numbered: boolean };

/** The runs without line numbers, and whether there were any: whole numbers outside the text, rising by equal steps. */
export function withoutLineNumbers(runs: readonly Run[], page: Page): Numbered {
  const text = runs.filter((run) => /\p{L}{2}/u.test(run.text));
  if (text.length < 5) return { runs: [...runs], numbered: false };
  const rowMates = runs.filter((run) => !/^\s*\d{1,4}\s*$/.test(run.text));
  const edges = { left: usualEdge(text, 'x0', -1), right: usualEdge(text, 'x1', 1) };
  const numbers = runs.filter(
    (run) =>
      /^\s*\d{1,4}\s*$/.test(run.text) &&
      (run.x1 <= edges.left - 4 || run.x0 >= edges.right + 4) &&
      run.y > page.height * 0.05 &&
      run.y < page.height * 0.96,
  );
  const sides = [
    numbers.filter((run) => run.x1 < page.width / 2),
    numbers.filter((run) => run.x0 >= page.width / 2),
  ];
  const found = new Set(
    sides.filter((side) => rises(side) && (onLines(side, rowMates) || isRuler(side))).flat(),
  );
  return { runs: runs.filter((run) => !found.has(run)), numbered: found.size > 0 };
}

function rises(side: readonly Run[]): boolean {
  const values = [...side].sort((a, b) => a.y - b.y).map((run) => Number(run.text));
  const steps = values.slice(1).map((value, i) => value - values[i]!);
  return [1, 2, 5, 10].some(
    (step) => steps.filter((one) => one === step).length >= Math.max(step === 1 ? 5 : 3, steps.length * 0.6),
  );
}

/** A raised number belongs to an entry or a note; the number of a line stands on its line. */
function onLines(side: readonly Run[], rowMates: readonly Run[]): boolean {
  const level = side.filter((run) => rowMates.some((one) => Math.abs(one.y - run.y) < 1.2));
  return level.length >= side.length * 0.8;
}

/** Some templates draw a ruler down the page, whatever stands beside it. */
function isRuler(side: readonly Run[]): boolean {
  const ys = side.map((run) => run.y).sort((a, b) => a - b);
  const steps = ys
    .slice(1)
    .map((y, i) => y - ys[i]!)
    .sort((a, b) => a - b);
  const usual = steps[Math.floor(steps.length / 2)] ?? 0;
  return (
    side.length >= 20 && steps.filter((step) => Math.abs(step - usual) < 0.3).length >= steps.length * 0.9
  );
}

/** The outermost place where many runs begin or end. */
function usualEdge(runs: readonly Run[], side: 'x0' | 'x1', outwards: -1 | 1): number {
  const counts = new Map<number, number>();
  for (const run of runs)
    counts.set(Math.round(run[side] / 2) * 2, (counts.get(Math.round(run[side] / 2) * 2) ?? 0) + 1);
  const many = Math.max(3, runs.length * 0.04);
  const places = [...counts].filter(([, count]) => count >= many).map(([place]) => place);
  if (places.length === 0) return outwards < 0 ? 0 : Infinity;
  return outwards < 0 ? Math.min(...places) : Math.max(...places);
}
