import { describe, expect, it } from 'vitest';
import { cube, glbOf, plyOf, ring, type Making, type Shape } from '../../../../../tests/models.ts';
import { drawView, sceneOf } from './draw.ts';
import type { Painted } from './paint.ts';
import { readModel } from './read-model.ts';
import { around, mainViews, sideOf, viewCount } from './views.ts';

function drawn(kind: string, bytes: Uint8Array, view: number, painted: Painted[] = []) {
  const scene = sceneOf(readModel(kind, bytes), 60, painted);
  const { frame } = scene;
  const dots = drawView(scene, view);
  const at = (across: number, down: number) => {
    const from = (Math.floor(frame.height * down) * frame.width + Math.floor(frame.width * across)) * 3;
    return [...dots.subarray(from, from + 3)];
  };
  return { frame, middle: at(0.5, 0.5), corner: at(0.02, 0.02), at };
}

/** Which of red, green and blue is by far the strongest; both or none where there is no such. */
const hueOf = ([r = 0, g = 0, b = 0]: number[]) =>
  [
    ['red', r],
    ['green', g],
    ['blue', b],
  ]
    .filter(([, value]) => Number(value) > 1.5 * ((r + g + b) / 3))
    .map(([name]) => name)
    .join() || (r > 100 && g > 100 && b < 90 ? 'yellow' : 'grey');

const pale = (colour: number[]) => Math.min(...colour) > 190;

/** A quad before the thing's middle, on one of its sides. */
function sides(...colours: [side: 'front' | 'right' | 'back' | 'left', tint: number[]][]) {
  const shape: Shape = { corners: [], triangles: [] };
  const tints: number[] = [];
  for (const [side, tint] of colours) {
    const first = shape.corners.length / 3;
    for (const [u, v] of [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const) {
      const z = side === 'front' || side === 'right' ? 1 : -1;
      shape.corners.push(...(side === 'front' || side === 'back' ? [u, v, z] : [z, v, u]));
      tints.push(...tint);
    }
    shape.triangles.push(first, first + 1, first + 2, first, first + 2, first + 3);
  }
  return plyOf(shape, tints).words;
}

describe('a view of a 3D model', () => {
  it('goes around it from the front to the right, and says from where it is', () => {
    const box = sides(
      ['front', [255, 0, 0]],
      ['right', [0, 255, 0]],
      ['back', [0, 0, 255]],
      ['left', [255, 255, 0]],
    );
    const seen = mainViews.slice(0, 4).map((view) => [sideOf(view), hueOf(drawn('ply', box, view).middle)]);
    expect(seen).toEqual([
      ['front', 'red'],
      ['right', 'green'],
      ['back', 'blue'],
      ['left', 'yellow'],
    ]);
    expect([around, viewCount, mainViews]).toEqual([24, 26, [1, 7, 13, 19, 25, 26]]);
    expect([sideOf(3), sideOf(4), sideOf(24), sideOf(25), sideOf(26)]).toEqual([
      'front-right',
      'front-right',
      'front',
      'above',
      'below',
    ]);
  });

  it('shows what is nearer, a ring open in its middle, and a pale ground all around', () => {
    const front = drawn('glb', glbOf(ring(24)), 1);
    const top = drawn('glb', glbOf(ring(24)), 25);
    expect([hueOf(front.middle), pale(front.corner), pale(top.middle), front.frame]).toEqual([
      'red',
      true,
      true,
      { width: 60, height: 40 },
    ]);
    const behind = { corners: [-1, -1, -1, 1, -1, -1, 0, 1, -1], triangles: [0, 1, 2] };
    const both = sides(['front', [255, 0, 0]], ['back', [0, 0, 255]]);
    expect([hueOf(drawn('ply', both, 1).middle), hueOf(drawn('ply', both, 13).middle)]).toEqual([
      'red',
      'blue',
    ]);
    // There are no backs: the triangle is seen from both of its sides.
    const triangle = glbOf(behind);
    expect([1, 13].map((view) => hueOf(drawn('glb', triangle, view).middle))).toEqual(['red', 'red']);
  });

  it('wears its picture, with what is cut out of it', () => {
    const dots = new Uint8Array([0, 0, 255, 255, 0, 0, 255, 255, 255, 0, 0, 0, 255, 0, 0, 0]);
    const picture = { width: 2, height: 2, dots };
    const dressed = (more: object): Making => ({
      image: { mime: 'image/png', bytes: new Uint8Array(4) },
      material: { pbrMetallicRoughness: { baseColorTexture: { index: 0 } }, ...more },
    });
    const wall: Shape = {
      corners: [-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0],
      spots: [0, 1, 1, 1, 1, 0, 0, 0],
      triangles: [0, 1, 2, 0, 2, 3],
    };
    const whole = drawn('glb', glbOf(wall, dressed({})), 1, [picture]);
    const cut = drawn('glb', glbOf(wall, dressed({ alphaMode: 'MASK' })), 1, [picture]);
    const places = [0.35, 0.65] as const;
    expect([
      places.map((down) => hueOf(whole.at(0.5, down))),
      places.map((down) => hueOf(cut.at(0.5, down))),
    ]).toEqual([
      ['blue', 'red'],
      ['blue', 'grey'],
    ]);
  });

  it('is as bright as its light where it needs none', () => {
    const material = {
      pbrMetallicRoughness: { baseColorFactor: [0, 1, 0, 1] },
      extensions: { KHR_materials_unlit: {} },
    };
    expect(drawn('glb', glbOf(cube(), { material }), 4).middle).toEqual([0, 255, 0]);
  });
});
