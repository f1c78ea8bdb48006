/** Which pairs of one paper are worth most at given prices; equal ones in the order of the problem. */
import type { Problem } from './problem.ts';

export interface Best {
  /** Pairs, the best first; only the first `count` are meant. */
  edges: Int32Array;
  worth: Float64Array;
  count: number;
  /** Pairs looked at. */
  steps: number;
}

/** Room for up to `most` pairs, to be used again for each paper. */
export function roomForBest(most: number): Best {
  return { edges: new Int32Array(most + 1), worth: new Float64Array(most + 1), count: 0, steps: 0 };
}

/**
 * Puts the `wanted` best pairs of `paper` into `into`, by score less price. `floor` is no more than any price:
 * scores fall along a row, so what is left cannot beat what is held once score less floor does not. A preferred
 * pair goes before others of the same whole worth, and is told as half a point more.
 */
export function findBest(
  { start, reviewer, score }: Problem,
  price: Float64Array,
  paper: number,
  { wanted, floor, into, preferred }: { wanted: number; floor: number; into: Best; preferred?: Uint8Array },
): void {
  const { edges, worth } = into;
  const tie = preferred ? 0.5 : 0;
  const end = start[paper + 1]!;
  let count = 0;
  let edge = start[paper]!;
  for (; edge < end; edge++) {
    const full = count === wanted;
    const last = full ? worth[count - 1]! : -Infinity;
    if (full && score[edge]! - floor + tie <= last) break;
    const value = score[edge]! - price[reviewer[edge]!]! + (preferred?.[edge] === 1 ? tie : 0);
    if (value <= last) continue;
    let at = full ? count - 1 : count;
    if (!full) count += 1;
    for (; at > 0 && worth[at - 1]! < value; at--) {
      worth[at] = worth[at - 1]!;
      edges[at] = edges[at - 1]!;
    }
    worth[at] = value;
    edges[at] = edge;
  }
  into.count = count;
  into.steps += edge - start[paper]!;
}
