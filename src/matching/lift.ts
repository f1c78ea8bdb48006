/**
 * Owns the quick way to a floor: a submission below it swaps one pair for a better one, whoever loses a reviewer
 * by that takes another, and so on, along the chain that costs least and pushes nobody else below. Finds answers,
 * proves nothing.
 */
import { Heap } from './heap.ts';
import { paperOfPairs, type Problem } from './problem.ts';
import { totals } from './told.ts';

interface Lifting {
  problem: Problem;
  paperOf: Int32Array;
  price: Float64Array;
  aim: number;
  units: Int32Array;
  sums: Float64Array;
  load: Int32Array;
  heldBy: Set<number>[];
}

/** One exchange: a paper gives up `gives` and takes `takes`; -1 as `before` where the chain begins. */
interface Step {
  gives: number;
  takes: number;
  before: number;
  /** The reviewer who got free at the beginning of the chain. */
  freed: number;
}

/** Units with every submission at `aim` or above, or null. `pinned` pairs stay, and `barred` ones stay out. */
export function lift(
  problem: Problem,
  { units, price }: { units: Int32Array; price: Float64Array },
  aim: number,
  { pinned, barred }: { pinned: (edge: number) => boolean; barred: (edge: number) => boolean },
): { units: Int32Array | null; steps: number } {
  const { reviewers, reviewer } = problem;
  const state: Lifting = {
    problem,
    paperOf: paperOfPairs(problem),
    price,
    aim,
    units: units.slice(),
    sums: totals(problem, units),
    load: new Int32Array(reviewers),
    heldBy: Array.from({ length: reviewers }, () => new Set<number>()),
  };
  for (let edge = 0; edge < units.length; edge++) if (units[edge] === 1) hold(state, edge, 1);
  let steps = reviewer.length;
  for (let row = 0; row < problem.papers; row++) {
    for (let tries = problem.demand[row]!; state.sums[row]! < aim && tries > 0; tries--) {
      const found = cheapest(state, row, pinned, barred);
      steps += found.steps;
      if (!found.chain || !apply(state, found.chain)) return { units: null, steps };
    }
    if (state.sums[row]! < aim) return { units: null, steps };
  }
  const low = state.sums.every((sum) => sum >= aim);
  return { units: low ? state.units : null, steps };
}

function hold({ problem, load, heldBy }: Lifting, edge: number, by: 1 | -1): void {
  const one = problem.reviewer[edge]!;
  load[one] = load[one]! + by;
  if (by > 0) heldBy[one]!.add(edge);
  else heldBy[one]!.delete(edge);
}

/** The chain of exchanges that lifts one submission at the least loss, last exchange first. */
function cheapest(
  state: Lifting,
  row: number,
  pinned: (edge: number) => boolean,
  barred: (edge: number) => boolean,
): { chain: Step[] | null; steps: number } {
  const { problem, paperOf, price, aim, units, sums, load, heldBy } = state;
  const { reviewers, start, reviewer, score, least, most } = problem;
  const step: (Step | undefined)[] = [];
  const cost = new Float64Array(reviewers).fill(Infinity);
  const done = new Uint8Array(reviewers);
  const heap = new Heap(reviewers);
  const brings = (edge: number) => score[edge]! - price[reviewer[edge]!]!;
  let steps = 0;
  const reach = (gives: number, takes: number, far: number, before: number, freed: number) => {
    const to = reviewer[takes]!;
    const there = far + Math.max(0, brings(gives) - brings(takes));
    if (done[to] === 1 || there >= cost[to]!) return;
    cost[to] = there;
    step[to] = { gives, takes, before, freed };
    heap.put(to, there);
  };
  const [from, to] = [start[row]!, start[row + 1]!];
  const swaps = (enough: (gives: number, takes: number) => boolean) => {
    for (let gives = from; gives < to; gives++) {
      if (units[gives] === 0 || pinned(gives)) continue;
      for (let takes = from; takes < to; takes++)
        if (units[takes] === 0 && !barred(takes) && enough(gives, takes))
          reach(gives, takes, 0, -1, reviewer[gives]!);
    }
    steps += to - from;
  };
  swaps((gives, takes) => sums[row]! - score[gives]! + score[takes]! >= aim);
  if (heap.size === 0) swaps((gives, takes) => score[takes]! > score[gives]!);
  while (heap.size > 0) {
    const one = heap.pop();
    done[one] = 1;
    const { freed } = step[one]!;
    if (one === freed || (load[one]! < most[one]! && load[freed]! > least[freed]!))
      return { chain: chainTo(step, one), steps };
    for (const gives of heldBy[one]!) {
      const other = paperOf[gives]!;
      if (other === row || pinned(gives)) continue;
      const needs = Math.min(aim, sums[other]!) - sums[other]! + score[gives]!;
      for (let takes = start[other]!; takes < start[other + 1]! && score[takes]! >= needs; takes++) {
        steps += 1;
        if (units[takes] === 0 && !barred(takes)) reach(gives, takes, cost[one]!, one, freed);
      }
    }
  }
  return { chain: null, steps };
}

function chainTo(step: (Step | undefined)[], last: number): Step[] {
  const chain: Step[] = [];
  for (let at = last; at >= 0; at = step[at]!.before) chain.push(step[at]!);
  return chain;
}

/** False, with nothing changed, where a submission stands in the chain twice and would fall below. */
function apply(state: Lifting, chain: Step[]): boolean {
  const { paperOf, units, sums, aim, problem } = state;
  const before = new Map(chain.map(({ gives }) => [paperOf[gives]!, sums[paperOf[gives]!]!]));
  for (const { gives, takes } of chain) {
    const row = paperOf[gives]!;
    sums[row] = sums[row]! - problem.score[gives]! + problem.score[takes]!;
  }
  const fine = [...before].every(([row, sum]) => sums[row]! >= Math.min(aim, sum));
  const pairs = new Set(chain.flatMap(({ gives, takes }) => [gives, takes]));
  if (!fine || pairs.size < 2 * chain.length) {
    for (const [row, sum] of before) sums[row] = sum;
    return false;
  }
  for (const { gives, takes } of chain) {
    units[gives] = 0;
    units[takes] = 1;
    hold(state, gives, -1);
    hold(state, takes, 1);
  }
  return true;
}
