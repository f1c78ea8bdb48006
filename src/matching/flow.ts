/**
 * Owns the state of an exact solution on its way: every paper holds its best pairs at the present prices, so that
 * prices and pairs always agree, and what is wrong is only that some reviewers hold too much and some too little.
 * `shortest-paths.ts` moves the surplus. The pool stands behind all reviewers: what a reviewer takes beyond the
 * least flows into it.
 */
import { findBest, roomForBest } from './best-pairs.ts';
import { mostPairs } from './bound.ts';
import { paperOfPairs, type Problem } from './problem.ts';

export interface Flow {
  problem: Problem;
  paperOf: Int32Array;
  units: Int32Array;
  /** Per reviewer, and last the pool's. What counts is a reviewer's price less the pool's. */
  price: Float64Array;
  /** What the last unit of each paper brings at the present prices. */
  worth: Float64Array;
  /** The pairs in use of each reviewer, as a chain: the first, then next and previous of each pair; -1 ends it. */
  first: Int32Array;
  next: Int32Array;
  previous: Int32Array;
  load: Int32Array;
  /** What each reviewer passes on to the pool, between least and most. */
  passed: Int32Array;
  /** Held minus passed on, per reviewer, and last the pool's. Zero everywhere is a feasible optimum. */
  surplus: Int32Array;
  /** No price is lower, now or later. */
  floor: number;
  steps: number;
}

/**
 * The best pairs of every paper at these prices (one per reviewer, whole numbers); among equally good ones those
 * that `preferred` marks.
 */
export function flowAt(problem: Problem, prices: Float64Array, preferred?: Uint8Array): Flow {
  const { papers, reviewers, reviewer, demand, capacity, least, most } = problem;
  const price = new Float64Array(reviewers + 1);
  price.set(prices);
  const pairs = reviewer.length;
  const flow: Flow = {
    problem,
    paperOf: paperOfPairs(problem),
    units: new Int32Array(pairs),
    price,
    worth: new Float64Array(papers),
    first: new Int32Array(reviewers).fill(-1),
    next: new Int32Array(pairs),
    previous: new Int32Array(pairs),
    load: new Int32Array(reviewers),
    passed: new Int32Array(reviewers),
    surplus: new Int32Array(reviewers + 1),
    floor: price.reduce((low, one) => Math.min(low, one), 0),
    steps: 0,
  };
  const best = roomForBest(mostPairs(problem));
  for (let paper = 0; paper < papers; paper++) {
    let left = demand[paper]!;
    if (left === 0) flow.worth[paper] = Infinity;
    const wanted = Math.ceil(left / capacity);
    findBest(problem, price, paper, { wanted, floor: flow.floor, into: best, preferred });
    for (let at = 0; at < best.count; at++) {
      const taken = Math.min(capacity, left);
      add(flow, best.edges[at]!, taken);
      left -= taken;
      flow.worth[paper] = Math.floor(best.worth[at]!);
    }
  }
  flow.steps += best.steps;
  let pooled = 0;
  for (let one = 0; one < reviewers; one++) {
    const [held, at] = [flow.load[one]!, price[one]!];
    const passed =
      at > 0 ? most[one]! : at < 0 ? least[one]! : Math.min(most[one]!, Math.max(least[one]!, held));
    flow.passed[one] = passed;
    flow.surplus[one] = held - passed;
    pooled += passed;
  }
  flow.surplus[reviewers] = pooled - demand.reduce((sum, units) => sum + units, 0);
  return flow;
}

/** Puts units on a pair, or takes them off where `units` is negative, and keeps the reviewer's chain true. */
export function add(flow: Flow, edge: number, units: number): void {
  const { first, next, previous } = flow;
  const one = flow.problem.reviewer[edge]!;
  const before = flow.units[edge]!;
  const after = before + units;
  flow.units[edge] = after;
  flow.load[one] = flow.load[one]! + units;
  if (before === 0 && after > 0) {
    const head = first[one]!;
    next[edge] = head;
    previous[edge] = -1;
    if (head >= 0) previous[head] = edge;
    first[one] = edge;
  } else if (before > 0 && after === 0) {
    const [back, on] = [previous[edge]!, next[edge]!];
    if (back < 0) first[one] = on;
    else next[back] = on;
    if (on >= 0) previous[on] = back;
  }
}
