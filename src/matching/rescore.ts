import type { Problem } from './problem.ts';

/** The same problem with other scores, rows in their new order; `edges` leads back to the pairs of the old one. */
export function rescored(
  problem: Problem,
  scoreOf: (edge: number) => number,
): { problem: Problem; edges: Int32Array } {
  const { papers, start, reviewer } = problem;
  const edges = new Int32Array(reviewer.length);
  for (let row = 0; row < papers; row++) {
    const [from, to] = [start[row]!, start[row + 1]!];
    const order = Array.from({ length: to - from }, (_, at) => from + at);
    order.sort((a, b) => scoreOf(b) - scoreOf(a) || reviewer[a]! - reviewer[b]!);
    edges.set(order, from);
  }
  return {
    problem: {
      ...problem,
      reviewer: edges.map((edge) => reviewer[edge]!),
      score: edges.map(scoreOf),
    },
    edges,
  };
}
