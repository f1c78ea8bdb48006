/**
 * Owns what the solver is given: submissions that each want reviewers, the pairs that are allowed with their
 * scores, and how much a reviewer takes. Everything is an index here; ids stay in `instance.ts`. Units are
 * reviews, or equal parts of one where probabilities are sought (`capped.ts`).
 */

export interface Problem {
  papers: number;
  reviewers: number;
  /** Length papers + 1: the pairs of paper `i` are `start[i]` up to but not `start[i + 1]`. */
  start: Int32Array;
  /** Of each pair. Within a paper the scores fall; equal scores stand by reviewer. */
  reviewer: Int32Array;
  score: Int32Array;
  /** Units that each paper must get, exactly. */
  demand: Int32Array;
  /** Units that one pair may carry. */
  capacity: number;
  /** Units that each reviewer must and may take. */
  least: Int32Array;
  most: Int32Array;
}

/** What a solver hands back; `units` per pair, `price` per reviewer (score that one unit more of load is worth). */
export interface Solution {
  units: Int32Array;
  price: Float64Array;
  value: number;
  /** From the prices alone, by weak duality: no assignment is worth more. */
  bound: number;
  optimal: boolean;
  /** Pairs looked at: the measure that stands in for time, the same on every machine. */
  steps: number;
}

/** The sum of scores over units. */
export function valueOf({ score }: Problem, units: Int32Array): number {
  let value = 0;
  for (let edge = 0; edge < units.length; edge++) value += score[edge]! * units[edge]!;
  return value;
}

/** For each pair the paper it belongs to. */
export function paperOfPairs({ papers, start, reviewer }: Problem): Int32Array {
  const paperOf = new Int32Array(reviewer.length);
  for (let paper = 0; paper < papers; paper++) paperOf.fill(paper, start[paper]!, start[paper + 1]!);
  return paperOf;
}
