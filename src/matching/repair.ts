/**
 * Owns the repair of an assignment when pairs have become impossible since, or somebody has left: as many pairs as
 * can stay do, at next to no loss in total. What stays gets a bonus, and the best assignment with it is exact; the
 * largest bonus is taken that keeps the total.
 */
import type { Instance } from './instance.ts';
import { valueOf, type Problem, type Solution } from './problem.ts';
import { rescored } from './rescore.ts';
import { solve } from './solve.ts';

export interface Repaired extends Solution {
  /** Pairs of before that are no more. */
  lost: number;
  /** What a fresh start would bring in total, and how many pairs of before it would lose. */
  fresh: { value: number; lost: number };
}

/**
 * `problem` holds only what is possible now, and `before` marks with 1 the pairs of the old assignment that are
 * still in it; `count` is how many there were in all. The total is at least `keep` of a fresh optimum, and no more
 * pairs are lost than a fresh start would lose. Throws `Unmatchable` where nothing is possible any more.
 */
export function repair(
  named: Pick<Instance, 'papers' | 'reviewers'>,
  problem: Problem,
  { before, count, keep = 0.9995 }: { before: Uint8Array; count: number; keep?: number },
): Repaired {
  const fresh = solve(named, problem);
  const kept = (units: Int32Array) => units.reduce((sum, one, edge) => sum + one * before[edge]!, 0);
  const told = { value: fresh.value, lost: count - kept(fresh.units) };
  const least = fresh.value - (1 - keep) * Math.abs(fresh.value);
  const range = problem.score.reduce((most, one) => Math.max(most, Math.abs(one)), 1);
  for (let bonus = 2 * range; bonus >= 1; bonus = Math.floor(bonus / 4)) {
    const { problem: other, edges } = rescored(
      problem,
      (edge) => problem.score[edge]! + bonus * before[edge]!,
    );
    const found = solve(named, other);
    const units = new Int32Array(edges.length);
    for (const [at, edge] of edges.entries()) units[edge] = found.units[at]!;
    const value = valueOf(problem, units);
    const lost = count - kept(units);
    if (value < least || lost > told.lost) continue;
    return { ...fresh, units, value, optimal: value === fresh.bound, lost, fresh: told };
  }
  return { ...fresh, lost: told.lost, fresh: told };
}
