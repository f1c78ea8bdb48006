/** What a browser without scripts sends from the contact page and the list, and what it is answered. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { letterTables } from '#app/platform/letters.server.ts';
import { servePages } from '../server.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
let pages: Awaited<ReturnType<typeof servePages>>;
beforeAll(async () => {
  world = await openWorld();
  pages = await servePages();
}, 120_000);
afterAll(async () => {
  await pages.stop();
  await world.close();
});

const html = { accept: 'text/html' };
const post = (path: string, form: Record<string, string>) =>
  pages.ask({ method: 'POST', path, form, headers: html });
const linkTo = async (address: string, path: string) => {
  const letters = await letterTables(world.db)
    .selectFrom('letter')
    .select('body')
    .where('toAddress', '=', address)
    .orderBy('queuedAt', 'desc')
    .execute();
  return new RegExp(`http://salon.test(/2024/${path}/\\S+)`).exec(letters[0]!.body)![1]!;
};
const has = (body: string, ...words: string[]) => words.map((word) => body.includes(word));

test('somebody asks, keeps what was typed when a field is wrong, and reads their thread, which nobody keeps on the way', async () => {
  const form = { name: 'Nora Niemand', email: 'nora', topic: 'access', words: 'Is there <a lift>?' };
  const wrong = await post('/2024/contact/send', form);
  const sent = await post('/2024/contact/send', { ...form, email: 'nora@example.org' });
  const thanks = await pages.ask({ path: sent.headers.location! });
  const thread = await linkTo('nora@example.org', 'contact/thread');
  const read = await pages.ask({ path: thread });
  const again = await post(`${thread}?/write`, { words: 'Or a ramp?' });
  expect({
    wrong: [
      wrong.status,
      ...has(wrong.body, 'Is there &lt;a lift>?', 'value="nora"', 'Nothing was sent yet'),
    ],
    sent: [sent.status, sent.headers.location],
    thanks: [thanks.status, ...has(thanks.body, 'Your words have reached the organizers')],
    read: [read.status, read.headers['cache-control'], ...has(read.body, 'Is there &lt;a lift>?', 'noindex')],
    again: [again.status, ...has(again.body, 'Or a ramp?', 'The organizers answer here, and by mail')],
  }).toEqual({
    wrong: [422, true, true, true],
    sent: [303, '/2024/contact/send?sent=1'],
    thanks: [200, true],
    read: [200, 'private, no-store', true, true],
    again: [200, true, true],
  });
});

test('opening the link of the list changes nothing, a press does, and another press leads off it', async () => {
  const asked = await post('/2024/interest', { email: 'wish@example.org', topics: 'news' });
  const link = await linkTo('wish@example.org', 'interest/confirm');
  const opened = await pages.ask({ path: link });
  const before = await pages.ask({ path: link });
  const yes = await post(`${link}?/yes`, {});
  const out = link.replace('/confirm/', '/leave/');
  const asks = await pages.ask({ path: out });
  const still = await pages.ask({ path: link });
  const left = await post(`${out}?/leave`, {});
  const over = await pages.ask({ path: link });
  const heads = [opened, before, yes, asks, still, left, over].map(
    ({ body }) => /<h1[^>]*>(.*?)<\/h1>/.exec(body)![1],
  );
  expect([asked.status, asked.headers.location, heads]).toEqual([
    303,
    '/2024/interest?asked=1',
    [
      'Do you want to hear from us?',
      'Do you want to hear from us?',
      'You are on the list',
      'Leave the list?',
      'You are on the list',
      'You are not on the list',
      'This link leads nowhere any more',
    ],
  ]);
});

test('what another site sends in somebody’s name is refused', async () => {
  const form = { name: 'X', email: 'x@example.org', topic: 'other', words: 'X' };
  const told = await pages.ask({
    method: 'POST',
    path: '/2024/contact/send',
    form,
    headers: { ...html, origin: 'https://elsewhere.example' },
  });
  expect([told.status, told.body]).toEqual([
    403,
    'This request did not come from one of our own pages, so nothing was changed.\n',
  ]);
});
