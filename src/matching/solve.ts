/**
 * Owns the best assignment and its proof. First prices come from an auction where the problem is large, then
 * cheapest exchanges make it exact. Work is counted in pairs looked at, never in time, so that every machine
 * gives the same answer.
 */
import { auction } from './auction.ts';
import { boundAt } from './bound.ts';
import { flowAt, type Flow } from './flow.ts';
import type { Instance } from './instance.ts';
import { valueOf, type Problem, type Solution } from './problem.ts';
import { Unmatchable } from './refusal.ts';
import { plainShortage, provenShortage } from './shortage.ts';
import { settle, settleRoughly } from './shortest-paths.ts';

/** Below this many pairs exact search alone takes less than the auction would save. */
export const large = 50_000;

/**
 * The assignment with the highest total. Throws `Unmatchable`, naming the shortage, where none exists. When
 * `mostSteps` does not suffice, the best found, with a bound that says how far from the best it can be.
 */
export function solve(
  named: Pick<Instance, 'papers' | 'reviewers'>,
  problem: Problem,
  { mostSteps = 600_000_000, prices }: { mostSteps?: number; prices?: Float64Array } = {},
): Solution {
  const plain = plainShortage(named, problem);
  if (plain) throw new Unmatchable(plain);
  const grain = grainOf(problem);
  const first = prices
    ? { price: prices, units: null, steps: 0 }
    : problem.reviewer.length >= large && problem.capacity === 1
      ? openingPrices(problem, grain)
      : { price: new Float64Array(problem.reviewers), units: null, steps: 0 };
  const flow = flowAt(problem, first.price, first.units ?? undefined);
  const end = settle(flow, mostSteps);
  if (end && end !== 'spent') throw new Unmatchable(provenShortage(named, flow, end));
  const price = pricesOf(flow);
  const bound = inGrains(boundAt(problem, price), problem, grain);
  let units = flow.units;
  if (end === 'spent') {
    units = first.units ? Int32Array.from(first.units) : roughly(named, flow);
  }
  const value = valueOf(problem, units);
  return { units, price, value, bound, optimal: value === bound, steps: first.steps + flow.steps };
}

/**
 * Prices to start from, in whole grains. With room to spare one fine round from zero leaves no reviewer dear and
 * idle; without it, rounds from coarse to fine end wars of small bids.
 */
export function openingPrices(problem: Problem, grain = grainOf(problem)) {
  const { score, most, demand } = problem;
  const range = Math.max(1, high(score) + high(score.map((one) => -one)));
  const room = sum(most) > sum(demand);
  const finest = Math.max(range / (room ? 100_000 : 10_000), grain / 16);
  const mostSteps = 200 * score.length;
  const found = auction(problem, { coarsest: room ? finest : range / 10, finest, factor: 6, mostSteps });
  // Bids overshoot by some steps. A little too cheap is repaired by nearby exchanges, a little too dear is not.
  const shift = range / 100_000 > grain && room ? 10 * finest : 0;
  const price = found.price.map((one) => Math.max(0, grain * Math.floor((one - shift) / grain)));
  return { price, units: found.units, steps: found.steps };
}

/** What all differences of totals are multiples of. */
function grainOf({ score }: Problem): number {
  let grain = 0;
  const base = score[0] ?? 0;
  for (const one of score) {
    let [a, b] = [Math.abs(one - base), grain];
    while (b > 0) [a, b] = [b, a % b];
    grain = a;
    if (grain === 1) return 1;
  }
  return grain || 1;
}

/** No total lies between two multiples of the grain (counted from everybody holding the first score). */
function inGrains(bound: number, { score, demand }: Problem, grain: number): number {
  const base = (score[0] ?? 0) * sum(demand);
  return base + grain * Math.floor((bound - base) / grain);
}

/** Price less the pool's: what the reviewer's place is worth. */
function pricesOf({ price, problem }: Flow): Float64Array {
  const level = price[problem.reviewers]!;
  return price.slice(0, problem.reviewers).map((one) => one - level);
}

function roughly(named: Pick<Instance, 'papers' | 'reviewers'>, flow: Flow): Int32Array {
  const end = settleRoughly(flow);
  if (end) throw new Unmatchable(provenShortage(named, flow, end));
  return flow.units;
}

const sum = (numbers: Int32Array) => numbers.reduce((all, one) => all + one, 0);
const high = (numbers: Int32Array) => numbers.reduce((most, one) => Math.max(most, one), -Infinity);
