/** How bright and in which colour a triangle appears at a dot. The lights stand still while the thing turns. */
import type { Camera } from './camera.ts';
import type { Model, Piece } from './model.ts';
import { Painter, type Painted } from './paint.ts';
import type { Sight } from './raster.ts';

type Point = [number, number, number];

/** As seen from the camera: to the right, upwards, towards it. */
const lamps: [from: Point, light: number][] = [
  [[-0.48, 0.62, 0.62], 0.66],
  [[0.85, 0.1, 0.35], 0.16],
];
const light = { above: 0.42, below: 0.24, gloss: 0.05 };

export class Shader {
  readonly colour = new Float32Array(3);
  readonly #model: Model;
  readonly #sight: Sight;
  readonly #eye: Point;
  readonly #key: Point;
  readonly #fill: Point;
  readonly #half: Point;
  readonly #painter: Painter;
  // Of the triangle that was shaded last; its neighbour in the picture is most often the same.
  #triangle = 0;
  #piece: Piece | null = null;
  #shown = new Float32Array();
  #at = 0;
  #face: Point = [0, 0, 1];
  #normal: Point = [0, 0, 1];

  constructor(model: Model, sight: Sight, camera: Camera, painted: readonly (Painted | null)[]) {
    this.#model = model;
    this.#sight = sight;
    this.#eye = camera.eye;
    this.#key = inSpace(camera, lamps[0]![0]);
    this.#fill = inSpace(camera, lamps[1]![0]);
    this.#half = unit(this.#key.map((value, axis) => value + camera.back[axis]!) as Point);
    this.#painter = new Painter(painted);
  }

  /** Leaves its light in `colour`. */
  shade(triangle: number, x: number, y: number): void {
    if (triangle !== this.#triangle) this.#goTo(triangle);
    const piece = this.#piece!;
    const shown = this.#shown;
    const { triangles, surface } = piece;
    const a = triangles[this.#at]! * 3;
    const b = triangles[this.#at + 1]! * 3;
    const c = triangles[this.#at + 2]! * 3;
    const ax = shown[a]!;
    const ay = shown[a + 1]!;
    const bx = shown[b]! - ax;
    const by = shown[b + 1]! - ay;
    const cx = shown[c]! - ax;
    const cy = shown[c + 1]! - ay;
    const area = bx * cy - by * cx;
    // How near it is to each corner as it lies in space, and not as it appears.
    const partB = ((x - ax) * cy - (y - ay) * cx) / area;
    const partC = (bx * (y - ay) - by * (x - ax)) / area;
    const nearA = (1 - partB - partC) * shown[a + 2]!;
    const nearB = partB * shown[b + 2]!;
    const nearC = partC * shown[c + 2]!;
    const sum = nearA + nearB + nearC;
    const paint = this.#painter.at(piece, this.#at, nearA / sum, nearB / sum, nearC / sum);
    const { colour } = this;
    if (surface.unlit) {
      for (let hue = 0; hue < 3; hue++) colour[hue] = paint[hue]!;
      return;
    }
    const n = this.#turnTo(piece, { a, b, c }, nearA, nearB, nearC);
    const open = light.below + (light.above - light.below) * (0.5 + 0.5 * n[1]);
    const lit = open + lamps[0]![1] * facing(n, this.#key) + lamps[1]![1] * facing(n, this.#fill);
    const shine = light.gloss * facing(n, this.#half) ** 24;
    for (let hue = 0; hue < 3; hue++) colour[hue] = paint[hue]! * lit + surface.glow[hue]! + shine;
  }

  #goTo(triangle: number): void {
    const { before, shown } = this.#sight;
    const index = pieceWith(before, triangle);
    const piece = this.#model.pieces[index]!;
    this.#triangle = triangle;
    this.#piece = piece;
    this.#shown = shown[index] as Float32Array<ArrayBuffer>;
    this.#at = (triangle - 1 - before[index]!) * 3;
    this.#face = faceOf(piece, this.#at, this.#eye);
  }

  /** A normal turned away from whoever looks is turned around: there are no backs. */
  #turnTo({ normals }: Piece, corners: Corners, nearA: number, nearB: number, nearC: number): Point {
    const face = this.#face;
    if (!normals) return face;
    const { a, b, c } = corners;
    const x = normals[a]! * nearA + normals[b]! * nearB + normals[c]! * nearC;
    const y = normals[a + 1]! * nearA + normals[b + 1]! * nearB + normals[c + 1]! * nearC;
    const z = normals[a + 2]! * nearA + normals[b + 2]! * nearB + normals[c + 2]! * nearC;
    const turned = x * face[0] + y * face[1] + z * face[2] < 0 ? -1 : 1;
    const length = Math.sqrt(x * x + y * y + z * z) * turned;
    if (length === 0 || !Number.isFinite(length)) return face;
    const n = this.#normal;
    n[0] = x / length;
    n[1] = y / length;
    n[2] = z / length;
    return n;
  }
}

interface Corners {
  a: number;
  b: number;
  c: number;
}

const facing = (n: Point, to: Point) => Math.max(0, n[0] * to[0] + n[1] * to[1] + n[2] * to[2]);

/** The last piece that begins before it. */
function pieceWith(before: readonly number[], triangle: number): number {
  let low = 0;
  let high = before.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (before[middle]! < triangle) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Towards the camera: whoever made the triangle may have gone around it either way. */
function faceOf({ corners, triangles }: Piece, at: number, eye: Point): Point {
  const a = triangles[at]! * 3;
  const b = triangles[at + 1]! * 3;
  const c = triangles[at + 2]! * 3;
  const ux = corners[b]! - corners[a]!;
  const uy = corners[b + 1]! - corners[a + 1]!;
  const uz = corners[b + 2]! - corners[a + 2]!;
  const vx = corners[c]! - corners[a]!;
  const vy = corners[c + 1]! - corners[a + 1]!;
  const vz = corners[c + 2]! - corners[a + 2]!;
  const x = uy * vz - uz * vy;
  const y = uz * vx - ux * vz;
  const z = ux * vy - uy * vx;
  const towards =
    x * (eye[0] - corners[a]!) + y * (eye[1] - corners[a + 1]!) + z * (eye[2] - corners[a + 2]!);
  const length = Math.hypot(x, y, z) * (towards < 0 ? -1 : 1) || 1;
  return [x / length, y / length, z / length];
}

const inSpace = ({ right, up, back }: Camera, [x, y, z]: Point): Point =>
  unit([0, 1, 2].map((axis) => right[axis]! * x + up[axis]! * y + back[axis]! * z) as Point);

const unit = (point: Point): Point => point.map((value) => value / (Math.hypot(...point) || 1)) as Point;
