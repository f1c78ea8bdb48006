/**
 * Owns the draw of one assignment from probabilities, so that every pair comes about exactly as often as its
 * probability says, every paper gets its number, and every load is its expectation or the whole number next to it
 * (dependent rounding: Gandhi, Khuller, Parthasarathy, Srinivasan, Dependent rounding and its applications, 2006).
 */
import type { Chance } from './chance.ts';
import { paperOfPairs, type Problem } from './problem.ts';

/** Pairs that are still open, by paper and by reviewer. */
interface Open {
  parts: Int32Array;
  whole: number;
  /** Of each node (papers, then reviewers) its open pairs, without order. */
  at: number[][];
}

/** 1 for each pair that is drawn, else 0; `parts` out of `whole` are the probabilities. */
export function draw(problem: Problem, parts: Int32Array, whole: number, chance: Chance): Int32Array {
  const { papers, reviewers, reviewer } = problem;
  const paperOf = paperOfPairs(problem);
  const open: Open = {
    parts: parts.slice(),
    whole,
    at: Array.from({ length: papers + reviewers }, () => []),
  };
  for (let edge = 0; edge < parts.length; edge++) {
    if (parts[edge]! % whole === 0) continue;
    open.at[paperOf[edge]!]!.push(edge);
    open.at[papers + reviewer[edge]!]!.push(edge);
  }
  const otherEnd = (edge: number, node: number) =>
    node < papers ? papers + reviewer[edge]! : paperOf[edge]!;
  for (let node = 0; node < papers + reviewers; node++)
    while (open.at[node]!.length > 0) shift(open, wayFrom(open, node, otherEnd), chance, paperOf, problem);
  return open.parts.map((one) => one / whole);
}

/** A chain of open pairs that ends in itself, or at two reviewers who have no other open pair. */
function wayFrom(open: Open, node: number, otherEnd: (edge: number, node: number) => number): number[] {
  const onward = walk(open, node, otherEnd);
  // From one end the walk passes everything only once, and cannot meet its own beginning.
  return onward.end < 0 ? onward.edges : walk(open, onward.end, otherEnd).edges;
}

/** `end` is the node at which no other pair is open, or -1 where the walk came back to itself. */
function walk(open: Open, from: number, otherEnd: (edge: number, node: number) => number) {
  const edges: number[] = [];
  const place = new Map([[from, 0]]);
  let [node, last] = [from, -1];
  for (;;) {
    const edge = open.at[node]!.find((one) => one !== last);
    if (edge === undefined) return { edges, end: node };
    edges.push(edge);
    node = otherEnd(edge, node);
    last = edge;
    const seen = place.get(node);
    if (seen !== undefined) return { edges: edges.slice(seen), end: -1 };
    place.set(node, edges.length);
  }
}

/** Every second pair gains what the others lose; how much and which way is drawn so that none gains on average. */
function shift(open: Open, way: number[], chance: Chance, paperOf: Int32Array, problem: Problem): void {
  const { parts, whole, at } = open;
  let [up, down] = [whole, whole];
  for (const [place, edge] of way.entries()) {
    const [room, held] = [whole - parts[edge]!, parts[edge]!];
    up = Math.min(up, place % 2 === 0 ? room : held);
    down = Math.min(down, place % 2 === 0 ? held : room);
  }
  const amount = chance.whole(up + down) < down ? up : -down;
  for (const [place, edge] of way.entries()) {
    parts[edge] = parts[edge]! + (place % 2 === 0 ? amount : -amount);
    if (parts[edge]! % whole !== 0) continue;
    for (const node of [paperOf[edge]!, problem.papers + problem.reviewer[edge]!])
      at[node]!.splice(at[node]!.indexOf(edge), 1);
  }
}
