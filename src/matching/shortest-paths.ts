/**
 * Owns the way to the proven optimum: surplus moves along cheapest chains of exchanges, prices follow, and pairs
 * and prices agree after every move (successive shortest paths: Ahuja, Magnanti, Orlin, Network Flows, 1993,
 * section 9.7; Dijkstra on reduced costs, stopped at the first reviewer that lacks something).
 */
import { add, type Flow } from './flow.ts';
import { Heap } from './heap.ts';

/** Nodes: reviewers, then the pool, then papers. */
interface Search {
  distance: Float64Array;
  /** The pair by which a paper or reviewer was reached; -1 from the pool; of the pool, the reviewer. */
  from: Int32Array;
  settled: Int32Array;
  settledCount: number;
  isSettled: Uint8Array;
  touched: Int32Array;
  touchedCount: number;
  /** Nodes as near as the one being looked at, which need no heap. */
  near: Int32Array;
  heap: Heap;
}

/** The reviewers and papers from which the surplus of `source` finds no way out. */
export interface DeadEnd {
  source: number;
  reached: Uint8Array;
}

/**
 * Moves every surplus away. Answers null when all is well, 'spent' when `mostSteps` pairs were looked at before
 * that, or the dead end that proves that no assignment exists.
 */
export function settle(flow: Flow, mostSteps: number): DeadEnd | 'spent' | null {
  const { reviewers, papers } = flow.problem;
  const search = newSearch(reviewers + 1 + papers);
  for (let source = 0; source <= reviewers; source++) {
    while (flow.surplus[source]! > 0) {
      if (flow.steps >= mostSteps) return 'spent';
      const target = shortest(flow, search, source);
      if (target < 0) return { source, reached: reachedBy(search) };
      reprice(flow, search, target);
      push(flow, search, source, target);
      forget(search);
    }
  }
  return null;
}

/**
 * The same without regard for scores, for when the steps are spent: any chain will do. Prices no longer say
 * anything about the pairs afterwards.
 */
export function settleRoughly(flow: Flow): DeadEnd | null {
  const { reviewers, papers } = flow.problem;
  const search = newSearch(reviewers + 1 + papers);
  for (let source = 0; source <= reviewers; source++) {
    while (flow.surplus[source]! > 0) {
      const target = anyWay(flow, search, source);
      if (target < 0) return { source, reached: reachedBy(search) };
      push(flow, search, source, target);
      forget(search);
    }
  }
  return null;
}

function newSearch(nodes: number): Search {
  return {
    distance: new Float64Array(nodes).fill(Infinity),
    from: new Int32Array(nodes),
    settled: new Int32Array(nodes),
    settledCount: 0,
    isSettled: new Uint8Array(nodes),
    touched: new Int32Array(nodes),
    touchedCount: 0,
    near: new Int32Array(nodes),
    heap: new Heap(nodes),
  };
}

/** The nearest node that lacks something, or -1. */
function shortest(flow: Flow, search: Search, source: number): number {
  const { problem, paperOf, units, price, worth, first, next, passed, surplus, floor } = flow;
  const { reviewers: pool, start, reviewer, score, capacity, least, most } = problem;
  const { distance, from, settled, isSettled, touched, near, heap } = search;
  let touchedCount = 0;
  let settledCount = 0;
  let nearCount = 0;
  let steps = 0;
  /** No further than this: the nearest node found so far that lacks something. */
  let limit = Infinity;
  let target = -1;
  distance[source] = 0;
  touched[touchedCount++] = source;
  near[nearCount++] = source;
  for (;;) {
    let node: number;
    if (nearCount > 0) node = near[--nearCount]!;
    else if (heap.size > 0) node = heap.pop();
    else break;
    if (isSettled[node] === 1) continue;
    const here = distance[node]!;
    isSettled[node] = 1;
    settled[settledCount++] = node;
    if (node <= pool && surplus[node]! < 0) {
      target = node;
      break;
    }
    if (node > pool) {
      const paper = node - pool - 1;
      const base = here + worth[paper]!;
      const end = start[paper + 1]!;
      let edge = start[paper]!;
      for (; edge < end; edge++) {
        if (base - score[edge]! + floor >= limit) break;
        const one = reviewer[edge]!;
        const there = base - score[edge]! + price[one]!;
        const known = distance[one]!;
        if (there >= known || there >= limit || units[edge]! >= capacity) continue;
        if (known === Infinity) touched[touchedCount++] = one;
        distance[one] = there;
        from[one] = edge;
        if (surplus[one]! < 0) limit = there;
        if (there <= here) near[nearCount++] = one;
        else heap.put(one, there);
      }
      steps += edge - start[paper]! + 1;
    } else if (node === pool) {
      for (let one = 0; one < pool; one++) {
        if (passed[one]! <= least[one]!) continue;
        const there = here + price[one]! - price[pool]!;
        const known = distance[one]!;
        if (there >= known || there >= limit) continue;
        if (known === Infinity) touched[touchedCount++] = one;
        distance[one] = there;
        from[one] = -1;
        if (surplus[one]! < 0) limit = there;
        if (there <= here) near[nearCount++] = one;
        else heap.put(one, there);
      }
      steps += pool;
    } else {
      const base = here - price[node]!;
      for (let edge = first[node]!; edge >= 0; edge = next[edge]!) {
        const paper = paperOf[edge]!;
        const to = pool + 1 + paper;
        const there = base + score[edge]! - worth[paper]!;
        const known = distance[to]!;
        steps += 1;
        if (there >= known || there >= limit) continue;
        if (known === Infinity) touched[touchedCount++] = to;
        distance[to] = there;
        from[to] = edge;
        if (there <= here) near[nearCount++] = to;
        else heap.put(to, there);
      }
      if (passed[node]! < most[node]!) {
        const there = here + price[pool]! - price[node]!;
        if (there < distance[pool]! && there < limit) {
          if (distance[pool] === Infinity) touched[touchedCount++] = pool;
          distance[pool] = there;
          from[pool] = node;
          if (surplus[pool]! < 0) limit = there;
          if (there <= here) near[nearCount++] = pool;
          else heap.put(pool, there);
        }
      }
    }
  }
  flow.steps += steps;
  search.touchedCount = touchedCount;
  search.settledCount = settledCount;
  return target;
}

/** Breadth first: the node that lacks something at the end of the shortest chain, or -1. */
function anyWay(flow: Flow, search: Search, source: number): number {
  const { problem, paperOf, units, first, next, passed, surplus } = flow;
  const { reviewers: pool, start, reviewer, capacity, least, most } = problem;
  const { from, settled, isSettled } = search;
  let count = 0;
  const reach = (node: number, by: number) => {
    if (isSettled[node] === 1) return;
    isSettled[node] = 1;
    from[node] = by;
    settled[count++] = node;
  };
  let target = -1;
  reach(source, -1);
  for (let at = 0; at < count && target < 0; at++) {
    const node = settled[at]!;
    if (node <= pool && surplus[node]! < 0) target = node;
    else if (node > pool) {
      const paper = node - pool - 1;
      for (let edge = start[paper]!; edge < start[paper + 1]!; edge++)
        if (units[edge]! < capacity) reach(reviewer[edge]!, edge);
    } else if (node === pool) {
      for (let one = 0; one < pool; one++) if (passed[one]! > least[one]!) reach(one, -1);
    } else {
      for (let edge = first[node]!; edge >= 0; edge = next[edge]!) reach(pool + 1 + paperOf[edge]!, edge);
      if (passed[node]! < most[node]!) reach(pool, node);
    }
  }
  search.settledCount = count;
  search.touchedCount = 0;
  return target;
}

/** Nearer nodes become dearer by what they are nearer, which makes the way found free and no way a gain. */
function reprice({ price, worth, problem }: Flow, search: Search, target: number): void {
  const { reviewers: pool } = problem;
  const { distance, settled } = search;
  const far = distance[target]!;
  for (let at = 0; at < search.settledCount; at++) {
    const node = settled[at]!;
    const gain = far - distance[node]!;
    if (node <= pool) price[node] = price[node]! + gain;
    else worth[node - pool - 1] = worth[node - pool - 1]! - gain;
  }
}

/** Sends as much as fits along the way from source to target. */
function push(flow: Flow, { from }: Search, source: number, target: number): void {
  const { problem, paperOf, units, passed, surplus } = flow;
  const { reviewers: pool, capacity, least, most } = problem;
  let amount = Math.min(surplus[source]!, -surplus[target]!);
  walk((edge, one, gives) => {
    if (edge >= 0) amount = Math.min(amount, gives ? units[edge]! : capacity - units[edge]!);
    else amount = Math.min(amount, gives ? passed[one]! - least[one]! : most[one]! - passed[one]!);
  });
  walk((edge, one, gives) => {
    if (edge >= 0) add(flow, edge, gives ? -amount : amount);
    else passed[one] = passed[one]! + (gives ? -amount : amount);
  });
  surplus[source] = surplus[source]! - amount;
  surplus[target] = surplus[target]! + amount;

  /** From the target back; `gives` where a pair or a reviewer's share of the pool becomes less. */
  function walk(each: (edge: number, one: number, gives: boolean) => void): void {
    for (let node = target; node !== source; ) {
      const edge = from[node]!;
      if (node === pool) {
        each(-1, edge, false);
        node = edge;
      } else if (node > pool) {
        each(edge, -1, true);
        node = problem.reviewer[edge]!;
      } else if (edge < 0) {
        each(-1, node, true);
        node = pool;
      } else {
        each(edge, -1, false);
        node = pool + 1 + paperOf[edge]!;
      }
    }
  }
}

function forget(search: Search): void {
  const { distance, isSettled, touched, settled, heap } = search;
  for (let at = 0; at < search.touchedCount; at++) distance[touched[at]!] = Infinity;
  for (let at = 0; at < search.settledCount; at++) isSettled[settled[at]!] = 0;
  heap.clear();
}

function reachedBy({ isSettled }: Search): Uint8Array {
  return isSettled.slice();
}
