import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cube, glbOf, gltfOf, objOf, packedGlb, plyOf, ring, stlOf } from '../../../../../tests/models.ts';
import { standOf } from './camera.ts';
import { drawView, sceneOf } from './draw.ts';
import { countOf, Undrawable } from './model.ts';
import { readModel } from './read-model.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Where it lies, and of how many triangles it is. */
function measured(kind: string, bytes: Uint8Array, beside = new Map<string, Uint8Array>()) {
  const model = readModel(kind, bytes, beside);
  const { middle, radius, halfHeight } = standOf(model);
  const round = (value: number) => Math.round(value * 100) / 100 + 0;
  return [countOf(model), middle.map(round), round(radius), round(halfHeight)];
}

const refused = (kind: string, bytes: Uint8Array): string => {
  try {
    readModel(kind, bytes);
    return 'drawn';
  } catch (problem) {
    return problem instanceof Undrawable ? problem.message : String(problem);
  }
};

const asCube = [12, [0, 0, 0], 1.41, 1];
const ofNode = (node: object) => glbOf(cube(), { node });
const changed = (more: Record<string, unknown>) => glbOf(cube(), { more });

describe('a 3D model', () => {
  it('is the same thing as a GLB, a glTF with its bytes beside or inside, an STL, an OBJ and a PLY', () => {
    const { json, rest } = gltfOf(cube());
    const beside = { ...json, buffers: [{ byteLength: rest.length, uri: 'parts/a%20cube.bin' }] };
    const inside = `data:application/octet-stream;base64,${Buffer.from(rest).toString('base64')}`;
    const one = { ...json, buffers: [{ byteLength: rest.length, uri: inside }] };
    expect([
      measured('glb', glbOf(cube())),
      measured('gltf', bytesOf(JSON.stringify(beside)), new Map([['parts/a cube.bin', rest]])),
      measured('gltf', bytesOf(JSON.stringify(one))),
      measured('stl', stlOf(cube()).binary),
      measured('stl', stlOf(cube()).words),
      measured('obj', objOf(cube())),
      measured('ply', plyOf(cube()).binary),
      measured('ply', plyOf(cube()).words),
    ]).toEqual(Array(8).fill(asCube));
  });

  it('stands where its nodes put it: moved, turned, made larger, by a matrix, below another', () => {
    const quarter = Math.SQRT1_2;
    const nodes = [
      { children: [1], translation: [0, 10, 0] },
      { mesh: 0, translation: [5, 0, 0], scale: [1, 3, 1] },
    ];
    expect([
      measured('glb', ofNode({ translation: [1, 2, 3], scale: [2, 2, 2] })),
      measured('glb', ofNode({ scale: [1, 3, 1], rotation: [0, 0, quarter, quarter] })),
      measured('glb', ofNode({ matrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, -4, 0, 1] })),
      measured('glb', changed({ nodes })),
      measured('glb', changed({ nodes, scenes: undefined, scene: undefined })),
    ]).toEqual([
      [12, [1, 2, 3], 2.83, 2],
      [12, [0, 0, 0], 3.16, 1],
      [12, [0, -4, 0], 1.41, 1],
      [12, [5, 10, 0], 1.41, 3],
      [12, [5, 10, 0], 1.41, 3],
    ]);
  });

  it('may be strips or fans of triangles; lines and points are no surface', () => {
    const square = { corners: [0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0], triangles: [0, 1, 2, 3] };
    const mode = (mode: number) => glbOf(square, { primitive: { mode } });
    expect([5, 6].map((one) => countOf(readModel('glb', mode(one))))).toEqual([2, 2]);
    expect(refused('glb', mode(1))).toBe('The 3D model holds no surfaces, so no views of it could be drawn.');
  });

  it('that cannot be drawn says why in words', () => {
    const draco = { extensions: { KHR_draco_mesh_compression: { bufferView: 0 } } };
    const missing = { buffers: [{ byteLength: 8, uri: '../../etc/passwd' }] };
    const { json } = gltfOf(cube());
    expect([
      refused('glb', glbOf(cube(), { primitive: draco })),
      refused('gltf', bytesOf(JSON.stringify({ ...json, ...missing }))),
      refused('glb', changed({ asset: { version: '1.0' } })),
      refused('blend', bytesOf('BLENDER')),
      refused('glb', bytesOf('glTF and nothing else')),
    ]).toEqual([
      'The 3D model is compressed (Draco), which cannot be drawn here. Exported without that compression it can.',
      'The 3D model calls for a file that did not come with it, so no views of it could be drawn. A GLB holds everything in one file.',
      'Only models of glTF version 2 can be drawn here; this one is of another version.',
      '3D models of this kind cannot be drawn here. A GLB can.',
      'The 3D model is damaged or not complete, so no views of it could be drawn.',
    ]);
  });

  it('that lies about itself is refused: too many parts, its own forebear, corners that are not there', () => {
    const { json, rest } = gltfOf(cube());
    const accessor = (change: object) =>
      packedGlb(
        {
          ...json,
          buffers: [{ byteLength: rest.length }],
          accessors: [{ ...json.accessors[0], ...change }, json.accessors[1], json.accessors[2]],
        },
        rest,
      );
    const header = new Uint8Array(84);
    new DataView(header.buffer).setUint32(80, 4_000_000_000, true);
    const wide = Array.from({ length: 300 }, (_node, at) => ({
      children: Array.from({ length: 300 }, () => Math.min(299, at + 1)),
    }));
    const files: [string, Uint8Array][] = [
      ['glb', accessor({ count: 4_000_000_000 })],
      ['glb', accessor({ count: 25 })],
      ['glb', accessor({ byteOffset: 1e300 })],
      ['glb', accessor({ byteOffset: -4 })],
      ['glb', accessor({ bufferView: 99 })],
      ['glb', changed({ nodes: [{ mesh: 0, children: [0] }] })],
      ['glb', changed({ nodes: wide })],
      ['glb', changed({ nodes: 'none' })],
      ['glb', glbOf({ ...cube(), triangles: [0, 1, 24] })],
      ['glb', glbOf({ ...cube(), corners: cube().corners.map(() => NaN) })],
      ['glb', glbOf({ ...cube(), corners: cube().corners.map(() => 7) })],
      ['stl', header],
      ['ply', bytesOf(`ply\nformat ascii 1.0\nelement vertex 9999999999\nend_header\n`)],
      [
        'ply',
        bytesOf(`ply\nformat binary_little_endian 1.0\n${'element x 6000000\n'.repeat(400)}end_header\n`),
      ],
      ['obj', bytesOf(`v 0 0 0\nf ${'1 '.repeat(100_000)}\n`)],
    ];
    const seen = files.map(([kind, bytes]) => {
      try {
        standOf(readModel(kind, bytes));
        return 'drawn';
      } catch (problem) {
        return problem instanceof Undrawable ? 'refused' : String(problem);
      }
    });
    expect(seen).toEqual(files.map(() => 'refused'));
  });

  it(
    'with any of its bytes changed is drawn or refused, and nothing else happens',
    { timeout: 240_000 },
    () => {
      const files: [string, Uint8Array][] = [
        ['glb', glbOf(ring(5))],
        ['gltf', bytesOf(JSON.stringify(gltfOf(cube()).json))],
        ['stl', stlOf(cube()).binary],
        ['stl', stlOf(cube()).words],
        ['obj', objOf(cube())],
        ['ply', plyOf(cube()).binary],
        ['ply', plyOf(cube()).words],
      ];
      const change = fc.array(
        fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })),
        {
          minLength: 1,
          maxLength: 12,
        },
      );
      const cut = fc.double({ min: 0.1, max: 1, noNaN: true });
      fc.assert(
        fc.property(
          fc.constantFrom(...files),
          change,
          fc.option(cut, { nil: 1 }),
          ([kind, whole], changes, until) => {
            const bytes = whole.slice(0, Math.ceil(whole.length * until));
            for (const [at, byte] of changes) bytes[Math.floor(at * (bytes.length - 1))] = byte;
            try {
              const scene = sceneOf(readModel(kind, bytes), 24);
              return drawView(scene, 4).length === scene.frame.width * scene.frame.height * 3;
            } catch (problem) {
              if (problem instanceof Undrawable) return true;
              throw problem;
            }
          },
        ),
        { numRuns: 400 },
      );
    },
  );
});
