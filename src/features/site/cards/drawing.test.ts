import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { contrast } from '#app/ui/accent.ts';
import { faceFiles, headingFaces, textFaces, usualFaces } from '#app/ui/faces.ts';
import type { Asset } from '../drawer.server.ts';
import { inksOf, type Card } from './card.ts';
import { drawCard } from './drawing.server.ts';

const fonts = new Map<string, Asset>();
beforeAll(async () => {
  for (const heading of headingFaces)
    for (const text of textFaces)
      for (const { name } of faceFiles({ heading, text }))
        fonts.set(`${name}.woff2`, {
          address: '',
          type: '',
          bytes: await readFile(`src/ui/fonts/${name}.woff2`),
        });
}, 120_000);

const card: Card = {
  name: 'Workshop on Wit & Machines',
  when: '14–15 December 2024',
  title: 'Low tide',
  foot: ['Mina Okafor'],
  slug: '2024',
  accent: '#9a3412',
  faces: usualFaces,
  logo: null,
};
const draw = (more: Partial<Card>) => drawCard({ ...card, ...more }, { fonts });
const only = (title: string, more: Partial<Card> = {}) => draw({ name: '', title, foot: [], ...more });

describe('a picture for links', { timeout: 120_000 }, () => {
  it('is the same bytes for the same words, and other bytes for others', async () => {
    const [one, again, other] = [await draw({}), await draw({}), await draw({ title: 'High tide' })];
    expect([one.equals(again), one.equals(other)]).toEqual([true, false]);
  });

  it('is a picture that others can read, of the ground, the inks and nothing else', async () => {
    const { data, info } = await sharp(await draw({}))
      .raw()
      .toBuffer({ resolveWithObject: true });
    const colours = new Set<string>();
    for (let at = 0; at < data.length; at += info.channels)
      colours.add(`#${data.subarray(at, at + 3).toString('hex')}`);
    const { ground, ink, muted, accent } = inksOf(card);
    expect([
      info.width,
      info.height,
      colours.size <= 16,
      [ground, ink, muted, accent].every((one) => colours.has(one)),
    ]).toEqual([1200, 630, true, true]);
  });

  it('says only the name of the edition where a title has letters that we cannot set', async () => {
    const name = await only(card.name);
    for (const title of ['جزر منخفض', '低い潮', 'Low 潮', 'שפל', ''])
      expect((await draw({ title, foot: [] })).equals(name), title).toEqual(true);
    expect((await only('مد وجزر')).equals(await only('2024'))).toEqual(true);
  });

  it('sets Greek, Cyrillic and Vietnamese, and leaves out small pictures among words', async () => {
    const name = await only(card.name);
    for (const title of ['Άμπωτη', 'Отлив', 'Thủy triều'])
      expect((await draw({ title, foot: [] })).equals(name), title).toEqual(false);
    expect((await draw({ title: 'Low tide 🌊' })).equals(await draw({}))).toEqual(true);
  });

  it('cuts what is too long, and stays small', async () => {
    const long = 'An inquiry into everything that was ever invented about tides, '.repeat(5);
    const [cut, more] = [await draw({ title: long }), await draw({ title: long.repeat(3) })];
    expect([cut.equals(more), cut.length <= 25_000]).toEqual([true, true]);
    const word = await draw({ title: 'W'.repeat(400), name: 'W'.repeat(300), foot: ['W'.repeat(300)] });
    expect(word.length <= 25_000).toEqual(true);
  });

  it('can be read in every colour, by day where the colour is dark and by night where it is light', () => {
    const colours = ['#9a3412', '#ffd54f', '#e9e3ff', '#000000', '#ffffff', '#808080', '#00ff00', '#1d4ed8'];
    const found = colours.map((accent) => {
      const { ground, ...inks } = inksOf({ accent, logo: null });
      return [accent, ground, Object.values(inks).every((one) => contrast(one, ground) >= 4.5)];
    });
    const [day, night] = ['#fdfdfb', '#131416'];
    expect(found).toEqual([
      ['#9a3412', day, true],
      ['#ffd54f', night, true],
      ['#e9e3ff', night, true],
      ['#000000', day, true],
      ['#ffffff', night, true],
      ['#808080', night, true],
      ['#00ff00', night, true],
      ['#1d4ed8', day, true],
    ]);
  });

  it('is set in the faces of the edition, and in the nearest of ours for those of a device', async () => {
    const set = (heading: (typeof headingFaces)[number]) =>
      only('Low tide', { faces: { heading, text: 'source-sans' } });
    expect([
      (await set('newsreader')).equals(await set('space-grotesk')),
      (await set('serif')).equals(await set('newsreader')),
      (await set('sans')).equals(await set('source-sans')),
    ]).toEqual([false, true, true]);
  });
});
