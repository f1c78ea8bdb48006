/**
 * Owns good first prices for large and tight problems: papers bid for places with reviewers, in rounds of finer
 * and finer steps (Bertsekas and Castanon, The auction algorithm for the transportation problem, 1989). Nothing
 * here is a promise: `shortest-paths.ts` starts from these prices and proves.
 */
import type { Problem } from './problem.ts';

export interface Auction {
  /** One whole number per reviewer, never below zero. */
  price: Float64Array;
  /** Per pair 0 or 1, where every paper found its places in the last round; else null. */
  units: Uint8Array | null;
  steps: number;
}

/** For problems whose pairs carry one unit. `finest` is the last round's step, in the unit of scores. */
export function auction(
  problem: Problem,
  {
    coarsest,
    finest,
    factor,
    mostSteps,
  }: { coarsest: number; finest: number; factor: number; mostSteps: number },
): Auction {
  const price = new Float64Array(problem.reviewers);
  let steps = 0;
  let units: Uint8Array | null = null;
  for (let step = coarsest; ; step = Math.max(finest, Math.floor(step / factor))) {
    const round = bidAll(problem, price, { step, mostSteps: mostSteps - steps });
    steps += round.steps;
    units = round.units;
    if (step <= finest || !units) return { price, units, steps };
  }
}

/** One round; raises `price` in place. */
function bidAll(
  problem: Problem,
  price: Float64Array,
  { step, mostSteps }: { step: number; mostSteps: number },
): { units: Uint8Array | null; steps: number } {
  const { papers, reviewers, start, reviewer, score, demand, most } = problem;
  const units = new Uint8Array(reviewer.length);
  const place = new Int32Array(reviewers + 1);
  for (let one = 0; one < reviewers; one++) place[one + 1] = place[one]! + most[one]!;
  const offer = new Float64Array(place[reviewers]!);
  const held = new Int32Array(place[reviewers]!);
  const taken = new Int32Array(reviewers);
  const holder = new Int32Array(place[reviewers]!);
  const wanting = Int32Array.from(demand);
  const queue = new Int32Array(papers + 1);
  let [head, tail, steps] = [0, 0, 0];
  for (let paper = 0; paper < papers; paper++) if (demand[paper]! > 0) queue[tail++] = paper;
  while (head !== tail) {
    if (steps > mostSteps) return { units: null, steps };
    const paper = queue[head]!;
    head = head === papers ? 0 : head + 1;
    while (wanting[paper]! > 0) {
      let [best, first, second] = [-1, -Infinity, -Infinity];
      const end = start[paper + 1]!;
      let edge = start[paper]!;
      for (; edge < end; edge++) {
        const worth = score[edge]!;
        if (worth <= second) break;
        if (units[edge] === 1) continue;
        const value = worth - price[reviewer[edge]!]!;
        if (value <= second) continue;
        if (value > first) {
          second = first;
          first = value;
          best = edge;
        } else second = value;
      }
      steps += edge - start[paper]! + 1;
      if (best < 0) return { units: null, steps };
      wanting[paper] = wanting[paper]! - 1;
      const one = reviewer[best]!;
      const bid = price[one]! + (second === -Infinity ? step : first - second + step);
      const [from, to] = [place[one]!, place[one + 1]!];
      units[best] = 1;
      let at = from + taken[one]!;
      if (at < to) taken[one] = taken[one]! + 1;
      else {
        at = lowest(offer, from, to);
        units[held[at]!] = 0;
        const loser = holder[at]!;
        if (wanting[loser] === 0 && loser !== paper) {
          queue[tail] = loser;
          tail = tail === papers ? 0 : tail + 1;
        }
        wanting[loser] = wanting[loser]! + 1;
      }
      offer[at] = bid;
      held[at] = best;
      holder[at] = paper;
      if (from + taken[one]! === to) price[one] = offer[lowest(offer, from, to)]!;
    }
  }
  return { units, steps };
}

function lowest(offer: Float64Array, from: number, to: number): number {
  let low = from;
  for (let at = from + 1; at < to; at++) if (offer[at]! < offer[low]!) low = at;
  return low;
}
