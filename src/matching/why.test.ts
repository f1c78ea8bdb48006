import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyAssignment, small, smallProblems } from '../../tests/matching.ts';
import { solve } from './solve.ts';
import { why } from './why.ts';

describe('why this pair, and why not that one', () => {
  it('says the loss exactly, as trying everything with and without the pair does', () => {
    fc.assert(
      fc.property(smallProblems, ({ problem, named }) => {
        const all = everyAssignment(problem);
        if (all.length === 0) return;
        const valueOf = (edges: number[]) => edges.reduce((sum, edge) => sum + problem.score[edge]!, 0);
        const solution = solve(named, problem);
        for (let row = 0; row < problem.papers; row++)
          for (let edge = problem.start[row]!; edge < problem.start[row + 1]!; edge++) {
            const { chosen, score, loss } = why(named, problem, solution, row, problem.reviewer[edge]!);
            const others = all.filter((edges) => edges.includes(edge) !== chosen).map(valueOf);
            expect({ chosen, score, loss }).toEqual({
              chosen: solution.units[edge] === 1,
              score: problem.score[edge],
              loss: others.length > 0 ? solution.value - Math.max(...others) : null,
            });
          }
      }),
    );
  });

  it('says it in words', () => {
    const { problem, named } = small(
      [
        [9, 7, null],
        [9, 2, 1],
      ],
      { k: 1, load: 1 },
    );
    const solution = solve(named, problem);
    const words = [0, 1].flatMap((row) =>
      [0, 1, 2].map((one) => why(named, problem, solution, row, one).words),
    );
    expect(words).toEqual([
      '0 and submission 0 fit with a score of 9, and a place with 0 is worth 2 elsewhere. Forcing this pair would make the total 5 lower.',
      '1 and submission 0 fit with a score of 7, and 1 has room to spare. Without this pair the total would be 5 lower.',
      '2 is not allowed to review submission 0, or was given no score for it.',
      '0 and submission 1 fit with a score of 9, and a place with 0 is worth 2 elsewhere. Without this pair the total would be 5 lower.',
      '1 and submission 1 fit with a score of 2, and 1 has room to spare. Forcing this pair would make the total 5 lower.',
      '2 and submission 1 fit with a score of 1, and 2 has room to spare. Forcing this pair would make the total 6 lower.',
    ]);
  });
});
