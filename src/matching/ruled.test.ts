import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyAssignment, generated, named, small, smallProblems, type Small } from '../../tests/matching.ts';
import { isFeasible } from './feasible.ts';
import type { Problem } from './problem.ts';
import { ruled } from './ruled.ts';
import { rulesFrom } from './rules.ts';

interface Attribute {
  reviewers: string[];
  min?: number;
  max?: number;
}

interface Given {
  attributes?: Record<string, Attribute>;
  authorships?: [string, string][];
  exclusions?: [string, string][];
  forbidden?: [string, string][];
  locked?: [string, string][];
}

const idsOf = ({ problem, named: ids }: Small) => ({ ...problem, ...ids });
const ask = async (given: Small, rules: unknown) =>
  ruled(given.named, given.problem, rulesFrom(rules, idsOf(given)));

/** The same rules, read again in the plainest way: does this set of pairs keep them? */
function keeps(
  { reviewer }: Problem,
  rowOf: (edge: number) => number,
  edges: number[],
  rules: Given,
): boolean {
  const pairs = edges.map((edge) => [String(rowOf(edge)), String(reviewer[edge])] as const);
  const has = (paper: string, one: string) => pairs.some(([p, r]) => p === paper && r === one);
  const papers = [...new Set(pairs.map(([paper]) => paper))];
  const author = new Set((rules.authorships ?? []).map((pair) => pair.join()));
  return (
    Object.values(rules.attributes ?? {}).every(({ reviewers, min = 0, max = 99 }) =>
      papers.every((paper) => {
        const count = pairs.filter(([p, r]) => p === paper && reviewers.includes(r)).length;
        return count >= min && count <= max;
      }),
    ) &&
    (rules.exclusions ?? []).every(
      ([one, other]) => one === other || papers.every((paper) => !has(paper, one) || !has(paper, other)),
    ) &&
    (rules.forbidden ?? []).every(([paper, one]) => !has(paper, one)) &&
    (rules.locked ?? []).every(([paper, one]) => has(paper, one)) &&
    pairs.every(([paper, one]) => !author.has(`${paper},${one}`)) &&
    !pairs.some(([p, a]) =>
      pairs.some(([q, b]) => a !== b && author.has(`${p},${b}`) && author.has(`${q},${a}`)),
    )
  );
}

const id = fc.integer({ min: 0, max: 3 });
const somePairs = fc.array(
  fc.tuple(id, id).map(([one, other]): [string, string] => [String(one), String(other)]),
  { maxLength: 4 },
);
const attribute = (...of: Attribute[]) => fc.constantFrom(...of).map((one) => ({ ...one }));
const someRules = fc.record(
  {
    attributes: fc.record({
      senior: attribute({ reviewers: ['0', '1'], min: 1 }, { reviewers: ['0'], max: 1 }),
      near: attribute({ reviewers: ['1'], max: 0 }, { reviewers: ['0', '2'], min: 1, max: 1 }),
    }),
    authorships: somePairs,
    exclusions: somePairs,
    forbidden: somePairs,
  },
  { requiredKeys: [] },
);

describe('an assignment under rules', () => {
  it('is the best of all that keep them, as trying everything finds, or is refused', async () => {
    await fc.assert(
      fc.asyncProperty(smallProblems, someRules, fc.nat(), async (given, rules: Given, lock) => {
        const { problem } = given;
        const rowOf = (edge: number) => problem.start.findLastIndex((from) => from <= edge);
        const known = (pair: [string, string]) => Number(pair[1]) < problem.reviewers;
        const fit: Given = {
          ...rules,
          exclusions: rules.exclusions?.filter((pair) => Number(pair[0]) < problem.reviewers && known(pair)),
        };
        for (const one of Object.values(fit.attributes ?? {}))
          one.reviewers = one.reviewers.filter((r) => Number(r) < problem.reviewers);
        const edges = problem.score.length;
        if (lock % 3 === 0 && edges > 0)
          fit.locked = [[String(rowOf(lock % edges)), String(problem.reviewer[lock % edges])]];
        const values = everyAssignment(problem)
          .filter((chosen) => keeps(problem, rowOf, chosen, fit))
          .map((chosen) => chosen.reduce((sum, edge) => sum + problem.score[edge]!, 0));
        const found = await ask(given, fit).catch((refused: Error) => refused);
        if (found instanceof Error) expect([found.name, values]).toEqual(['Unmatchable', []]);
        else {
          const best = Math.max(...values);
          const { value, bound, optimal, units } = found;
          const chosen = Array.from(units).flatMap((one, edge) => (one === 1 ? [edge] : []));
          expect({ value, bound, optimal, keeps: keeps(problem, rowOf, chosen, fit) }).toEqual({
            value: best,
            bound: best,
            optimal: true,
            keeps: true,
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is proven at the size of a workshop, with two attributes that cross', async () => {
    const problem = generated({ papers: 60, reviewers: 90, candidates: 50, k: 3, load: 3, liking: 0.3 });
    const third = (rest: number) => named(problem).reviewers.filter((one) => Number(one) % 3 === rest);
    const rules = {
      attributes: { senior: { reviewers: third(0), min: 1 }, artist: { reviewers: third(1), max: 1 } },
      exclusions: [['0', '1']],
    };
    const { units, optimal } = await ask({ problem, named: named(problem) }, rules);
    expect([optimal, isFeasible(problem, units)]).toEqual([true, true]);
  });

  it.each([
    [
      { attributes: { senior: { reviewers: ['0'], min: 1 } } },
      'The rules cannot all be kept: 1 short at best, for instance that submission 1 has at least 1 of “senior”.',
    ],
    [
      {
        locked: [
          ['0', '0'],
          ['0', '1'],
        ],
      },
      'Submission 0 has 2 locked reviewers and takes 1.',
    ],
    [{ locked: [['0', '2']] }, 'locked holds 0 and 2, which is no allowed pair.'],
    [{ locked: [['0', '1']], forbidden: [['0', '1']] }, '0 and 1 are locked and forbidden at once.'],
    [
      {
        forbidden: [
          ['0', '0'],
          ['0', '1'],
        ],
      },
      'Submission 0 has 0 allowed reviewers and needs 1: 1 short.',
    ],
    [{ attributes: { senior: { reviewers: ['x'] } } }, 'attributes.senior names x, which stands in no pair.'],
    [{ attributes: { senior: ['0'] } }, 'attributes.senior: an object is expected.'],
    [
      { attributes: { senior: { reviewers: ['0'], least: 1 } } },
      'attributes.senior holds a list “reviewers” and whole numbers “min” or “max”.',
    ],
    [
      { lock: [] },
      'The rules know no “lock”; they may hold attributes, authorships, exclusions, forbidden, locked.',
    ],
    [{ exclusions: [['0']] }, 'exclusions, entry 1: a pair of ids is expected.'],
  ])('is refused with the reason: %j', async (rules, sentence) => {
    const given = small(
      [
        [5, 1, null],
        [5, 4, 4],
      ],
      { k: 1, load: 1 },
    );
    const refused = await ask(given, rules).catch((problem: Error) => problem.message);
    expect(refused).toEqual(sentence);
  });
});
