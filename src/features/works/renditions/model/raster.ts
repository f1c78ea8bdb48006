/** Which triangle is nearest at each dot of a view: a buffer of depths, and nothing of colours yet. */
import type { Size } from '../picture-sizes.ts';
import type { Camera } from './camera.ts';
import { Undrawable, type Model, type Piece } from './model.ts';
import { Painter, type Painted } from './paint.ts';

/** Dots that may be looked at for one view: forty times all of them, however the triangles lie. */
const mostDots = 160_000_000;

export interface Sight extends Size {
  /** One over the distance; zero where there is nothing. */
  near: Float32Array;
  /** Which triangle, counted through all pieces from one; zero where there is none. */
  which: Int32Array;
  /** By piece: where each corner appears, and one over its distance. */
  shown: Float32Array[];
  /** By piece: how many triangles there were before it. */
  before: number[];
}

/** Threshold of each dot of a square of four by four, for what is seen through in part. */
const grain = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5].map((value) => (value + 0.5) / 16);

/** Room for every view of a model, one after the other: a large one would not fit twice into the memory of a child. */
export function roomFor({ pieces }: Model, size: Size): Sight {
  const dots = size.width * size.height;
  let count = 0;
  const before = pieces.map(({ triangles }) => (count += triangles.length / 3) - triangles.length / 3);
  return {
    ...size,
    near: new Float32Array(dots),
    which: new Int32Array(dots),
    shown: pieces.map(({ corners }) => new Float32Array(corners.length)),
    before,
  };
}

/** Whatever was in `sight` is seen no more. */
export function look(sight: Sight, model: Model, camera: Camera, painted: readonly (Painted | null)[]): void {
  sight.near.fill(0);
  sight.which.fill(0);
  let count = 0;
  let looked = 0;
  const painter = new Painter(painted);
  for (const [index, piece] of model.pieces.entries()) {
    const shown = sight.shown[index]!;
    show(camera, piece, shown);
    for (let at = 0; at < piece.triangles.length; at += 3) {
      count += 1;
      looked += drawn(sight, piece, { shown, at, number: count, painter });
      if (looked > mostDots)
        throw new Undrawable(
          'The 3D model holds very many large surfaces one behind the other, so no views of it could be drawn in a fair time.',
        );
    }
  }
}

function show(camera: Camera, { corners }: Piece, out: Float32Array): void {
  const { middle, right, up, back, distance, zoom, centre } = camera;
  for (let at = 0; at < corners.length; at += 3) {
    const x = corners[at]! - middle[0];
    const y = corners[at + 1]! - middle[1];
    const z = corners[at + 2]! - middle[2];
    const near = 1 / (distance - (x * back[0] + y * back[1] + z * back[2]));
    out[at] = centre[0] + zoom * near * (x * right[0] + y * right[1] + z * right[2]);
    out[at + 1] = centre[1] - zoom * near * (x * up[0] + y * up[1] + z * up[2]);
    out[at + 2] = near * distance;
  }
}

interface Drawing {
  shown: Float32Array;
  at: number;
  number: number;
  painter: Painter;
}

/** How many dots were looked at. A corner that is no number makes a triangle that is nowhere. */
function drawn(sight: Sight, piece: Piece, { shown, at, number, painter }: Drawing): number {
  const { triangles, surface } = piece;
  const { width, height, near, which } = sight;
  const a = triangles[at]! * 3;
  const b = triangles[at + 1]! * 3;
  const c = triangles[at + 2]! * 3;
  const ax = shown[a]!;
  const ay = shown[a + 1]!;
  const az = shown[a + 2]!;
  const bx = shown[b]!;
  const by = shown[b + 1]!;
  const bz = shown[b + 2]!;
  const cx = shown[c]!;
  const cy = shown[c + 1]!;
  const cz = shown[c + 2]!;
  const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  if (!(Math.abs(area) > 1e-12 && az > 0 && bz > 0 && cz > 0 && Math.abs(area) < Infinity)) return 1;
  const left = Math.max(0, Math.ceil(Math.min(ax, bx, cx) - 0.5));
  const right = Math.min(width - 1, Math.floor(Math.max(ax, bx, cx) - 0.5));
  const top = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5));
  const bottom = Math.min(height - 1, Math.floor(Math.max(ay, by, cy) - 0.5));
  if (!(left <= right && top <= bottom)) return 1;
  const acrossB = (cy - ay) / area;
  const acrossC = (ay - by) / area;
  for (let y = top; y <= bottom; y++) {
    const px = left + 0.5 - ax;
    const py = y + 0.5 - ay;
    let partB = (px * (cy - ay) - py * (cx - ax)) / area;
    let partC = ((bx - ax) * py - (by - ay) * px) / area;
    const row = y * width;
    for (let x = left; x <= right; x++, partB += acrossB, partC += acrossC) {
      const partA = 1 - partB - partC;
      if (partA < -1e-9 || partB < -1e-9 || partC < -1e-9) continue;
      const depth = partA * az + partB * bz + partC * cz;
      if (depth <= near[row + x]!) continue;
      if (surface.cover !== 'whole') {
        const nearA = (partA * az) / depth;
        const nearB = (partB * bz) / depth;
        const cover = painter.at(piece, at, nearA, nearB, 1 - nearA - nearB)[3]!;
        if (cover < (surface.cover === 'cut' ? surface.cutAt : grain[(y & 3) * 4 + (x & 3)]!)) continue;
      }
      near[row + x] = depth;
      which[row + x] = number;
    }
  }
  return (right - left + 1) * (bottom - top + 1);
}
