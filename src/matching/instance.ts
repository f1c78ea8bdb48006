/**
 * Owns the way from a list of pairs as somebody wrote them to rows in one order, whatever order they came in.
 * Ids are kept as text and sorted; indexes everywhere else follow that order.
 */
import { compareIds } from './ids.ts';
import type { Problem } from './problem.ts';
import { Unmatchable } from './refusal.ts';

/** Allowed pairs, in any order: indexes into the two lists of ids, and a whole score each. */
export interface Pairs {
  papers: string[];
  reviewers: string[];
  paper: Int32Array;
  reviewer: Int32Array;
  score: Int32Array;
}

/** Sorted ids, and the allowed pairs row by row as `Problem` wants them. */
export interface Instance extends Pick<Problem, 'start' | 'reviewer' | 'score'> {
  papers: string[];
  reviewers: string[];
}

/** How much everybody gets and takes, in reviews. */
export interface Terms {
  perPaper: number;
  loadMost: number;
  loadLeast: number;
}

/** Sorts; throws `Unmatchable` where a pair is there twice. */
export function instanceOf(pairs: Pairs): Instance {
  const papers = ranked(pairs.papers);
  const reviewers = ranked(pairs.reviewers);
  const count = pairs.score.length;
  const start = new Int32Array(papers.ids.length + 1);
  for (let at = 0; at < count; at++) {
    const row = papers.rank[pairs.paper[at]!]! + 1;
    start[row] = start[row]! + 1;
  }
  for (let row = 0; row < papers.ids.length; row++) start[row + 1] = start[row + 1]! + start[row]!;
  // One number for score and reviewer sorts both at once: scores have 31 bits and a sign, reviewers 20.
  const wide = reviewers.ids.length;
  const top = pairs.score.reduce((most, score) => Math.max(most, score), -Infinity);
  const key = new Float64Array(count);
  const filled = start.slice();
  for (let at = 0; at < count; at++) {
    const row = papers.rank[pairs.paper[at]!]!;
    key[filled[row]!] = (top - pairs.score[at]!) * wide + reviewers.rank[pairs.reviewer[at]!]!;
    filled[row] = filled[row]! + 1;
  }
  const reviewer = new Int32Array(count);
  const score = new Int32Array(count);
  const seen = new Int32Array(wide).fill(-1);
  for (let row = 0; row < papers.ids.length; row++) {
    const [from, to] = [start[row]!, start[row + 1]!];
    key.subarray(from, to).sort();
    for (let at = from; at < to; at++) {
      const lower = Math.floor(key[at]! / wide);
      const one = key[at]! - lower * wide;
      if (seen[one] === row)
        throw new Unmatchable(
          `Submission ${papers.ids[row]} and reviewer ${reviewers.ids[one]} are listed twice.`,
        );
      seen[one] = row;
      reviewer[at] = one;
      score[at] = top - lower;
    }
  }
  return { papers: papers.ids, reviewers: reviewers.ids, start, reviewer, score };
}

/** The same terms for everybody. */
export function problemOf(instance: Instance, { perPaper, loadMost, loadLeast }: Terms): Problem {
  const [papers, reviewers] = [instance.papers.length, instance.reviewers.length];
  const { start, reviewer, score } = instance;
  return {
    papers,
    reviewers,
    start,
    reviewer,
    score,
    demand: new Int32Array(papers).fill(perPaper),
    capacity: 1,
    least: new Int32Array(reviewers).fill(loadLeast),
    most: new Int32Array(reviewers).fill(loadMost),
  };
}

function ranked(ids: string[]): { ids: string[]; rank: Int32Array } {
  const order = ids.map((_, at) => at).sort((a, b) => compareIds(ids[a]!, ids[b]!));
  const rank = new Int32Array(ids.length);
  for (const [place, at] of order.entries()) rank[at] = place;
  return { ids: order.map((at) => ids[at]!), rank };
}
