import { expect, it } from 'vitest';
import { cube, glbOf, gltfOf, objOf, plyOf, stlOf } from '../../tests/models.ts';
import { kindOf } from './inspect.ts';
import { agreementOf } from './type-agreement.ts';

it('a 3D model is known by its content, an OBJ by its name as well, and agrees with its ending', async () => {
  const files: [string, Uint8Array][] = [
    ['thing.glb', glbOf(cube())],
    ['thing.gltf', new TextEncoder().encode(JSON.stringify(gltfOf(cube()).json))],
    ['thing.stl', stlOf(cube()).binary],
    ['thing.stl', stlOf(cube()).words],
    ['thing.ply', plyOf(cube()).binary],
    ['thing.ply', plyOf(cube()).words],
    ['thing.obj', objOf(cube())],
    ['thing.txt', objOf(cube())],
    ['thing.bin', stlOf(cube()).binary.subarray(0, 400)],
  ];
  const seen: unknown[] = [];
  for (const [name, bytes] of files) {
    const source = {
      size: bytes.length,
      read: async (start: number, end: number) => bytes.slice(start, end),
    };
    const kind = await kindOf(name, source);
    seen.push([kind.id, kind.family, agreementOf(name, kind).length]);
  }
  const kinds = ['glb', 'gltf', 'stl', 'stl', 'ply', 'ply', 'obj'];
  expect(seen).toEqual([
    ...kinds.map((kind) => [kind, 'model', 0]),
    ['text', 'text', 0],
    ['unknown', 'other', 1],
  ]);
});
