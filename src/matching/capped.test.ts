import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyAssignment, generated, named, small, smallProblems } from '../../tests/matching.ts';
import { capped } from './capped.ts';
import { chanceFrom } from './chance.ts';
import { draw } from './draw.ts';
import { isFeasible } from './feasible.ts';

describe('the randomised assignment', () => {
  it('keeps every probability exactly at most at the cap, and gives everybody what the terms say', () => {
    const problem = generated({ papers: 60, reviewers: 80, candidates: 40, k: 3, load: 4, liking: 0.5 });
    for (const cap of [0.5, 0.35, 0.3, 1 / 3, 0.123_456_7, 1]) {
      const { parts, whole, units, expected, bound, optimal } = capped(named(problem), problem, {
        cap,
        seed: 'a',
      });
      const probabilities = Array.from(parts, (one) => one / whole);
      const sums = Array.from({ length: 60 }, (_, row) =>
        parts.subarray(problem.start[row]!, problem.start[row + 1]!).reduce((sum, one) => sum + one, 0),
      );
      const total = probabilities.reduce((sum, one, edge) => sum + one * problem.score[edge]!, 0);
      expect({
        most: Math.max(...probabilities) <= cap,
        sums: sums.every((sum) => sum === 3 * whole),
        expected: Math.abs(total - expected) < 1e-6 * total,
        proven: optimal && bound === expected,
        feasible: isFeasible(problem, units),
      }).toEqual({ most: true, sums: true, expected: true, proven: true, feasible: true });
    }
  });

  it('with a cap of one is the best assignment itself, and without enough pairs is refused with what is short', () => {
    const { problem, named: ids } = small([[9, 5, 1]], { k: 1, load: 1 });
    const sure = capped(ids, problem, { cap: 1, seed: 'x' });
    expect([sure.value, sure.expected, Array.from(sure.units)]).toEqual([9, 9, [1, 0, 0]]);
    expect(capped(ids, problem, { cap: 0.5, seed: 'x' }).expected).toEqual(7);
    expect(() => capped(ids, problem, { cap: 0.25, seed: 'x' })).toThrow(
      'With no pair above a probability of 0.25: Submission 0 has 3 allowed reviewers and needs 4: 1 short.',
    );
  });

  it('draws each pair as often as its probability says, in 2,000 draws within four standard deviations', () => {
    const problem = generated({ papers: 20, reviewers: 25, candidates: 12, k: 3, load: 4 });
    const { parts, whole } = capped(named(problem), problem, { cap: 0.35, seed: '0' });
    const counts = new Float64Array(parts.length);
    for (let seed = 0; seed < 2_000; seed++) {
      const units = draw(problem, parts, whole, chanceFrom(String(seed)));
      if (!isFeasible(problem, units)) expect(seed).toEqual('a draw that is feasible');
      for (let edge = 0; edge < counts.length; edge++) counts[edge] = counts[edge]! + units[edge]!;
    }
    const far = Array.from(counts, (count, edge) => {
      const share = parts[edge]! / whole;
      return Math.abs(count - 2_000 * share) > 4 * Math.sqrt(2_000 * share * (1 - share));
    });
    expect(far.filter(Boolean)).toEqual([]);
  });

  it('draws the same from the same seed, and other pairs from another', () => {
    const problem = generated({ papers: 30, reviewers: 30, candidates: 20, k: 3, load: 4 });
    const of = (seed: string) =>
      Array.from(capped(named(problem), problem, { cap: 0.5, seed }).units).join('');
    expect([of('7') === of('7'), of('7') === of('8')]).toEqual([true, false]);
  });

  it('is feasible whatever the probabilities, where anything is', () => {
    fc.assert(
      fc.property(smallProblems, fc.string(), ({ problem, named }, seed) => {
        if (everyAssignment(problem).length === 0) return;
        try {
          const { units } = capped(named, problem, { cap: 0.75, seed });
          expect(isFeasible(problem, units)).toEqual(true);
        } catch (refused) {
          expect((refused as Error).message).toMatch(/short\./);
        }
      }),
    );
  });
});
