import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { after, edition, publicPaper, publicWork } from '../../../../tests/accepted.ts';
import { told } from '../../../../tests/refusal.ts';
import { openWorld, type World } from '../../../../tests/world.ts';
import { letterTables } from '#app/platform/letters.server.ts';
import { draft, publish } from '../operations.server.ts';
import { inspect, list } from './desk-operations.server.ts';
import { send } from './operations.server.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await publicWork(world);
  const { basis } = await draft(world.as('olga', after(3)), { slug: edition });
  await publish(world.as('olga', after(3)), { slug: edition, basis });
  // Granted too, and not published yet.
  await publicPaper(world);
});
afterAll(() => world.close());

let count = 0;
const write = (about: string) =>
  send(
    { ...world.as('visitor', after(5)), address: `192.0.2.${(count += 1)}` },
    {
      edition,
      name: 'Vera',
      email: `vera-${count}@example.org`,
      topic: 'question' as never,
      about,
      words: 'How big?',
    },
  );

it('an enquiry that comes from the page of a work reaches the organizers with its title', async () => {
  const { id } = await write('works/tide-tables-for-a-dry-sea');
  const { about } = await inspect(world.as('olga'), { id });
  const { rows } = await list(world.as('olga'), { edition });
  const letter = await letterTables(world.db)
    .selectFrom('letter')
    .select('subject')
    .where('toAddress', '=', 'organizers@example.org')
    .where('subject', 'like', 'An enquiry%')
    .executeTakeFirstOrThrow();
  expect([about, rows.find((row) => row.id === id)!.about, letter.subject]).toEqual([
    { address: '/2024/works/tide-tables-for-a-dry-sea', title: 'Tide Tables for a Dry Sea' },
    'Tide Tables for a Dry Sea',
    'An enquiry: A question about the workshop, “Tide Tables for a Dry Sea”',
  ]);
});

it('a work may be named by its title or by any address of its page, or not at all', async () => {
  const titles = [];
  for (const typed of [
    'tide tables for a dry sea',
    'https://workshop.example/2024/works/tide-tables-for-a-dry-sea.html?lang=en#rights',
    '',
  ]) {
    const { id } = await write(typed);
    titles.push((await inspect(world.as('olga'), { id })).about?.title);
  }
  expect(titles).toEqual(['Tide Tables for a Dry Sea', 'Tide Tables for a Dry Sea', undefined]);
});

it('what is not public is answered as what does not exist, and nothing is sent', async () => {
  const refused = await told(write('papers/no-such-paper'));
  expect(refused).toMatchObject({
    kind: 'invalid',
    fields: {
      about: 'Nothing public is called so. Give its title or address as on its page, or leave this empty.',
    },
  });
  const before = (await list(world.as('olga'), { edition })).counts;
  expect(await told(write('papers/on-looking-twice'))).toEqual(refused);
  expect(await told(write('On Looking Twice'))).toEqual(refused);
  expect((await list(world.as('olga'), { edition })).counts).toEqual(before);
});

it('the page fills in where one comes from, and nothing else that an address may hold', () => {
  const script = readFileSync(new URL('../scripts/about.js', import.meta.url), 'utf8');
  const filled = (search: string, value = '') => {
    const field = { value };
    runInNewContext(script, {
      URLSearchParams,
      location: { search },
      document: { getElementById: (id: string) => (id === 'contact-about' ? field : null) },
    });
    return field.value;
  };
  expect([
    filled('?about=works/low-tide'),
    filled('?about=works/low-tide', 'typed'),
    filled('?about=javascript:alert(1)'),
    filled(''),
  ]).toEqual(['works/low-tide', 'typed', '', '']);
});
