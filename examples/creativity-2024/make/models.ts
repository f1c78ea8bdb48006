/** The folded weight as a model to walk around: `node make/models.ts`. Where its surface runs is found cell by cell. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Vec = [number, number, number];
const cells = 40;
const reach = 1.06;

/** Below zero inside: a ball, hollowed by two surfaces that never meet. As in `solids.ts`, without its plinth. */
function near([x, y, z]: Vec): number {
  const [a, b, c] = [x * 4.2, (y + 0.55) * 4.2, z * 4.2];
  const gyroid = Math.sin(a) * Math.cos(b) + Math.sin(b) * Math.cos(c) + Math.sin(c) * Math.cos(a);
  const [ball, folds] = [Math.hypot(x, y, z) - 1, (Math.abs(gyroid) - 0.75) / 7.5];
  // A thumb has gone over every edge.
  const thumb = Math.max(0, 0.22 - Math.abs(ball - folds)) / 0.22;
  return Math.max(ball, folds) + (thumb * thumb * 0.22) / 4;
}

const at = (step: number) => (step / cells - 0.5) * 2 * reach;
/** Six tetrahedra that fill a cell, by its corners: bit 0 is x, bit 1 y, bit 2 z. */
const fillings = [
  [0, 1, 3, 7],
  [0, 3, 2, 7],
  [0, 2, 6, 7],
  [0, 6, 4, 7],
  [0, 4, 5, 7],
  [0, 5, 1, 7],
];

const corners: number[] = [];
const normals: number[] = [];
const triangles: number[] = [];
const known = new Map<string, number>();

for (let i = 0; i < cells; i++)
  for (let j = 0; j < cells; j++)
    for (let k = 0; k < cells; k++) {
      const ends = [0, 1, 2, 3, 4, 5, 6, 7].map((bit): [Vec, string] => {
        const steps: Vec = [i + (bit & 1), j + ((bit >> 1) & 1), k + (bit >> 2)];
        return [steps.map(at) as Vec, steps.join()];
      });
      const depths = ends.map(([point]) => near(point));
      if (depths.every((depth) => depth > 0) || depths.every((depth) => depth <= 0)) continue;
      for (const four of fillings) cut(four, ends, depths);
    }

function cut(four: number[], ends: [Vec, string][], depths: number[]): void {
  const inside = four.filter((one) => depths[one]! <= 0);
  const outside = four.filter((one) => depths[one]! > 0);
  if (inside.length === 0 || outside.length === 0) return;
  const edge = (a: number, b: number) => between([ends[a]!, ends[b]!], [depths[a]!, depths[b]!]);
  const [a, b, c] = inside.length === 3 ? outside.concat(inside) : inside.concat(outside);
  if (inside.length === 2) {
    const [p, q] = inside as [number, number];
    const [r, s] = outside as [number, number];
    const ring = [edge(p, r), edge(p, s), edge(q, s), edge(q, r)];
    for (const third of [1, 2]) triangles.push(ring[0]!, ring[third]!, ring[third + 1]!);
  } else
    triangles.push(
      ...[b!, c!, ...four.filter((one) => ![a, b, c].includes(one))].map((one) => edge(a!, one)),
    );
}

/** The corner where the surface crosses an edge, which its neighbours share. */
function between(
  [[a, one], [b, other]]: [[Vec, string], [Vec, string]],
  [from, to]: [number, number],
): number {
  const name = one < other ? `${one}|${other}` : `${other}|${one}`;
  const there = known.get(name);
  if (there !== undefined) return there;
  const part = from / (from - to);
  const point = a.map((value, axis) => value + (b[axis]! - value) * part) as Vec;
  const small = 0.004;
  const slope = point.map((_value, axis) => {
    const moved = (by: number) => near(point.map((value, other) => value + (other === axis ? by : 0)) as Vec);
    return moved(small) - moved(-small);
  });
  const length = Math.hypot(...slope) || 1;
  normals.push(...slope.map((value) => value / length));
  corners.push(...point);
  known.set(name, corners.length / 3 - 1);
  return corners.length / 3 - 1;
}

const places = new Int16Array(corners.length + corners.length / 3);
const slopes = new Int8Array(places.length);
for (let corner = 0; corner < corners.length / 3; corner++)
  for (let axis = 0; axis < 3; axis++) {
    places[corner * 4 + axis] = Math.round((corners[corner * 3 + axis]! / reach) * 32767);
    slopes[corner * 4 + axis] = Math.round(normals[corner * 3 + axis]! * 127);
  }
const order = new Uint16Array(triangles);
if (corners.length / 3 > 65_535) throw new Error('Too many corners for short numbers.');
const parts = [places, slopes, order].map((one) => Buffer.from(one.buffer));
const rest = Buffer.concat([...parts, Buffer.alloc((4 - (order.byteLength % 4)) % 4)]);
const count = corners.length / 3;
const json = {
  asset: { version: '2.0', generator: 'make/models.ts' },
  extensionsUsed: ['KHR_mesh_quantization'],
  extensionsRequired: ['KHR_mesh_quantization'],
  scene: 0,
  scenes: [{ nodes: [0] }],
  nodes: [{ mesh: 0, name: 'Weights (invented)', scale: [reach, reach, reach] }],
  meshes: [{ primitives: [{ attributes: { POSITION: 0, NORMAL: 1 }, indices: 2, material: 0 }] }],
  materials: [
    {
      doubleSided: true,
      pbrMetallicRoughness: { baseColorFactor: [0.52, 0.22, 0.12, 1], roughnessFactor: 0.8 },
    },
  ],
  accessors: [
    {
      bufferView: 0,
      componentType: 5122,
      normalized: true,
      count,
      type: 'VEC3',
      min: [-32767, -32767, -32767],
      max: [32767, 32767, 32767],
    },
    { bufferView: 1, componentType: 5120, normalized: true, count, type: 'VEC3' },
    { bufferView: 2, componentType: 5123, count: order.length, type: 'SCALAR' },
  ],
  bufferViews: [
    { buffer: 0, byteOffset: 0, byteLength: places.byteLength, byteStride: 8, target: 34962 },
    { buffer: 0, byteOffset: places.byteLength, byteLength: slopes.byteLength, byteStride: 4, target: 34962 },
    {
      buffer: 0,
      byteOffset: places.byteLength + slopes.byteLength,
      byteLength: order.byteLength,
      target: 34963,
    },
  ],
  buffers: [{ byteLength: rest.length }],
};
const words = Buffer.from(JSON.stringify(json));
const text = Buffer.concat([words, Buffer.alloc((4 - (words.length % 4)) % 4, 32)]);
const head = Buffer.alloc(20);
[0x46546c67, 2, 28 + text.length + rest.length, text.length, 0x4e4f534a].forEach((word, i) =>
  head.writeUInt32LE(word, i * 4),
);
const next = Buffer.alloc(8);
[rest.length, 0x004e4942].forEach((word, i) => next.writeUInt32LE(word, i * 4));
const folder = join(import.meta.dirname, '..', 'files', 'works', 'weights');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'Weights_model.glb'), Buffer.concat([head, text, next, rest]));
