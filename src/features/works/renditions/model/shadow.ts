/** The soft shadow of a thing on the ground that it stands on: darker under what is nearer to the ground. */
import type { Camera, Stand } from './camera.ts';
import type { Model } from './model.ts';

/** Dots along one side of the map, which is three times as wide as the thing. */
const side = 192;
const reach = 3;
const darkest = 0.42;
/** Points that are let fall between corners; beyond them corners are enough. */
const mostFalling = 12_000_000;

export class Shadow {
  readonly #map: Float32Array;
  readonly #stand: Stand;

  constructor(model: Model, stand: Stand) {
    this.#stand = stand;
    this.#map = blurred(fallen(model, stand));
  }

  /** From nothing to one, at a dot of a view where nothing stands before the ground. */
  at({ eye, right, up, back, zoom, centre }: Camera, x: number, y: number): number {
    const across = (x - centre[0]) / zoom;
    const high = (centre[1] - y) / zoom;
    const fall = up[1] * high - back[1];
    // From below, or above the horizon, there is no ground.
    if (back[1] <= 0 || fall >= -1e-9) return 0;
    const { middle, radius, halfHeight } = this.#stand;
    const far = (middle[1] - halfHeight - eye[1]) / fall;
    const east = eye[0] + far * (right[0] * across + up[0] * high - back[0]) - middle[0];
    const south = eye[2] + far * (right[2] * across + up[2] * high - back[2]) - middle[2];
    return this.#looked((east / (reach * radius) + 0.5) * side, (south / (reach * radius) + 0.5) * side);
  }

  #looked(x: number, y: number): number {
    const left = Math.floor(x - 0.5);
    const top = Math.floor(y - 0.5);
    if (!(left >= 0 && top >= 0 && left < side - 1 && top < side - 1)) return 0;
    const right = x - 0.5 - left;
    const low = y - 0.5 - top;
    const from = top * side + left;
    const map = this.#map;
    const upper = map[from]! * (1 - right) + map[from + 1]! * right;
    const lower = map[from + side]! * (1 - right) + map[from + side + 1]! * right;
    return upper * (1 - low) + lower * low;
  }
}

/** What lies over each dot of the ground, by corners and middles of triangles: what is blurred needs no more. */
function fallen({ pieces }: Model, { middle, radius, halfHeight }: Stand): Float32Array {
  const map = new Float32Array(side * side);
  const put = (x: number, y: number, z: number) => {
    const column = Math.floor(((x - middle[0]) / (reach * radius) + 0.5) * side);
    const row = Math.floor(((z - middle[2]) / (reach * radius) + 0.5) * side);
    if (!(column >= 0 && row >= 0 && column < side && row < side)) return;
    const height = (y - middle[1] + halfHeight) / Math.max(radius, halfHeight);
    const dark = darkest * Math.max(0, 1 - height / 1.2);
    const at = row * side + column;
    if (dark > map[at]!) map[at] = dark;
  };
  const step = (reach * radius) / side;
  let falling = 0;
  for (const { corners, triangles } of pieces)
    for (let at = 0; at < triangles.length; at += 3) {
      const [a, b, c] = [triangles[at]! * 3, triangles[at + 1]! * 3, triangles[at + 2]! * 3];
      const wide = Math.max(
        ...[b, c].map((one) => Math.hypot(corners[one]! - corners[a]!, corners[one + 2]! - corners[a + 2]!)),
      );
      // Large triangles cover the dots between their corners as well.
      const wanted = Math.min(side, Math.max(1, Math.ceil((wide * 1.5) / step) || 1));
      const parts = falling > mostFalling ? 1 : wanted;
      falling += (parts * parts) / 2;
      for (let i = 0; i <= parts; i++)
        for (let j = 0; i + j <= parts; j++) {
          const [partB, partC] = [i / parts, j / parts];
          const between = (axis: number) =>
            corners[a + axis]! * (1 - partB - partC) +
            corners[b + axis]! * partB +
            corners[c + axis]! * partC;
          put(between(0), between(1), between(2));
        }
    }
  return map;
}

/** Three times over, which is nearly as soft as light from a window. */
function blurred(map: Float32Array): Float32Array {
  let from = map;
  for (let round = 0; round < 3; round++)
    for (const apart of [1, side]) {
      const to = new Float32Array(side * side);
      for (let at = 0; at < to.length; at++) {
        let sum = 0;
        for (let step = -5; step <= 5; step++) sum += from[at + step * apart] ?? 0;
        to[at] = sum / 11;
      }
      from = to;
    }
  return from;
}
