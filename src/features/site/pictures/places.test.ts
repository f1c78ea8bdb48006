import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe as about, expect, it } from 'vitest';
import { changeSection, edit } from '#app/features/editions/operations.server.ts';
import type { EditionSettings } from '#app/features/editions/settings.ts';
import { photograph } from '../../../../tests/renditions.ts';
import { openWorld, type World } from '../../../../tests/world.ts';
import { drawSite } from '../drawing.server.ts';
import { exportSite } from '../exporting.server.ts';
import { findFiles } from '../kept.server.ts';
import { draft, publish } from '../operations.server.ts';
import { bringFile } from './bringing.server.ts';
import { describe } from './operations.server.ts';

let world: World;
const slug = '2024';
const olga = () => world.as('olga');

beforeAll(async () => {
  world = await openWorld();
  await drawSite(olga().now);
  for (const name of ['mark', 'hall', 'face', 'way']) {
    const path = join(world.folder, `${name}.png`);
    await writeFile(path, await photograph({ width: 90, height: 60 }).png().toBuffer());
    await bringFile(olga(), { slug, path, name: `${name}.png` });
    const said = { alt: name === 'way' ? '' : `The ${name}`, decorative: name === 'way' };
    await describe(olga(), { slug, key: name, revision: 0, ...said, credit: 'Somebody (invented)' });
  }
}, 240_000);
afterAll(() => world.close());

async function set<N extends 'about' | 'people' | 'places'>(
  section: N,
  change: (body: EditionSettings[N]) => unknown,
): Promise<void> {
  const { settings, revisions } = await edit(olga(), { slug });
  const body = change(settings[section]);
  await changeSection(olga(), { slug, section, revision: revisions[section], body });
}

async function pageAt(address: string): Promise<string> {
  const [page] = await findFiles(world.db, [address]);
  return page!.plain!.toString();
}

const images = (page: string) =>
  [...page.matchAll(/<img src="([^"]*)"[^>]*? alt="([^"]*)"/g)].map(([, src, alt]) => [
    src!.replace(/\.\w{10}\./, '.#.'),
    alt,
  ]);

about('a picture chosen for a place of its own', () => {
  it('is told before publication where it does not exist, or where a map says nothing', async () => {
    await set('about', (body) => ({ ...body, logo: 'mark', hero: 'no-such' }));
    await set('people', ([first, ...rest]) => [{ ...first!, photo: 'face', pronouns: 'they/them' }, ...rest]);
    await set('places', ([first, ...rest]) => [{ ...first!, map: 'way' }, ...rest]);
    const { settings } = await edit(olga(), { slug });
    expect((await draft(olga(), { slug })).problems).toEqual([
      {
        where: 'About › Picture on the first page',
        words: 'There is no picture called “no-such”, so nothing is shown there.',
      },
      {
        where: `Places › ${settings.places[0]!.name} › Map`,
        words:
          'The picture “way” is said to be decorative, so its map tells nothing to whoever does not see it. Say what it shows.',
      },
    ]);
    await set('about', (body) => ({ ...body, hero: 'hall' }));
    const said = { alt: 'The way (invented)', credit: 'Somebody (invented)' };
    await describe(olga(), { slug, key: 'way', revision: 1, ...said });
    expect((await draft(olga(), { slug })).problems).toEqual([]);
  });

  it('stands as logo, as first picture, beside a name and with a place, and is told to machines', async () => {
    const { basis } = await draft(olga(), { slug });
    await publish(olga(), { slug, basis });
    await drawSite(olga().now);
    const [home, people, places] = [
      await pageAt('2024/'),
      await pageAt('2024/people'),
      await pageAt('2024/places'),
    ];
    const at = (key: string) => `../assets/pictures/2024/${key}-90.#.jpg`;
    expect([images(home), images(people), images(places)]).toEqual([
      [
        [at('mark'), ''],
        [at('hall'), 'The hall'],
        [at('face'), 'The face'],
      ],
      [
        [at('mark'), ''],
        [at('face'), 'The face'],
      ],
      [
        [at('mark'), ''],
        [at('way'), 'The way (invented)'],
      ],
    ]);
    expect(people).toContain('Photo credit: <bdi>Somebody (invented)</bdi>');
    expect(home).toContain('(they/them)');
    const [, told] = /<script type="application\/ld\+json">([^<]*)/.exec(home)!;
    const event = JSON.parse(told!) as { image: string; performer: { image?: string }[] };
    const machine = (one?: string) => one?.replace(/\.\w{10}\./, '.#.');
    expect([machine(event.image), machine(event.performer[0]!.image)]).toEqual([
      'http://salon.test/assets/pictures/2024/hall-90.#.jpg',
      'http://salon.test/assets/pictures/2024/face-90.#.jpg',
    ]);
  });

  it('goes with the site that is written as a folder, and with the feed', async () => {
    const { settings, revisions } = await edit(olga(), { slug });
    const item = { slug: 'a-view', title: 'A view', on: '2024-08-20', body: '![](picture:hall)' };
    const news = { section: 'news' as const, revision: revisions.news, body: [...settings.news, item] };
    await changeSection(olga(), { slug, ...news });
    const { basis } = await draft(olga(), { slug });
    await publish(olga(), { slug, basis });
    const folder = join(world.folder, 'exported');
    await exportSite(world.as('system'), { folder });
    const there = (await readdir(join(folder, 'assets/pictures/2024'))).sort();
    expect(there.map((name) => name.replace(/\.\w{10}\./, '.#.')).sort()).toEqual(
      ['face', 'hall', 'mark', 'way'].flatMap((key) =>
        ['avif', 'jpg', 'webp'].map((ending) => `${key}-90.#.${ending}`),
      ),
    );
    const [hall] = there.filter((name) => /^hall.*jpg$/.test(name));
    expect(await readFile(join(folder, '2024/feed.atom'), 'utf8')).toContain(
      `src=&quot;http://salon.test/assets/pictures/2024/${hall}&quot;`,
    );
  });
});
