/** What `salon match` prints: the same for every machine, but for the seconds. */
import type { Capped } from './capped.ts';
import type { Fair } from './fair.ts';
import { arePlainNumbers } from './ids.ts';
import type { Instance } from './instance.ts';
import type { Problem, Solution } from './problem.ts';

type Id = string | number;

export interface Told {
  value: number;
  bound: number;
  optimal: boolean;
  /** The total of the submission that is worst off. */
  minSubmission: number;
  /** Of solving; reading the file and putting it in order are not counted. */
  seconds: number;
  /** Paper and reviewer, by the order of ids. Numbers where every id in the file is a plain number. */
  pairs: [Id, Id][];
  /** Of a fair assignment: no floor is higher than this, and what the floor costs in total. */
  floorBound?: number;
  cost?: number;
  /** Of a randomised one: the expected total, and paper, reviewer and probability of each pair that can come about. */
  expected?: number;
  marginals?: [Id, Id, number][];
}

/** In the order in which the fields are printed; what only fair or randomised assignments have comes last. */
export function told(
  instance: Pick<Instance, 'papers' | 'reviewers'>,
  problem: Problem,
  solution: Pick<Solution, 'units' | 'value' | 'bound' | 'optimal'> & Partial<Fair> & Partial<Capped>,
  seconds: number,
): Told {
  const { units, value, bound, optimal, floorBound, cost, expected, parts, whole } = solution;
  const numbers = arePlainNumbers(instance.papers) && arePlainNumbers(instance.reviewers);
  const id = (text: string): Id => (numbers ? Number(text) : text);
  const ids = (row: number, one: number): [Id, Id] => [
    id(instance.papers[row]!),
    id(instance.reviewers[one]!),
  ];
  const pairs = chosenPairs(problem, units).map(([row, one]) => ids(row, one));
  const all = { value, bound, optimal, minSubmission: least(totals(problem, units)), seconds, pairs };
  if (floorBound !== undefined) return { ...all, floorBound, cost };
  if (!parts) return all;
  const marginals = chosenPairs(problem, parts).map(([row, one, edge]): [Id, Id, number] => [
    ...ids(row, one),
    parts[edge]! / whole!,
  ]);
  return { ...all, expected, marginals };
}

/** Paper, reviewer and place in the problem of every pair in use, by paper and then by reviewer. */
export function chosenPairs(
  { papers, start, reviewer }: Problem,
  units: Int32Array,
): [row: number, one: number, edge: number][] {
  const pairs: [number, number, number][] = [];
  for (let row = 0; row < papers; row++) {
    const chosen: number[] = [];
    for (let edge = start[row]!; edge < start[row + 1]!; edge++) if (units[edge]! > 0) chosen.push(edge);
    chosen.sort((a, b) => reviewer[a]! - reviewer[b]!);
    for (const edge of chosen) pairs.push([row, reviewer[edge]!, edge]);
  }
  return pairs;
}

/** What each submission gets in total, in the unit of scores. */
export function totals({ papers, start, score }: Problem, units: Int32Array): Float64Array {
  const all = new Float64Array(papers);
  for (let row = 0; row < papers; row++)
    for (let edge = start[row]!; edge < start[row + 1]!; edge++)
      all[row] = all[row]! + units[edge]! * score[edge]!;
  return all;
}

/** The smallest of all, zero of none. */
export function least(numbers: Float64Array): number {
  return numbers.length === 0 ? 0 : numbers.reduce((low, one) => Math.min(low, one), Infinity);
}
