import sharp from 'sharp';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualFaces } from '#app/ui/faces.ts';
import { resources } from '#app/platform/resources.server.ts';
import { openWorld, type World } from '../../../../tests/world.ts';
import { loadDrawer } from '../drawer.server.ts';
import { drawCard } from './drawing.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()), 120_000);
afterAll(() => world.close());

const keep = async (svg: string) =>
  (await resources().files.keep(Readable.from([await sharp(Buffer.from(svg)).webp().toBuffer()]))).sha256;

describe('the logo of an edition', { timeout: 120_000 }, () => {
  it('stands before its name on every picture for links, on paper whatever the accent, and keeps it small', async () => {
    const round =
      '<circle cx="60" cy="60" r="60" fill="#c00"/><circle cx="60" cy="60" r="30" fill="url(#a)"/>';
    const many =
      '<linearGradient id="a"><stop stop-color="#00f"/><stop offset="1" stop-color="#0f0"/></linearGradient>';
    const logo = await keep(
      `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="120">${many}${round}</svg>`,
    );
    const bytes = await drawCard(
      {
        name: 'Workshop on Wit & Machines',
        when: '14–15 December 2024',
        title: 'Low tide',
        foot: ['Mina Okafor'],
        slug: '2024',
        accent: '#ffd54f',
        faces: usualFaces,
        logo,
      },
      await loadDrawer(),
    );
    const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [
      ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
    ];
    const isRed = ([red, green, blue]: number[]) => red! > 180 && green! < 20 && blue! < 20;
    expect({
      ground: at(2, 2),
      within: isRed(at(72 + 6, 120)),
      corner: at(73, 89),
      large: [info.width, info.height],
      small: bytes.length <= 25_000,
    }).toEqual({
      ground: [253, 253, 251],
      within: true,
      corner: [253, 253, 251],
      large: [1200, 630],
      small: true,
    });
  });
});
