import type { Problem } from './problem.ts';

/** Whether everybody gets and takes exactly what the problem says, and each pair is there once or not. */
export function isFeasible(
  { papers, reviewers, start, reviewer, demand, least, most }: Problem,
  units: Int32Array,
): boolean {
  const load = new Int32Array(reviewers);
  const got = new Int32Array(papers);
  for (let row = 0; row < papers; row++)
    for (let edge = start[row]!; edge < start[row + 1]!; edge++) {
      got[row] = got[row]! + units[edge]!;
      load[reviewer[edge]!] = load[reviewer[edge]!]! + units[edge]!;
    }
  return (
    units.every((one) => one === 0 || one === 1) &&
    got.every((all, row) => all === demand[row]) &&
    load.every((all, one) => all >= least[one]! && all <= most[one]!)
  );
}
