/** Rules that several pairs decide together, each as “at most so many of these pairs”. */
import type { Instance } from './instance.ts';
import type { Problem } from './problem.ts';
import type { Rules } from './rules.ts';

export interface Row {
  /** Pairs of the whole problem. */
  edges: number[];
  most: number;
  /** The rule in words, for a refusal. */
  words: string;
}

type Ids = Pick<Instance, 'papers' | 'reviewers'>;

/** Least and most of every attribute for every paper. “At least” is “at most” of those who have it not. */
export function attributeRows(ids: Ids, problem: Problem, { attributes }: Rules): Row[] {
  const { papers, start, reviewer, demand } = problem;
  const rows: Row[] = [];
  for (const { name, has, least, most } of attributes)
    for (let row = 0; row < papers; row++) {
      const all = Array.from({ length: start[row + 1]! - start[row]! }, (_, at) => start[row]! + at);
      const words = (bound: string) => `submission ${ids.papers[row]} has ${bound} of “${name}”`;
      if (least > 0)
        rows.push({
          edges: all.filter((edge) => has[reviewer[edge]!] === 0),
          most: demand[row]! - least,
          words: words(`at least ${least}`),
        });
      if (most < demand[row]!)
        rows.push({
          edges: all.filter((edge) => has[reviewer[edge]!] === 1),
          most,
          words: words(`at most ${most}`),
        });
    }
  return rows;
}

/** What an assignment breaks of the rest: exclusions, and two who review each other's papers. */
export function brokenRows(
  ids: Ids,
  problem: Problem,
  { exclusions, papersBy }: Rules,
  units: Int32Array,
): Row[] {
  const { papers, start, reviewer } = problem;
  const rows: Row[] = [];
  const chosen = Array.from({ length: papers }, () => new Map<number, number>());
  for (let row = 0; row < papers; row++)
    for (let edge = start[row]!; edge < start[row + 1]!; edge++)
      if (units[edge]! > 0) chosen[row]!.set(reviewer[edge]!, edge);
  for (const [one, other] of exclusions)
    for (let row = 0; row < papers; row++) {
      const edges = [chosen[row]!.get(one), chosen[row]!.get(other)];
      if (edges[0] === undefined || edges[1] === undefined || one === other) continue;
      const words = `${ids.reviewers[one]} and ${ids.reviewers[other]} do not share submission ${ids.papers[row]}`;
      rows.push({ edges: [edges[0], edges[1]], most: 1, words });
    }
  for (const [one, papersOfOne] of papersBy)
    for (const row of papersOfOne)
      for (const [other, edge] of chosen[row]!) {
        if (other <= one) continue;
        for (const theirs of papersBy.get(other) ?? []) {
          const back = chosen[theirs]!.get(one);
          if (back === undefined) continue;
          const words = `${ids.reviewers[one]} and ${ids.reviewers[other]} do not review each other`;
          rows.push({ edges: [edge, back], most: 1, words });
        }
      }
  return rows;
}

/** How many pairs an assignment has too many in a row. */
export function excess({ edges, most }: Row, units: Int32Array): number {
  return Math.max(0, edges.reduce((sum, edge) => sum + units[edge]!, 0) - most);
}
