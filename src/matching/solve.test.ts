import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyAssignment, generated, named, small, smallProblems } from '../../tests/matching.ts';
import { boundAt } from './bound.ts';
import { isFeasible } from './feasible.ts';
import { valueOf } from './problem.ts';
import { solve } from './solve.ts';

describe('the best assignment', () => {
  it('is what trying everything finds, or a refusal where trying everything finds nothing', () => {
    fc.assert(
      fc.property(smallProblems, ({ problem, named }) => {
        const all = everyAssignment(problem);
        if (all.length === 0) {
          expect(() => solve(named, problem)).toThrow(/short\./);
          return;
        }
        const best = Math.max(
          ...all.map((edges) => edges.reduce((sum, edge) => sum + problem.score[edge]!, 0)),
        );
        const { value, bound, optimal, units } = solve(named, problem);
        expect({ value, bound, optimal, feasible: isFeasible(problem, units) }).toEqual({
          value: best,
          bound: best,
          optimal: true,
          feasible: true,
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('is proven for large problems, with room and without, through the auction', () => {
    const found = [
      generated({ papers: 1_000, reviewers: 1_000, candidates: 60, k: 4, load: 6, liking: 0.5 }),
      generated({ papers: 1_000, reviewers: 1_000, candidates: 60, k: 5, load: 5, liking: 0.5 }),
      generated({ papers: 900, reviewers: 300, candidates: 80, k: 3, load: 10, steps: 4 }),
    ].map((problem) => {
      const { units, optimal, bound, value } = solve(named(problem), problem);
      return [optimal, bound - value, valueOf(problem, units) - value, isFeasible(problem, units)];
    });
    expect(found).toEqual(found.map(() => [true, 0, 0, true]));
  });

  it('has a bound that is never below it, whatever the prices', () => {
    const prices = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(smallProblems, prices, ({ problem }, price) => {
        const values = everyAssignment(problem).map((edges) =>
          edges.reduce((sum, edge) => sum + problem.score[edge]!, 0),
        );
        expect(Math.max(...values)).toBeLessThanOrEqual(boundAt(problem, Float64Array.from(price)));
      }),
    );
  });

  it('is whole and honest when its steps are spent before the proof', () => {
    for (const candidates of [20, 60]) {
      const problem = generated({ papers: 1_000, reviewers: 1_000, candidates, k: 5, load: 5, liking: 0.5 });
      const best = solve(named(problem), problem);
      const hurried = solve(named(problem), problem, { mostSteps: 1 });
      expect([isFeasible(problem, hurried.units), hurried.optimal]).toEqual([true, false]);
      expect(hurried.value).toBeLessThan(best.value);
      expect(hurried.bound).toBeGreaterThanOrEqual(best.value);
    }
  });
});

describe('what is not possible is refused with what is short', () => {
  const refusal = (...given: Parameters<typeof small>) => {
    const { named, problem } = small(...given);
    try {
      solve(named, problem);
      return null;
    } catch (problem) {
      return (problem as Error).message;
    }
  };

  it.each([
    [
      [
        [1, null],
        [1, 1],
      ],
      { k: 2, load: 2 },
      'Submission 0 has 1 allowed reviewers and needs 2: 1 short.',
    ],
    [
      [
        [1, 1],
        [1, 1],
      ],
      { k: 2, load: 1 },
      '4 reviews are needed and the reviewers take at most 2: 2 short.',
    ],
    [
      [[1, 1]],
      { k: 1, load: 2, least: 1 },
      'The reviewers must be given at least 2 reviews and only 1 are needed: 1 short.',
    ],
    [
      [
        [1, 1, null],
        [1, 1, null],
      ],
      { k: 2, load: 2, least: 1 },
      'A reviewer is allowed too few submissions to reach the least load: 2. The first may be given 0 and must have 1: 1 short.',
    ],
    [
      [
        [1, null, null],
        [1, null, null],
        [1, 1, 1],
      ],
      { k: 1, load: 1 },
      '2 submissions need 2 reviews and their 1 allowed reviewers can take 1: 1 short. Submissions: 0, 1.',
    ],
    [
      [
        [9, 1, null],
        [9, 1, null],
        [9, null, 1],
        [9, null, 1],
      ],
      { k: 1, load: 4, least: 2 },
      'The reviewers must be given at least 6 reviews and only 4 are needed: 2 short.',
    ],
    [
      [
        [1, 1, 1, null],
        [1, null, null, 1],
        [1, null, null, 1],
      ],
      { k: 1, load: 3, least: 1 },
      'The reviewers must be given at least 4 reviews and only 3 are needed: 1 short.',
    ],
    [
      [
        [5, 1, 1],
        [5, null, null],
        [5, null, null],
      ],
      { k: 1, load: 3, least: 1 },
      '2 reviewers must be given at least 2 reviews and can be given 1: 1 short. Reviewers: 1, 2.',
    ],
  ] as [(number | null)[][], { k: number; load: number; least?: number }, string][])(
    '%j with %j',
    (table, terms, sentence) => expect(refusal(table, terms)).toEqual(sentence),
  );
});
