import { beforeAll, describe, expect, it } from 'vitest';
import { kinds, lightIn, passedOn } from '../../../tests/likenesses.ts';
import { distances, lightOf, markOf, nearEnough } from './likeness.ts';

const each = 8;
let pictures: Buffer[];
let marks: string[];

beforeAll(async () => {
  const made = Object.values(kinds).map((make) =>
    Promise.all(Array.from({ length: each }, (_, at) => make(at))),
  );
  pictures = (await Promise.all(made)).flat();
  marks = await Promise.all(pictures.map(async (picture) => markOf(await lightIn(picture))));
}, 300_000);

describe('a picture that was passed on', { timeout: 600_000 }, () => {
  it.each(Object.keys(passedOn))('is found, and found as no other: %s', async (how) => {
    for (const at of [0, 1, each, each + 1, 2 * each, 2 * each + 1]) {
      const light = await lightIn(await passedOn[how]!(pictures[at]!));
      const near = distances(light, marks)!.flatMap((bits, other) => (bits <= nearEnough ? [other] : []));
      expect(near).toEqual([at]);
    }
  });
});

describe('pictures that have nothing to do with each other', { timeout: 600_000 }, () => {
  it('stay far apart: of 552 pairs, each cut in every way, none comes near', async () => {
    const apart: number[] = [];
    for (const [at, picture] of pictures.entries())
      apart.push(...distances(await lightIn(picture), marks)!.filter((_, other) => other !== at));
    expect([apart.length, apart.filter((bits) => bits <= nearEnough).length]).toEqual([552, 0]);
    // Much room: the nearest strangers differ in half as many bits again as copies may.
    expect(Math.min(...apart)).toBeGreaterThan(nearEnough * 1.5);
  });

  it('are not told apart where they are plain, so a plain one has no mark and is like nothing', () => {
    const plain = lightOf(new Uint8Array(64 * 64 * 4).fill(200), 64, 64);
    expect([markOf(plain), distances(plain, marks)]).toEqual(['', null]);
  });
});

it('counts what is clear in a picture as white, as a page shows it', () => {
  expect([...lightOf([0, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 255], 3, 1).data]).toEqual([255, 0, 128]);
});
