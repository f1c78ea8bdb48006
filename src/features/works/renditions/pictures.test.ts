import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resources } from '#app/platform/resources.server.ts';
import {
  blob,
  credit,
  facts,
  photograph,
  secrets,
  source,
  tellingPhotograph,
} from '../../../../tests/renditions.ts';
import { kinds, lightIn, passedOn } from '../../../../tests/likenesses.ts';
import { openWorld, type World } from '../../../../tests/world.ts';
import { distances, nearEnough } from '#app/features/works/likeness.ts';
import { tilesOf } from './iiif-tiles.ts';
import { made } from './making.server.ts';
import type { MadeRendition } from './rendering.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

/** Of a picture with these bytes: everything that was made, in its order. */
async function shown(bytes: Uint8Array, change: Parameters<typeof facts>[0] = {}, kind = 'jpeg') {
  const file = { ...source, kind, ...(await blob(bytes)) };
  const result = await made(facts({ ...change, files: [file] }), file, 'main');
  return { ...result, names: result.made.map(({ name }) => name) };
}

const pathOf = ({ sha256 }: MadeRendition) => resources().files.localPath(sha256);
const bytesOf = (rendition: MadeRendition) => readFile(pathOf(rendition));
const namesAt = (...widths: number[]) =>
  widths.flatMap((width) => [`main-${width}.avif`, `main-${width}.webp`, `main-${width}.jpg`]);

/** The colour of one point of each picture, as far as a lossy format keeps it. */
async function coloursOf(made: readonly MadeRendition[]): Promise<number[][]> {
  return Promise.all(
    made.map(async (one) => {
      const { data } = await sharp(pathOf(one)).raw().toBuffer({ resolveWithObject: true });
      return [...data.subarray(0, one.mime === 'image/jpeg' ? 3 : 4)].map(
        (value) => Math.round(value / 51) * 51,
      );
    }),
  );
}

describe('a picture', () => {
  it('is shown in three formats at three widths, upright, in sRGB, and never enlarged', async () => {
    const photo = photograph({ width: 1700, height: 1200 });
    const { found, made } = await shown(await photo.withMetadata({ orientation: 6 }).jpeg().toBuffer());
    expect({ ...found, likeness: undefined }).toEqual({ width: 1200, height: 1700 });
    const sizes = [480, 960, 1200].map((width) => [width, Math.round((1700 * width) / 1200)]);
    expect(made.map(({ name, width, height }) => [name, width, height])).toEqual(
      sizes.flatMap(([width, height]) => namesAt(width!).map((name) => [name, width, height])),
    );
    for (const one of made) {
      const { width, height, space, depth, hasProfile, exif, orientation, size } = await sharp(
        await bytesOf(one),
      ).metadata();
      const seen = { width, height, space, depth, hasProfile, exif, orientation, size };
      const plain = {
        space: 'srgb',
        depth: 'uchar',
        hasProfile: false,
        exif: undefined,
        orientation: undefined,
      };
      expect(seen).toEqual({ ...plain, width: one.width, height: one.height, size: one.bytes });
    }
    const small = await shown(await photograph({ width: 300, height: 200 }).png().toBuffer());
    expect(small.names).toEqual(namesAt(300));
  }, 300_000);

  it('carries our credit and reservation, and nothing of what its camera left in it', async () => {
    const telling = await tellingPhotograph({ width: 1900, height: 700 });
    for (const secret of secrets) expect(telling.includes(secret)).toBe(true);
    const { made } = await shown(telling);
    expect(made.length).toBe(9 + tilesOf({ width: 1900, height: 700 }, 'main').length);
    for (const one of made) {
      const bytes = await bytesOf(one);
      const told = [...secrets, 'Exif', 'ICC_PROFILE', 'Photoshop 3.0', 'GPS'].filter((word) =>
        bytes.includes(word),
      );
      const packet = (await sharp(bytes).metadata()).xmpAsString ?? '';
      const said = [credit, 'Mina Okafor', 'DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING', source.alt];
      expect([one.name, told, said.filter((words) => !packet.includes(words))]).toEqual([one.name, [], []]);
    }
  }, 300_000);

  it('is nowhere larger than its creator allows, and has no tiles then', async () => {
    const photo = await photograph({ width: 2400, height: 1800 }).jpeg().toBuffer();
    expect((await shown(photo, { maxPixels: 1200 })).names).toEqual(namesAt(480, 960, 1200));
    const tall = await photograph({ width: 900, height: 2400 }).jpeg().toBuffer();
    const { made } = await shown(tall, { maxPixels: 1200 });
    expect(made.map(({ width, height }) => [width, height])).toEqual(namesAt(450).map(() => [450, 1200]));
  }, 300_000);

  it('gets a mark by which copies that were passed on are found; a plain one gets none', async () => {
    const { found } = await shown(await kinds.shapes(1), {}, 'png');
    const copies = [
      passedOn['cut unevenly, small and grey']!,
      passedOn['mirrored']!,
      async () => kinds.shapes(2),
    ];
    const near: boolean[] = [];
    for (const copy of copies) {
      const [bits] = distances(await lightIn(await copy(await kinds.shapes(1))), [found!.likeness!])!;
      near.push(bits! <= nearEnough);
    }
    expect(near).toEqual([true, true, false]);
    const plain = sharp({ create: { width: 40, height: 30, channels: 3, background: '#ff0000' } });
    expect((await shown(await plain.png().toBuffer(), {}, 'png')).found).toEqual({ width: 40, height: 30 });
  }, 300_000);

  it('can be zoomed into where it is larger than its largest picture, tile by tile', async () => {
    const { made } = await shown(await photograph({ width: 2000, height: 600 }).jpeg().toBuffer());
    const tiles = made.filter(({ use }) => use === 'tile');
    expect(tiles.map(({ name, width, height, mime }) => ({ name, width, height, mime }))).toEqual(
      tilesOf({ width: 2000, height: 600 }, 'main').map(({ name, width, height }) => ({
        name,
        width,
        height,
        mime: 'image/jpeg',
      })),
    );
    expect(tiles.at(-1)!.name).toBe('main/full/500,150/0/default.jpg');
    for (const one of tiles) {
      const { width, height } = await sharp(pathOf(one)).metadata();
      expect([width, height]).toEqual([one.width, one.height]);
    }
  }, 300_000);

  it('keeps its transparency where a format can, and stands on white where it cannot', async () => {
    const clear = await sharp({
      create: { width: 40, height: 30, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const { made } = await shown(clear, {}, 'png');
    const colours = await coloursOf(made);
    expect([colours[0]![3], colours[1]![3], colours[2]]).toEqual([0, 0, [255, 255, 255]]);
  }, 300_000);

  it('keeps its colours where it came for print, with sixteen bits, or in grey', async () => {
    const plain = sharp({ create: { width: 40, height: 30, channels: 3, background: '#ff0000' } });
    const red = await Promise.all([
      plain.clone().toColourspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer(),
      plain.clone().toColourspace('rgb16').png().toBuffer(),
      plain.clone().withIccProfile('p3').png().toBuffer(),
    ]);
    // The red of a printing press is a little duller.
    for (const bytes of red)
      for (const [r = 0, g = 0, b = 0] of await coloursOf((await shown(bytes)).made))
        expect([r >= 204, g <= 51, b <= 51]).toEqual([true, true, true]);
    const grey = await plain.clone().greyscale().toColourspace('b-w').png().toBuffer();
    for (const [one, two, three] of await coloursOf((await shown(grey)).made))
      expect([one === two, two === three]).toEqual([true, true]);
  }, 300_000);

  it('that is a drawing is drawn, and what it calls for is not fetched', async () => {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" width="40" height="30">
      <script>alert(1)</script><image href="file:///etc/hostname" width="40" height="30"/>
      <rect width="40" height="30" fill="#ff0000"/><!-- ${secrets[0]} --></svg>`;
    const { names, made } = await shown(Buffer.from(drawing), {}, 'svg');
    expect(names.slice(0, 9)).toEqual(namesAt(480, 960, 1600));
    for (const one of made) expect((await bytesOf(one)).includes(secrets[0]!)).toBe(false);
    const colours = await coloursOf(made.slice(0, 3));
    expect(colours.map((colour) => colour.slice(0, 3))).toEqual(Array(3).fill([255, 0, 0]));
  }, 300_000);

  it('that no decoder reads is refused without harm, and so is one that would fill the memory', async () => {
    const torn = (await photograph({ width: 900, height: 700 }).jpeg().toBuffer()).subarray(0, 9_000);
    const bomb = `<svg xmlns="http://www.w3.org/2000/svg" width="100000" height="100000"><rect width="9" height="9"/></svg>`;
    const none = Buffer.from('\xff\xd8\xff this is no picture', 'latin1');
    const huge = await sharp({ create: { width: 16_000, height: 8_000, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    const answers = await Promise.all(
      [torn, Buffer.from(bomb), none, huge].map((bytes) =>
        shown(bytes).then(
          () => 'shown',
          () => 'refused',
        ),
      ),
    );
    expect(answers).toEqual(Array(4).fill('refused'));
    expect((await shown(await photograph({ width: 30, height: 20 }).jpeg().toBuffer())).names).toEqual(
      namesAt(30),
    );
  }, 300_000);
});
