/**
 * Owns the randomised assignment, against people who conspire to get each other's papers: no pair comes about
 * with more than a given probability (Jecmen and others, Mitigating manipulation in peer review via randomized
 * reviewer assignments, 2020). First the probabilities with the highest expected total, as a flow of parts of a
 * review; then a draw that keeps every probability exactly.
 */
import { chanceFrom } from './chance.ts';
import { draw } from './draw.ts';
import type { Instance } from './instance.ts';
import { valueOf, type Problem, type Solution } from './problem.ts';
import { Unmatchable } from './refusal.ts';
import { plainShortage } from './shortage.ts';
import { large, openingPrices, solve } from './solve.ts';

export interface Capped extends Solution {
  /** Parts of which each pair has `parts[pair]`, out of `whole`: its probability. */
  parts: Int32Array;
  whole: number;
  /** The expected total; `bound` is the most that it could be, and `value` is what this draw brings. */
  expected: number;
}

/** `cap` above 0, up to 1. Throws `Unmatchable`, naming the shortage, where the cap leaves too few pairs. */
export function capped(
  named: Pick<Instance, 'papers' | 'reviewers'>,
  problem: Problem,
  { cap, seed }: { cap: number; seed: string },
): Capped {
  const { whole, capacity } = partsOf(cap);
  const times = (units: Int32Array) => units.map((one) => one * whole);
  const fine: Problem = {
    ...problem,
    demand: times(problem.demand),
    least: times(problem.least),
    most: times(problem.most),
    capacity,
  };
  let solution: Solution;
  try {
    solution = solve(named, fine, { prices: nearbyPrices(named, problem, cap) });
  } catch (refused) {
    if (!(refused instanceof Unmatchable) || whole === 1) throw refused;
    throw new Unmatchable(
      `With no pair above a probability of ${cap}: ${refused.message} (Counted in ${whole} parts of a review.)`,
    );
  }
  const units = draw(problem, solution.units, whole, chanceFrom(seed));
  return {
    units,
    price: solution.price,
    value: valueOf(problem, units),
    bound: solution.bound / whole,
    optimal: solution.optimal,
    steps: solution.steps,
    parts: solution.units,
    whole,
    expected: solution.value / whole,
  };
}

/** Prices for a cap that is one over a whole number, close to this one, where that can be had from an auction. */
function nearbyPrices(named: Pick<Instance, 'papers' | 'reviewers'>, problem: Problem, cap: number) {
  const times = Math.round(1 / cap);
  if (problem.reviewer.length < large) return undefined;
  const near: Problem = {
    ...problem,
    demand: problem.demand.map((one) => one * times),
    least: problem.least.map((one) => one * times),
    most: problem.most.map((one) => one * times),
  };
  return plainShortage(named, near) ? undefined : openingPrices(near).price;
}

/** The cap as a fraction: exact where up to a thousand parts suffice, else the next lower millionth. */
function partsOf(cap: number): { whole: number; capacity: number } {
  for (let whole = 1; whole <= 1000; whole++) {
    const capacity = Math.round(cap * whole);
    if (capacity > 0 && capacity / whole === cap) return { whole, capacity };
  }
  return { whole: 1_000_000, capacity: Math.floor(cap * 1_000_000) };
}
