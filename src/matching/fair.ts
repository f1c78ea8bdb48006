/**
 * Owns the fair assignment: first the submission that is worst off gets as much as can be, then the total is as
 * high as can be at that floor. Sums of whole pairs are no flow, so this is a search: the best flow is a bound; a
 * submission below the floor splits the problem by one of its pairs (branch and bound), and pairs with which no
 * submission could reach the floor are left out beforehand.
 */
import type { Instance } from './instance.ts';
import { lift } from './lift.ts';
import { valueOf, type Problem, type Solution } from './problem.ts';
import { Unmatchable } from './refusal.ts';
import { lockedValue, restrict, widened } from './restrict.ts';
import { solve } from './solve.ts';
import { least, totals } from './told.ts';

type Named = Pick<Instance, 'papers' | 'reviewers'>;

export interface Fair extends Solution {
  /** What the submission that is worst off gets. */
  floor: number;
  /** No assignment gives every submission more than this; proven. */
  floorBound: number;
  /** What the floor costs: the highest total without it, less the value. */
  cost: number;
}

/** One part of the search: pairs that are out, pairs that are in, and its best flow, unless there is none. */
interface Part {
  out: ReadonlySet<number>;
  locked: readonly number[];
  value: number;
  units: Int32Array;
  price: Float64Array;
}

/** Steps stand for time: all of the search looks at no more pairs than this. */
interface Budget {
  steps: number;
}

/** Throws `Unmatchable` where no assignment exists at all. For problems whose pairs carry one unit. */
export function fair(named: Named, problem: Problem, { mostSteps = 60_000_000 } = {}): Fair {
  const free = solve(named, problem);
  const budget: Budget = { steps: mostSteps };
  let best = { ...free, floor: least(totals(problem, free.units)) };
  const search = (aim: number, share: number) => {
    const found = reach(named, problem, free, aim, budget, share);
    const { part, bound } = found;
    if (!part) return found;
    const floor = least(totals(problem, part.units));
    if (floor > best.floor || part.value > best.value || bound < best.bound)
      best = { ...best, floor, units: part.units, value: part.value, bound };
    return found;
  };
  let top = highestFloor(named, problem, free, best.floor, budget);
  let high = top;
  // From above, for most often the bound itself is reached; then by halves, each with a share of what is left.
  for (let aim = high; best.floor < high && budget.steps > 0; aim = Math.ceil((best.floor + high) / 2)) {
    const { part, exhausted } = search(aim, budget.steps / 3);
    if (part) continue;
    high = aim - 1;
    if (exhausted) top = high;
  }
  if (best.value < best.bound && budget.steps > 0) search(best.floor, budget.steps);
  const { floor, value, bound } = best;
  const steps = free.steps + mostSteps - budget.steps;
  return {
    ...best,
    floorBound: top,
    optimal: floor === top && value === bound,
    cost: free.value - value,
    steps,
  };
}

/** The highest floor that no single submission and no flow of the pairs that could reach it forbids. */
function highestFloor(named: Named, problem: Problem, free: Solution, from: number, budget: Budget): number {
  let [low, high] = [from, bestAlone(problem)];
  while (low < high && budget.steps > 0) {
    const aim = low + Math.ceil((high - low) / 2);
    if (partOf(named, problem, aim, { out: new Set(), locked: [], price: free.price }, budget)) low = aim;
    else high = aim - 1;
  }
  return high;
}

/** The least, over submissions, of what each would get if it had the first choice. */
function bestAlone({ papers, start, score, demand }: Problem): number {
  let low = Infinity;
  for (let row = 0; row < papers; row++) {
    let sum = 0;
    for (let at = 0; at < demand[row]!; at++) sum += score[start[row]! + at]!;
    low = Math.min(low, sum);
  }
  return low;
}

/**
 * The highest total at the floor `aim`, within the budget: depth first to a first answer, then always the part
 * with the highest bound. `exhausted` when the search ended by itself.
 */
function reach(
  named: Named,
  problem: Problem,
  free: Solution,
  aim: number,
  budget: Budget,
  share: number,
): { part: Part | null; bound: number; exhausted: boolean } {
  const until = budget.steps - share;
  const root = partOf(named, problem, aim, { out: new Set(), locked: [], price: free.price }, budget);
  const open: Part[] = root ? [root] : [];
  let found: Part | null = null;
  while (open.length > 0 && budget.steps > until) {
    const part: Part = found ? takeBest(open) : open.pop()!;
    if (found && part.value <= found.value) continue;
    const poor = poorest(problem, part.units, aim);
    if (poor < 0) {
      found = part;
      continue;
    }
    const lifted = liftedPart(problem, part, aim, budget);
    if (lifted && lifted.value > (found?.value ?? -Infinity)) found = lifted;
    open.push(...split(named, problem, aim, part, poor, budget).reverse());
  }
  const left = open.reduce((most, part) => Math.max(most, part.value), found?.value ?? -Infinity);
  return { part: found, bound: left, exhausted: open.length === 0 };
}

/** A quick answer inside a part, which the part's own value bounds. */
function liftedPart(problem: Problem, part: Part, aim: number, budget: Budget): Part | null {
  const { units, steps } = lift(problem, part, aim, {
    pinned: (edge) => part.locked.includes(edge),
    barred: (edge) => part.out.has(edge),
  });
  budget.steps -= steps;
  return units && { ...part, units, value: valueOf(problem, units) };
}

function takeBest(open: Part[]): Part {
  let best = 0;
  for (let at = 1; at < open.length; at++) if (open[at]!.value > open[best]!.value) best = at;
  return open.splice(best, 1)[0]!;
}

/** The submission furthest below the aim, or -1. */
function poorest(problem: Problem, units: Int32Array, aim: number): number {
  const all = totals(problem, units);
  let poor = -1;
  for (let row = 0; row < all.length; row++)
    if (all[row]! < aim && (poor < 0 || all[row]! < all[poor]!)) poor = row;
  return poor;
}

/** Without its weakest pair; with that and without the next; and so on: every better set is in exactly one. */
function split(named: Named, problem: Problem, aim: number, part: Part, row: number, budget: Budget): Part[] {
  const { out, locked, price } = part;
  const parts: Part[] = [];
  const kept = [...locked];
  for (let edge = problem.start[row + 1]! - 1; edge >= problem.start[row]!; edge--) {
    if (part.units[edge] === 0 || locked.includes(edge)) continue;
    const one = partOf(
      named,
      problem,
      aim,
      { out: new Set([...out, edge]), locked: [...kept], price },
      budget,
    );
    if (one) parts.push(one);
    kept.push(edge);
  }
  return parts;
}

/** The best flow of a part, or null where it has none or a submission in it cannot reach the aim. */
function partOf(
  named: Named,
  problem: Problem,
  aim: number,
  { out, locked, price }: Pick<Part, 'out' | 'locked' | 'price'>,
  budget: Budget,
): Part | null {
  const cut = weakest(problem, aim, out, locked);
  budget.steps -= problem.reviewer.length;
  if (!cut) return null;
  const { score } = problem;
  const inner = restrict(problem, (edge, row) => score[edge]! < cut[row]! || out.has(edge), locked);
  try {
    const { units, price: prices, steps, bound } = solve(named, inner.problem, { prices: price });
    budget.steps -= steps;
    const value = bound + lockedValue(problem, inner);
    return { out, locked, price: prices, units: widened(problem, inner, units), value };
  } catch (refused) {
    if (refused instanceof Unmatchable) return null;
    throw refused;
  }
}

/** Per submission the lowest score with which it can still reach the aim; null where one cannot at all. */
function weakest(
  { papers, start, score, demand }: Problem,
  aim: number,
  out: ReadonlySet<number>,
  locked: readonly number[],
): Float64Array | null {
  const cut = new Float64Array(papers);
  const isLocked = new Set(locked);
  for (let row = 0; row < papers; row++) {
    let [sum, count, last] = [0, 0, 0];
    const wanted = demand[row]!;
    for (let edge = start[row]!; edge < start[row + 1]!; edge++) {
      if (isLocked.has(edge)) {
        sum += score[edge]!;
        count += 1;
      }
    }
    for (let edge = start[row]!; count < wanted && edge < start[row + 1]!; edge++) {
      if (isLocked.has(edge) || out.has(edge)) continue;
      last = score[edge]!;
      sum += last;
      count += 1;
    }
    if (count < wanted || sum < aim) return null;
    cut[row] = aim - (sum - last);
  }
  return cut;
}
