/** Invented problems for the solver: small ones whose answer can be found by trying everything, and large ones. */
import fc from 'fast-check';
import type { Instance } from '#app/matching/instance.ts';
import type { Problem } from '#app/matching/problem.ts';

/** Ids that are the indexes themselves. */
export function named({ papers, reviewers }: Pick<Problem, 'papers' | 'reviewers'>) {
  const ids = (count: number) => Array.from({ length: count }, (_, at) => String(at));
  return { papers: ids(papers), reviewers: ids(reviewers) };
}

export interface Small {
  problem: Problem;
  named: Pick<Instance, 'papers' | 'reviewers'>;
}

/** A problem from a table of scores, where null is a pair that is not allowed. */
export function small(
  table: (number | null)[][],
  { k, load, least = 0 }: { k: number; load: number; least?: number },
): Small {
  const [papers, reviewers] = [table.length, table[0]!.length];
  const rows = table.map((row) =>
    row
      .flatMap((score, one) => (score === null ? [] : [{ score, one }]))
      .sort((a, b) => b.score - a.score || a.one - b.one),
  );
  const start = new Int32Array(papers + 1);
  for (const [at, row] of rows.entries()) start[at + 1] = start[at]! + row.length;
  const problem: Problem = {
    papers,
    reviewers,
    start,
    reviewer: Int32Array.from(rows.flat(), ({ one }) => one),
    score: Int32Array.from(rows.flat(), ({ score }) => score),
    demand: new Int32Array(papers).fill(k),
    capacity: 1,
    least: new Int32Array(reviewers).fill(least),
    most: new Int32Array(reviewers).fill(load),
  };
  return { problem, named: named(problem) };
}

/** Every assignment there is, as the pairs in use; only for a handful of papers and reviewers. */
export function everyAssignment({
  papers,
  reviewers,
  start,
  reviewer,
  demand,
  least,
  most,
}: Problem): number[][] {
  const load = new Int32Array(reviewers);
  const found: number[][] = [];
  const chosen: number[] = [];
  const at = (row: number, edge: number, left: number): void => {
    if (row === papers) {
      if (load.every((units, one) => units >= least[one]!)) found.push([...chosen]);
      return;
    }
    if (left === 0) return at(row + 1, start[row + 1]!, demand[row + 1] ?? 0);
    if (edge === start[row + 1]) return;
    const one = reviewer[edge]!;
    if (load[one]! < most[one]!) {
      load[one] = load[one]! + 1;
      chosen.push(edge);
      at(row, edge + 1, left - 1);
      chosen.pop();
      load[one] = load[one]! - 1;
    }
    at(row, edge + 1, left);
  };
  at(0, 0, demand[0] ?? 0);
  return found;
}

/** Tables of scores with gaps and many equal scores, and terms that are often just possible or just not. */
export const smallProblems = fc
  .record({
    papers: fc.integer({ min: 1, max: 4 }),
    reviewers: fc.integer({ min: 1, max: 4 }),
    k: fc.integer({ min: 1, max: 2 }),
    load: fc.integer({ min: 1, max: 4 }),
    least: fc.integer({ min: 0, max: 2 }),
    scores: fc.array(fc.option(fc.integer({ min: -3, max: 9 }), { freq: 4 }), {
      minLength: 16,
      maxLength: 16,
    }),
  })
  .map(({ papers, reviewers, scores, k, load, least }) =>
    small(
      Array.from({ length: papers }, (_, row) => scores.slice(row * 4, row * 4 + reviewers)),
      { k, load, least: Math.min(least, load) },
    ),
  );

/** The same numbers from the same seed (mulberry32), for problems too large to write down. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `candidates` allowed reviewers for each paper; `liking` draws a reviewer's general worth into the scores. */
export function generated({
  papers,
  reviewers,
  candidates,
  k,
  load,
  liking = 0,
  steps = 1_000_000,
  seed = 1,
}: {
  papers: number;
  reviewers: number;
  candidates: number;
  k: number;
  load: number;
  liking?: number;
  steps?: number;
  seed?: number;
}): Problem {
  const next = numbersFrom(seed);
  const liked = Array.from({ length: reviewers }, next);
  const start = Int32Array.from({ length: papers + 1 }, (_, row) => row * candidates);
  const reviewer = new Int32Array(papers * candidates);
  const score = new Int32Array(papers * candidates);
  for (let row = 0; row < papers; row++) {
    const chosen = new Set<number>();
    while (chosen.size < candidates) chosen.add(Math.floor(next() * reviewers));
    const pairs = [...chosen].map((one) => ({
      one,
      score: Math.floor(((1 - liking) * next() + liking * liked[one]!) * steps),
    }));
    pairs.sort((a, b) => b.score - a.score || a.one - b.one);
    for (const [at, pair] of pairs.entries()) {
      reviewer[row * candidates + at] = pair.one;
      score[row * candidates + at] = pair.score;
    }
  }
  const demand = new Int32Array(papers).fill(k);
  const [least, most] = [new Int32Array(reviewers), new Int32Array(reviewers).fill(load)];
  return { papers, reviewers, start, reviewer, score, demand, capacity: 1, least, most };
}
