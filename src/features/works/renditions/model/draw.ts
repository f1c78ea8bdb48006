/** One view of a thing as dots: in soft light from the upper left, on a pale ground, with a shadow where it stands. */
import type { Size } from '../picture-sizes.ts';
import { cameraFor, frameOf, standOf, type Camera, type Stand } from './camera.ts';
import { byteOfLight, lightOfByte } from './light.ts';
import type { Model } from './model.ts';
import type { Painted } from './paint.ts';
import { look, roomFor, type Sight } from './raster.ts';
import { Shader } from './shade.ts';
import { Shadow } from './shadow.ts';

export interface Scene {
  model: Model;
  stand: Stand;
  shadow: Shadow;
  painted: (Painted | null)[];
  frame: Size;
  sight: Sight;
}

export function sceneOf(model: Model, longest: number, painted: (Painted | null)[] = []): Scene {
  const stand = standOf(model);
  const frame = frameOf(stand, longest);
  const sight = roomFor(model, { width: frame.width * 2, height: frame.height * 2 });
  return { model, stand, shadow: new Shadow(model, stand), painted, frame, sight };
}

/** Three bytes for each dot. Four fine dots become one, so that edges are smooth, and so is what is seen through. */
export function drawView({ model, stand, shadow, painted, frame, sight }: Scene, view: number): Uint8Array {
  const camera = cameraFor(stand, view, sight);
  look(sight, model, camera, painted);
  const shader = new Shader(model, sight, camera, painted);
  const out = new Uint8Array(frame.width * frame.height * 3);
  const mixed = new Float32Array(3);
  for (let y = 0; y < frame.height; y++)
    for (let x = 0; x < frame.width; x++) {
      mixed.fill(0);
      const empty = gathered(sight, shader, x * 2, y * 2, mixed);
      if (empty > 0)
        behind(camera, shadow, { x: x * 2 + 1, y: y * 2 + 1, down: y / frame.height, empty }, mixed);
      const at = (y * frame.width + x) * 3;
      for (let hue = 0; hue < 3; hue++) out[at + hue] = byteOfLight(mixed[hue]! / 4);
    }
  return out;
}

/** Adds what four fine dots show, and answers how many of them show nothing. A triangle is shaded once for its dots. */
function gathered(
  { which, width }: Sight,
  shader: Shader,
  x: number,
  y: number,
  mixed: Float32Array,
): number {
  const from = y * width + x;
  let empty = 0;
  let done = 0;
  for (let fine = 0; fine < 4; fine++) {
    if (done & (1 << fine)) continue;
    const triangle = which[from + (fine & 1) + (fine >> 1) * width]!;
    let count = 0;
    let [column, row] = [0, 0];
    for (let other = fine; other < 4; other++) {
      if (which[from + (other & 1) + (other >> 1) * width] !== triangle) continue;
      done |= 1 << other;
      count += 1;
      column += other & 1;
      row += other >> 1;
    }
    if (triangle === 0) {
      empty = count;
      continue;
    }
    shader.shade(triangle, x + column / count + 0.5, y + row / count + 0.5);
    for (let hue = 0; hue < 3; hue++) mixed[hue]! += shader.colour[hue]! * count;
  }
  return empty;
}

const [above, below] = [
  [0xed, 0xec, 0xe8],
  [0xd6, 0xd4, 0xce],
].map((hues) => hues.map((hue) => lightOfByte[hue]!)) as [number[], number[]];

interface Spot {
  x: number;
  y: number;
  down: number;
  empty: number;
}

function behind(camera: Camera, shadow: Shadow, { x, y, down, empty }: Spot, mixed: Float32Array): void {
  const light = (1 - shadow.at(camera, x, y)) * empty;
  for (let hue = 0; hue < 3; hue++) mixed[hue]! += (above[hue]! * (1 - down) + below[hue]! * down) * light;
}
