/** What the running application answers of the public site: several editions at once, and the questions of programs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { create } from '#app/features/calls/edition-operations.server.ts';
import { draft, publish } from '#app/features/site/operations.server.ts';
import { after, publicWork, recordsAt } from '../accepted.ts';
import { servePages } from '../server.ts';
import { openWorld, type World } from '../world.ts';

const patience = { timeout: 120_000 };

let world: World;
let server: Awaited<ReturnType<typeof servePages>>;
let title: string;
let address: string;
beforeAll(async () => {
  world = await openWorld();
  await publicWork(world);
  world.at(after(3));
  const olga = world.as('olga', after(3));
  await publish(olga, { slug: '2024', basis: (await draft(olga, { slug: '2024' })).basis });
  const [record] = await recordsAt(world, 3);
  title = record!.title;
  address = `http://salon.test/2024/works/${record!.slug}`;
  server = await servePages();
}, 120_000);
afterAll(async () => {
  await server.stop();
  await world.close();
});

const read = async (path: string) => (await server.ask({ path })).body;
const names = { first: 'The Small Workshop (invented)', second: 'The Second Workshop (invented)' };
const headOf = (page: string) => /<title>([^<]*)/.exec(page)?.[1];

describe('harvesters', () => {
  it('ask by GET and by POST, from wherever they are, and are told the same', patience, async () => {
    const query = 'verb=ListRecords&metadataPrefix=oai_dc';
    const got = await read(`/oai?${query}`);
    const posted = await server.ask({
      method: 'POST',
      path: '/oai',
      body: query,
      headers: { origin: 'http://harvester.example', 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([posted.status, posted.headers['content-type'], posted.body === got]).toEqual([
      200,
      'text/xml; charset=utf-8',
      true,
    ]);
    expect(got).toContain(title);
  });

  it('are told in the protocol’s own words what was no question', patience, async () => {
    const asked = { method: 'POST', path: '/oai', body: `verb=${'x'.repeat(9_000)}` };
    const { status, body } = await server.ask(asked);
    expect([status, body.includes('badVerb')]).toEqual([200, true]);
  });
});

describe('whoever shows a work elsewhere', () => {
  it('is told its title and its address', patience, async () => {
    const told = JSON.parse(await read(`/oembed?url=${encodeURIComponent(address)}`)) as { title: string };
    expect(told.title).toEqual(title);
  });
});

describe('a second edition', () => {
  it('stands at the root, beside the first, and both lead to the list of all', patience, async () => {
    expect([headOf(await read('/')), (await server.ask({ path: '/editions' })).status]).toEqual([
      names.first,
      404,
    ]);
    const about = {
      slug: '2025',
      name: names.second,
      zone: 'Europe/Vienna',
      days: ['2025-12-13'],
      contactEmail: 'next@example.org',
    };
    await create(world.as('olga', after(4)), { about, from: { edition: '2024' } });
    world.at(after(4));
    const pages = await Promise.all(['/', '/2025/', '/2024/'].map(read));
    const all = await read('/editions');
    expect({
      heads: pages.map(headOf),
      linked: pages.map((page) => /href="(?:\.\.\/)*editions\.html"/.test(page)),
      listed: [...all.matchAll(/<a href="(202\d)\/index\.html"/g)].map(([, slug]) => slug),
      works: (await read('/2024/works')).includes(title),
      none: (await server.ask({ path: '/2025/works' })).status,
    }).toEqual({
      heads: [names.second, names.second, names.first],
      linked: [true, true, true],
      listed: ['2025', '2024'],
      works: true,
      none: 404,
    });
  });
});
