/** Where a thing is looked at from. It stays as large from every side, so that turning it only turns it. */
import type { Size } from '../picture-sizes.ts';
import { damaged, type Model } from './model.ts';
import { angleOf, around } from './views.ts';

type Point = [number, number, number];

/** A drum around the thing, standing on its ground. */
export interface Stand {
  middle: Point;
  radius: number;
  halfHeight: number;
}

export interface Camera {
  eye: Point;
  right: Point;
  up: Point;
  /** From the thing to the camera. */
  back: Point;
  middle: Point;
  distance: number;
  /** How many dots a thing is wide that is as wide as it is far away. */
  zoom: number;
  centre: [number, number];
}

/** Throws where the model is nowhere: all its corners are in one place, or none is a number. */
export function standOf({ pieces }: Model): Stand {
  const low: Point = [Infinity, Infinity, Infinity];
  const high: Point = [-Infinity, -Infinity, -Infinity];
  for (const { corners, triangles } of pieces)
    for (const corner of triangles)
      for (let axis = 0; axis < 3; axis++) {
        const value = corners[corner * 3 + axis]!;
        if (value < low[axis]!) low[axis] = value;
        if (value > high[axis]!) high[axis] = value;
      }
  const middle = low.map((value, axis) => (value + high[axis]!) / 2) as Point;
  const size = Math.hypot(...low.map((value, axis) => high[axis]! - value));
  if (!(size > 0 && Number.isFinite(size))) throw damaged();
  let radius = 0;
  for (const { corners, triangles } of pieces)
    for (const corner of triangles) {
      const far = Math.hypot(corners[corner * 3]! - middle[0], corners[corner * 3 + 2]! - middle[2]);
      if (far > radius) radius = far;
    }
  const least = size / 1000;
  return { middle, radius: Math.max(least, radius), halfHeight: Math.max(least, (high[1] - low[1]) / 2) };
}

/** How large its pictures are: the longer side is `longest`, and their shape follows the thing's. */
export function frameOf(stand: Stand, longest: number): Size {
  const { wide, tall } = extentOf(stand, 1);
  const shape = Math.min(1.5, Math.max(0.75, wide / tall));
  return shape >= 1
    ? { width: longest, height: Math.round(longest / shape) }
    : { width: Math.round(longest * shape), height: longest };
}

const air = 0.9;

export function cameraFor(stand: Stand, view: number, frame: Size): Camera {
  const looking = lookingAt(stand, view);
  // All sides alike: what is seen of a drum does not change as it turns.
  const { wide, tall, centre } = extentOf(stand, view > around ? view : 1);
  const zoom = air * Math.min(frame.width / wide, frame.height / tall);
  return { ...looking, zoom, centre: [frame.width / 2, frame.height / 2 + zoom * centre] };
}

function lookingAt({ middle, radius, halfHeight }: Stand, view: number): Omit<Camera, 'zoom' | 'centre'> {
  const { turn, rise } = angleOf(view);
  const [sin, cos, high, level] = [Math.sin(turn), Math.cos(turn), Math.sin(rise), Math.cos(rise)];
  const back: Point = [sin * level, high, cos * level];
  const distance = 4 * Math.hypot(radius, halfHeight);
  return {
    eye: back.map((value, axis) => middle[axis]! + value * distance) as Point,
    right: [cos, 0, -sin],
    up: [-sin * high, level, -cos * high],
    back,
    middle,
    distance,
  };
}

/** How much of the sight the drum takes at a distance of one, and how far above the middle its middle appears. */
function extentOf(stand: Stand, view: number): { wide: number; tall: number; centre: number } {
  const { right, up, back, distance } = lookingAt(stand, view);
  let [wide, top, bottom] = [0, -Infinity, Infinity];
  for (let step = 0; step < 64; step++)
    for (const y of [-stand.halfHeight, stand.halfHeight]) {
      const angle = (step * Math.PI) / 32;
      const point: Point = [stand.radius * Math.cos(angle), y, stand.radius * Math.sin(angle)];
      const depth = distance - dot(point, back);
      const [x, up1] = [dot(point, right) / depth, dot(point, up) / depth];
      wide = Math.max(wide, Math.abs(x) * 2);
      top = Math.max(top, up1);
      bottom = Math.min(bottom, up1);
    }
  return { wide, tall: top - bottom, centre: (top + bottom) / 2 };
}

const dot = (a: Point, b: Point) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
