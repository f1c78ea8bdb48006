/**
 * Owns the answer to “why this reviewer, and why not that one?”: the pair's own score, what a place with the
 * reviewer is worth to others (the price), and what the total loses if the pair is forced or forbidden, exactly,
 * by solving once more from the same prices.
 */
import type { Instance } from './instance.ts';
import type { Problem, Solution } from './problem.ts';
import { Unmatchable } from './refusal.ts';
import { lockedValue, restrict } from './restrict.ts';
import { solve } from './solve.ts';

type Ids = Pick<Instance, 'papers' | 'reviewers'>;

export interface Why {
  chosen: boolean;
  /** Null where the pair is not allowed. */
  score: number | null;
  /** What one place more with the reviewer would add to the total. */
  price: number;
  /** What the total loses if a chosen pair is forbidden or another one forced; null where that is impossible. */
  loss: number | null;
  words: string;
}

/** `row` and `one` by index; `solution` is an optimum of `problem`, which carries one unit a pair. */
export function why(ids: Ids, problem: Problem, solution: Solution, row: number, one: number): Why {
  const { start, reviewer, score } = problem;
  const [paper, name] = [`submission ${ids.papers[row]}`, ids.reviewers[one]!];
  const price = Math.max(0, solution.price[one]!);
  let edge = start[row]!;
  while (edge < start[row + 1]! && reviewer[edge] !== one) edge += 1;
  if (edge === start[row + 1]) {
    const words = `${name} is not allowed to review ${paper}, or was given no score for it.`;
    return { chosen: false, score: null, price, loss: null, words };
  }
  const chosen = solution.units[edge]! > 0;
  const own = score[edge]!;
  const place = price > 0 ? `a place with ${name} is worth ${price} elsewhere` : `${name} has room to spare`;
  const { loss, because } = lossOf(ids, problem, solution, edge, chosen);
  const begin = `${name} and ${paper} fit with a score of ${own}, and ${place}.`;
  const end = chosen
    ? loss === null
      ? `Without this pair there is no assignment: ${because}`
      : loss === 0
        ? 'Without this pair another assignment would be just as good.'
        : `Without this pair the total would be ${loss} lower.`
    : loss === null
      ? `This pair cannot be had: ${because}`
      : loss === 0
        ? 'Forcing this pair would cost nothing: the two assignments are equally good.'
        : `Forcing this pair would make the total ${loss} lower.`;
  return { chosen, score: own, price, loss, words: `${begin} ${end}` };
}

function lossOf(ids: Ids, problem: Problem, solution: Solution, edge: number, chosen: boolean) {
  const other = chosen ? restrict(problem, (one) => one === edge) : restrict(problem, () => false, [edge]);
  try {
    const prices = solution.price.map(Math.round);
    const { value } = solve(ids, other.problem, { prices });
    return { loss: solution.value - value - lockedValue(problem, other), because: '' };
  } catch (refused) {
    if (refused instanceof Unmatchable) return { loss: null, because: refused.message };
    throw refused;
  }
}
