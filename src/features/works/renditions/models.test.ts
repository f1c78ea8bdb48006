import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resources } from '#app/platform/resources.server.ts';
import { cube, glbOf, gltfOf, ring } from '../../../../tests/models.ts';
import { blob, credit, facts, secrets, source, tellingPhotograph } from '../../../../tests/renditions.ts';
import { openWorld, type World } from '../../../../tests/world.ts';
import type { SourceFile } from './facts.ts';
import { made } from './making.server.ts';
import { withBeside } from './model-files.ts';
import { viewName } from './model/views.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

/** Small, so that the test is quick. */
const small = { maxPixels: 160 };

async function shown(bytes: Uint8Array, change: Partial<SourceFile> = {}) {
  const file = { ...source, kind: 'glb', name: 'thing.glb', ...(await blob(bytes)), ...change };
  return made(facts({ ...small, files: [file] }), file, 'main');
}

const endings = ['avif', 'webp', 'jpg'];

describe('a 3D model', () => {
  it('is shown in views that we drew all around it, the first as its picture, under the cap of its creator', async () => {
    const { made: all, found, words } = await shown(glbOf(ring(12)));
    const names = endings.map((ending) => `main-160.${ending}`);
    for (let view = 2; view <= 26; view++)
      names.push(...endings.map((ending) => viewName('main', view, ending)));
    expect(all.map(({ name }) => name)).toEqual(names);
    expect(all.map(({ use }) => use)).toEqual(names.map((_name, at) => (at < 3 ? 'picture' : 'view')));
    expect(new Set(all.map(({ width, height }) => `${width} × ${height}`))).toEqual(new Set(['160 × 107']));
    expect([found, words]).toEqual([{ width: 160, height: 107, triangles: 288 }, '']);
  }, 300_000);

  it('carries our credit and reservation in every view, and nothing of what its program left in it', async () => {
    const bytes = await tellingPhotograph({ width: 64, height: 64 });
    const texture = { mime: 'image/jpeg', bytes: new Uint8Array(bytes) };
    const material = { pbrMetallicRoughness: { baseColorTexture: { index: 0 } } };
    const telling = Buffer.from(glbOf(cube(), { image: texture, material }));
    for (const secret of secrets) expect(telling.includes(secret)).toBe(true);
    const { made: all } = await shown(telling);
    expect(all.length).toBe(26 * 3);
    for (const one of all) {
      const held = await readFile(resources().files.localPath(one.sha256));
      const packet = (await sharp(held).metadata()).xmpAsString ?? '';
      const told = [...secrets, 'Exif', 'ICC_PROFILE', 'glTF'].filter((word) => held.includes(word));
      const said = [credit, 'Mina Okafor', 'DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING', source.alt];
      expect([one.name, told, said.filter((words) => !packet.includes(words))]).toEqual([one.name, [], []]);
    }
  }, 300_000);

  it('that calls for files beside it is drawn with those of the same hand-in, by name alone', async () => {
    const { json, rest } = gltfOf(cube());
    const document = { ...json, buffers: [{ byteLength: rest.length, uri: 'cube.bin' }] };
    const from = 'an archive';
    const [model, part] = [await blob(Buffer.from(JSON.stringify(document))), await blob(rest)];
    const file = { ...source, ...model, kind: 'gltf', name: 'thing/cube.gltf', from };
    const beside = {
      ...source,
      ...part,
      role: 'supplementary',
      kind: 'unknown',
      name: 'thing/cube.bin',
      from,
    };
    const drawn = async (files: SourceFile[]) => {
      const [first] = withBeside(files);
      const { made: all, words } = await made(facts({ ...small, files }), first!, 'main');
      return [all.length, words];
    };
    const missing =
      'The 3D model calls for a file that did not come with it, so no views of it could be drawn. A GLB holds everything in one file.';
    expect(await drawn([file, beside])).toEqual([78, '']);
    expect(await drawn([file, { ...beside, from: 'another archive' }])).toEqual([0, missing]);
    expect(await drawn([file, { ...beside, name: 'cube.bin' }])).toEqual([0, missing]);
  }, 300_000);

  it('that nobody can draw is not shown, and says why', async () => {
    const torn = glbOf(ring(12)).subarray(0, 900);
    const draco = { primitive: { extensions: { KHR_draco_mesh_compression: {} } } };
    const answers = await Promise.all([
      shown(torn),
      shown(glbOf(cube(), draco)),
      shown(torn, { kind: 'fbx' }),
    ]);
    expect(answers.map(({ made: all, words }) => [all, words])).toEqual([
      [[], 'The 3D model is damaged or not complete, so no views of it could be drawn.'],
      [
        [],
        'The 3D model is compressed (Draco), which cannot be drawn here. Exported without that compression it can.',
      ],
      [[], '3D models of this kind cannot be drawn here. A GLB can.'],
    ]);
  }, 300_000);
});
