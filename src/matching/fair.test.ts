import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyAssignment, generated, named, small, smallProblems } from '../../tests/matching.ts';
import { fair } from './fair.ts';
import { isFeasible } from './feasible.ts';
import { solve } from './solve.ts';
import { totals } from './told.ts';

describe('the fair assignment', () => {
  it('raises whoever is worst off as trying everything does, then the total', () => {
    fc.assert(
      fc.property(smallProblems, ({ problem, named }) => {
        const all = everyAssignment(problem).map((edges) => {
          const units = new Int32Array(problem.score.length);
          for (const edge of edges) units[edge] = 1;
          const sums = totals(problem, units);
          return { floor: Math.min(...sums), value: sums.reduce((sum, one) => sum + one, 0) };
        });
        if (all.length === 0) return;
        const floor = Math.max(...all.map((one) => one.floor));
        const value = Math.max(...all.filter((one) => one.floor === floor).map((one) => one.value));
        const highest = Math.max(...all.map((one) => one.value));
        const found = fair(named, problem);
        expect({ ...found, units: isFeasible(problem, found.units), price: null, steps: null }).toEqual({
          floor,
          floorBound: floor,
          value,
          bound: value,
          optimal: true,
          cost: highest - value,
          units: true,
          price: null,
          steps: null,
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps its promises at the size of a workshop: a floor not below the plain one, and bounds', () => {
    for (const liking of [0, 0.7]) {
      const terms = { papers: 100, reviewers: 150, candidates: 60, k: 3, load: 3, liking };
      const problem = generated({ ...terms, steps: 1_000 });
      const plain = solve(named(problem), problem);
      const found = fair(named(problem), problem, { mostSteps: 5_000_000 });
      const before = Math.min(...totals(problem, plain.units));
      expect({
        feasible: isFeasible(problem, found.units),
        floor: Math.min(...totals(problem, found.units)) === found.floor,
        raised: found.floor >= before && found.floor <= found.floorBound,
        bounded: found.value <= found.bound && found.bound <= plain.value,
        cost: found.cost === plain.value - found.value,
      }).toEqual({ feasible: true, floor: true, raised: true, bounded: true, cost: true });
    }
  });

  it('says what the floor costs: here the second paper is lifted from 0 to 5, for 2 of the total', () => {
    const { named, problem } = small(
      [
        [12, 5],
        [5, 0],
      ],
      { k: 1, load: 1 },
    );
    const { floor, value, cost, optimal } = fair(named, problem);
    expect({ floor, value, cost, optimal }).toEqual({ floor: 5, value: 10, cost: 2, optimal: true });
  });
});
