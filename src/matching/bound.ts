import { findBest, roomForBest } from './best-pairs.ts';
import type { Problem } from './problem.ts';

/**
 * The most that any assignment can be worth, by weak duality (linear programming; Ahuja, Magnanti, Orlin, Network
 * Flows, 1993, section 9.4): each paper takes its best pairs at these prices, and reviewers are paid for what they
 * must or may take. True for whatever prices; equal to the optimum for the right ones. In the unit of scores.
 */
export function boundAt(problem: Problem, price: Float64Array): number {
  const { papers, reviewers, demand, capacity, least, most } = problem;
  let floor = 0;
  let bound = 0;
  for (let one = 0; one < reviewers; one++) {
    const at = price[one]!;
    floor = Math.min(floor, at);
    bound += at * (at > 0 ? most[one]! : least[one]!);
  }
  const best = roomForBest(mostPairs(problem));
  for (let paper = 0; paper < papers; paper++) {
    let left = demand[paper]!;
    findBest(problem, price, paper, { wanted: Math.ceil(left / capacity), floor, into: best });
    for (let at = 0; at < best.count; at++) {
      const taken = Math.min(capacity, left);
      bound += taken * best.worth[at]!;
      left -= taken;
    }
  }
  return bound;
}

/** The most pairs that a paper uses when it takes its best: demand over capacity, rounded up. */
export function mostPairs({ demand, capacity }: Problem): number {
  let most = 0;
  for (const units of demand) most = Math.max(most, Math.ceil(units / capacity));
  return most;
}
