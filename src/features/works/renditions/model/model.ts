/**
 * A thing in three dimensions, as it is drawn: triangles in one space, and how their surfaces look. Owns the limits of
 * what is read. Promises that every number in it was checked against the bytes it came from. Leaves out everything that
 * a file tells besides: names, authors, cameras, movement.
 */

export interface Model {
  pieces: Piece[];
  /** Still packed, as they came: PNG, JPEG or WebP. */
  pictures: Uint8Array[];
}

/** One surface's worth of triangles. Upwards is y, and z comes towards whoever stands in front. */
export interface Piece {
  /** Three numbers for each corner. */
  corners: Float32Array;
  /** Three numbers for each corner; null where every triangle is flat. */
  normals: Float32Array | null;
  /** Two numbers for each corner: where it lies in the picture of its surface. */
  spots: Float32Array | null;
  /** Three numbers for each corner, in linear light, 65535 for all of it. */
  tints: Uint16Array | null;
  /** Three corners for each triangle; none is beyond the end of `corners`. */
  triangles: Uint32Array;
  surface: Surface;
}

export interface Surface {
  /** Red, green, blue in linear light, and how much of it covers what is behind. */
  colour: readonly [number, number, number, number];
  glow: readonly [number, number, number];
  /** Its place in `Model.pictures`. */
  picture: number | null;
  wrap: readonly [Wrap, Wrap];
  /** `cut`: there or not there, by `cutAt`; `sheer`: seen through in part. */
  cover: 'whole' | 'cut' | 'sheer';
  cutAt: number;
  /** Shown as bright as it is, whatever the light. */
  unlit: boolean;
}

export type Wrap = 'repeat' | 'mirror' | 'clamp';

export const plainSurface: Surface = {
  colour: [0.6, 0.6, 0.58, 1],
  glow: [0, 0, 0],
  picture: null,
  wrap: ['repeat', 'repeat'],
  cover: 'whole',
  cutAt: 0.5,
  unlit: false,
};

/** More is not needed for pictures of this size, and would not fit into the memory of the child that draws. */
export const modelLimits = {
  triangles: 2_000_000,
  corners: 6_000_000,
  nodes: 20_000,
  depth: 100,
  jsonBytes: 24 * 1024 * 1024,
  pictures: 64,
  bytes: 110 * 1024 * 1024,
} as const;

/** Nothing can be drawn, and why: its words are for the people of the work. */
export class Undrawable extends Error {
  override name = 'Undrawable';
}

export const damaged = () =>
  new Undrawable('The 3D model is damaged or not complete, so no views of it could be drawn.');

export const tooLarge = () =>
  new Undrawable(
    `The 3D model has more than ${modelLimits.triangles / 1_000_000} million triangles, or more parts than can be drawn, so no views of it could be made. A simpler one can be handed in.`,
  );

export const countOf = ({ pieces }: Model): number =>
  pieces.reduce((sum, { triangles }) => sum + triangles.length / 3, 0);
