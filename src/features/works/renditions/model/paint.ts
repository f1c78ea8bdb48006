/** The colour of a spot of a surface: its own, its corners', its picture's. */
import { lightOfByte } from './light.ts';
import type { Piece, Wrap } from './model.ts';

/** A picture of a surface, unpacked: four bytes for each dot. */
export interface Painted {
  width: number;
  height: number;
  dots: Uint8Array;
}

export class Painter {
  readonly #found = new Float32Array(4);
  readonly #painted: readonly (Painted | null)[];

  constructor(painted: readonly (Painted | null)[]) {
    this.#painted = painted;
  }

  /**
   * Red, green, blue in linear light, and how much it covers, where the corners of the triangle have these shares. The
   * same list each time.
   */
  at({ surface, tints, spots, triangles }: Piece, at: number, a: number, b: number, c: number): Float32Array {
    const found = this.#found;
    for (let part = 0; part < 4; part++) found[part] = surface.colour[part]!;
    const first = triangles[at]!;
    const second = triangles[at + 1]!;
    const third = triangles[at + 2]!;
    if (tints)
      for (let hue = 0; hue < 3; hue++) {
        const tint = tints[first * 3 + hue]! * a + tints[second * 3 + hue]! * b + tints[third * 3 + hue]! * c;
        found[hue]! *= tint / 65535;
      }
    const picture = surface.picture === null ? null : this.#painted[surface.picture];
    if (!picture || !spots) return found;
    const u = spots[first * 2]! * a + spots[second * 2]! * b + spots[third * 2]! * c;
    const v = spots[first * 2 + 1]! * a + spots[second * 2 + 1]! * b + spots[third * 2 + 1]! * c;
    this.#mix(picture, u, v, surface.wrap);
    return found;
  }

  /** Between the four dots around it. */
  #mix({ width, height, dots }: Painted, u: number, v: number, wrap: readonly [Wrap, Wrap]): void {
    const x = within(u, wrap[0]) * width - 0.5;
    const y = within(v, wrap[1]) * height - 0.5;
    const left = Math.floor(x);
    const top = Math.floor(y);
    const right = x - left;
    const low = y - top;
    let r = 0;
    let g = 0;
    let b = 0;
    let cover = 0;
    for (let corner = 0; corner < 4; corner++) {
      const weight = (corner & 1 ? right : 1 - right) * (corner & 2 ? low : 1 - low);
      const column = beside(left + (corner & 1), width, wrap[0]);
      const row = beside(top + (corner >> 1), height, wrap[1]);
      const dot = (row * width + column) * 4;
      r += lightOfByte[dots[dot]!]! * weight;
      g += lightOfByte[dots[dot + 1]!]! * weight;
      b += lightOfByte[dots[dot + 2]!]! * weight;
      cover += dots[dot + 3]! * weight;
    }
    const found = this.#found;
    found[0]! *= r;
    found[1]! *= g;
    found[2]! *= b;
    found[3]! *= cover / 255;
  }
}

/** From nothing to one, whatever the number. */
function within(value: number, wrap: Wrap): number {
  if (!Number.isFinite(value)) return 0;
  if (wrap === 'clamp') return Math.min(1, Math.max(0, value));
  const turn = Math.floor(value);
  const rest = value - turn;
  return wrap === 'mirror' && turn % 2 !== 0 ? 1 - rest : rest;
}

function beside(dot: number, size: number, wrap: Wrap): number {
  if (dot >= 0 && dot < size) return dot;
  if (wrap !== 'repeat') return dot < 0 ? 0 : size - 1;
  return ((dot % size) + size) % size;
}
