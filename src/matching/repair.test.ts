import { describe, expect, it } from 'vitest';
import { generated, named, numbersFrom } from '../../tests/matching.ts';
import { isFeasible } from './feasible.ts';
import { repair } from './repair.ts';
import { restrict } from './restrict.ts';
import { solve } from './solve.ts';

describe('a repaired assignment', () => {
  it('avoids late conflicts with no more changes than a fresh start, at next to the same total', () => {
    for (const load of [4, 3]) {
      const terms = { papers: 150, reviewers: 150, candidates: 60, k: 3, load, liking: 0.4 };
      const problem = generated(terms);
      const first = solve(named(problem), problem);
      const next = numbersFrom(5);
      const late = Uint8Array.from(problem.score, (_, edge) =>
        next() < (first.units[edge] ? 0.05 : 0.01) ? 1 : 0,
      );
      const now = restrict(problem, (edge) => late[edge] === 1);
      const before = Uint8Array.from(now.edges, (edge) => first.units[edge]!);
      const found = repair(named(problem), now.problem, { before, count: 450 });
      const gone = first.units.reduce((sum, one, edge) => sum + one * late[edge]!, 0);
      expect({
        feasible: isFeasible(now.problem, found.units),
        total: found.value >= 0.999 * found.fresh.value,
        bounded: found.value <= found.bound,
        lost: found.lost >= gone && found.lost <= found.fresh.lost,
        fewer: found.lost < found.fresh.lost,
      }).toEqual({ feasible: true, total: true, bounded: true, lost: true, fewer: true });
    }
  });

  it('that nothing has happened to stays as it is', () => {
    const problem = generated({ papers: 40, reviewers: 40, candidates: 20, k: 3, load: 4, steps: 3 });
    const { units } = solve(named(problem), problem);
    const found = repair(named(problem), problem, { before: Uint8Array.from(units), count: 120 });
    expect([found.units, found.lost]).toEqual([units, 0]);
  });
});
