/** What `salon match` prints: the same for every machine, but for the seconds. */
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
}

/** In the order in which the fields are printed. */
export function told(
  instance: Pick<Instance, 'papers' | 'reviewers'>,
  problem: Problem,
  { units, value, bound, optimal }: Pick<Solution, 'units' | 'value' | 'bound' | 'optimal'>,
  seconds: number,
): Told {
  const numbers = arePlainNumbers(instance.papers) && arePlainNumbers(instance.reviewers);
  const id = (text: string): Id => (numbers ? Number(text) : text);
  const pairs = chosenPairs(problem, units).map(([row, one]): [Id, Id] => [
    id(instance.papers[row]!),
    id(instance.reviewers[one]!),
  ]);
  return { value, bound, optimal, minSubmission: least(totals(problem, units)), seconds, pairs };
}

/** Paper and reviewer of every pair in use, as indexes, by paper and then by reviewer. */
export function chosenPairs({ papers, start, reviewer }: Problem, units: Int32Array): [number, number][] {
  const pairs: [number, number][] = [];
  for (let row = 0; row < papers; row++) {
    const chosen: number[] = [];
    for (let edge = start[row]!; edge < start[row + 1]!; edge++)
      if (units[edge]! > 0) chosen.push(reviewer[edge]!);
    for (const one of chosen.sort((a, b) => a - b)) pairs.push([row, one]);
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
