import type { Problem } from './problem.ts';

/** A problem with fewer pairs, and the way back to the whole one. */
export interface Restricted {
  problem: Problem;
  /** Of each pair that is left, its number in the whole problem. */
  edges: Int32Array;
  locked: readonly number[];
}

/**
 * Leaves out the pairs that `drops` says, and settles the `locked` ones in advance: they leave the list, and what
 * they fill leaves demand and load. A demand or load that locks exceed becomes negative: ask `overlocked` first.
 */
export function restrict(
  problem: Problem,
  drops: (edge: number, row: number) => boolean,
  locked: readonly number[] = [],
): Restricted {
  const { papers, capacity, reviewer, score } = problem;
  const edges = new Int32Array(reviewer.length);
  const start = new Int32Array(papers + 1);
  const demand = problem.demand.slice();
  const [least, most] = [problem.least.slice(), problem.most.slice()];
  const isLocked = new Set(locked);
  let count = 0;
  for (let row = 0; row < papers; row++) {
    for (let edge = problem.start[row]!; edge < problem.start[row + 1]!; edge++) {
      if (isLocked.has(edge)) {
        const one = reviewer[edge]!;
        demand[row] = demand[row]! - capacity;
        most[one] = most[one]! - capacity;
        least[one] = Math.max(0, least[one]! - capacity);
      } else if (!drops(edge, row)) edges[count++] = edge;
    }
    start[row + 1] = count;
  }
  const kept = edges.slice(0, count);
  return {
    problem: {
      ...problem,
      start,
      reviewer: kept.map((edge) => reviewer[edge]!),
      score: kept.map((edge) => score[edge]!),
      demand,
      least,
      most,
    },
    edges: kept,
    locked,
  };
}

/** Units of the restricted problem, told for the whole one, with what is locked. */
export function widened(whole: Problem, { edges, locked }: Restricted, units: Int32Array): Int32Array {
  const all = new Int32Array(whole.reviewer.length);
  for (let at = 0; at < edges.length; at++) all[edges[at]!] = units[at]!;
  for (const edge of locked) all[edge] = whole.capacity;
  return all;
}

/** What the locked pairs bring by themselves. */
export function lockedValue(whole: Problem, { locked }: Restricted): number {
  return locked.reduce((sum, edge) => sum + whole.score[edge]! * whole.capacity, 0);
}
