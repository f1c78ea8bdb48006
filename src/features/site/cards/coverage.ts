/**
 * From the outline of a letter to how much of each point it covers. Owns the exact area under straight pieces; curves
 * become straight ones beforehand. Knows no fonts and no colours.
 */
export type Point = [x: number, y: number];

export interface Shape {
  /** Of its left upper corner, from where the letter stands. */
  left: number;
  top: number;
  width: number;
  height: number;
  /** Row by row, from 0 to 255. */
  covers: Uint8Array;
}

/** Closed lines, y downwards. What they enclose more than once is covered once. */
export function shapeOf(outlines: readonly Point[][]): Shape {
  const points = outlines.flat();
  if (points.length === 0) return { left: 0, top: 0, width: 0, height: 0, covers: new Uint8Array() };
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))];
  const width = Math.ceil(Math.max(...xs)) - left + 1;
  const height = Math.ceil(Math.max(...ys)) - top + 1;
  const changes = new Float64Array((width + 1) * height + 1);
  for (const outline of outlines)
    for (const [at, [x, y]] of outline.entries()) {
      const [toX, toY] = outline[(at + 1) % outline.length]!;
      addLine(changes, width + 1, [x - left, y - top], [toX - left, toY - top]);
    }
  const covers = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    let sum = 0;
    for (let column = 0; column < width; column++) {
      sum += changes[row * (width + 1) + column]!;
      covers[row * width + column] = Math.round(Math.min(1, Math.abs(sum)) * 255);
    }
  }
  return { left, top, width, height, covers };
}

/** A curve with one or two handles, as straight pieces without their first point. */
export function straightened(from: Point, handles: Point[], to: Point, pieces = 8): Point[] {
  return Array.from({ length: pieces }, (_, at) => {
    let line = [from, ...handles, to];
    const t = (at + 1) / pieces;
    while (line.length > 1)
      line = line.slice(1).map(([x, y], n) => [mix(line[n]![0], x, t), mix(line[n]![1], y, t)]);
    return line[0]!;
  });
}

/** Cut wherever it passes from one point of the grid to the next; each piece changes what lies right of it. */
function addLine(changes: Float64Array, stride: number, [x0, y0]: Point, [x1, y1]: Point): void {
  if (y0 === y1) return;
  const cuts = [0, ...crossings(x0, x1), ...crossings(y0, y1), 1].sort((a, b) => a - b);
  for (let at = 1; at < cuts.length; at++) {
    const [from, to] = [cuts[at - 1]!, cuts[at]!];
    const [x, y] = [mix(x0, x1, (from + to) / 2), mix(y0, y1, (from + to) / 2)];
    const rise = (y1 - y0) * (to - from);
    const cell = Math.floor(y) * stride + Math.floor(x);
    const right = (x - Math.floor(x)) * rise;
    changes[cell]! += rise - right;
    changes[cell + 1]! += right;
  }
}

/** Where between 0 and 1 a way from one number to another passes a whole one. */
function crossings(from: number, to: number): number[] {
  const [low, high] = from < to ? [from, to] : [to, from];
  const found: number[] = [];
  for (let whole = Math.floor(low) + 1; whole < high; whole++) found.push((whole - from) / (to - from));
  return found;
}

const mix = (from: number, to: number, t: number) => from + (to - from) * t;
