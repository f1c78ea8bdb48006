import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { attemptsOf, configure, letterTo, openPost, queue, type Post } from '../../../tests/letters.ts';
import { openWorld, whileOpen, type World } from '../../../tests/world.ts';
import { inbox, send } from './operations.server.ts';

let world: World;
let mail: Post;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());
beforeEach(async () => void (mail = await openPost()));
afterEach(() => mail.close());

test('the demo delivers to its inbox, which exists nowhere else', async () => {
  await expect(inbox(world.as('olga'), {})).rejects.toMatchObject({ kind: 'missing' });
  configure({ smtpUrl: null, demo: true });
  await queue(world, letterTo('ada@example.org'));
  const id = await queue(
    world,
    letterTo('inbox@example.org', { kind: 'sign-in', body: 'http://salon.test/x\n' }),
  );
  expect(await send(world.as('system'), { id })).toBe('sent');
  const { letters, receivers } = await inbox(world.as('visitor'), { address: 'INBOX@example.org' });
  expect(letters).toEqual([
    {
      id,
      kind: 'sign-in',
      toAddress: 'inbox@example.org',
      toName: '',
      subject: 'Hello',
      body: 'http://salon.test/x\n',
      queuedAt: whileOpen,
      sentAt: whileOpen,
      delivery: 'now',
    },
  ]);
  expect(receivers).toContain('ada@example.org');
  expect([mail.received, await attemptsOf(world, id)]).toEqual([[], [{ outcome: 'sent', problem: null }]]);
});

test('the demo’s inbox comes in pages, by person and by words, with the words of the open letter only', async () => {
  configure({ smtpUrl: null, demo: true });
  for (let at = 0; at < 53; at++)
    await queue(
      world,
      letterTo('many@example.org', { subject: `Number ${at}`, body: `Heron ${at} 100%\n` }),
      new Date(whileOpen.getTime() + at * 1000),
    );
  const ask = async (input: Parameters<typeof inbox>[1]) => {
    const { letters, total, page, pages } = await inbox(world.as('visitor'), input);
    return { total, page, pages, subjects: letters.map(({ subject }) => subject), letters };
  };
  const first = await ask({ words: 'heron' });
  expect([first.total, first.page, first.pages, first.subjects.length, first.subjects[0]]).toEqual([
    53,
    1,
    2,
    50,
    'Number 52',
  ]);
  expect(first.letters.filter(({ body }) => body !== null).map(({ subject }) => subject)).toEqual([
    'Number 52',
  ]);
  const second = await ask({ words: 'heron', page: 2 });
  expect(second.subjects).toEqual(['Number 2', 'Number 1', 'Number 0']);
  const beyond = await ask({ words: 'heron', page: 99, open: second.letters[1]!.id });
  expect([beyond.page, ...beyond.letters.map(({ body }) => body)]).toEqual([2, null, 'Heron 1 100%\n', null]);
  const theirs = await ask({ address: 'MANY@example.org', words: 'heron 5' });
  expect(theirs.letters.map(({ body }) => body)).toEqual([
    'Heron 52 100%\n',
    'Heron 51 100%\n',
    'Heron 50 100%\n',
    'Heron 5 100%\n',
  ]);
  // Signs that a search could take for its own are letters like any other.
  expect((await ask({ words: 'heron%' })).total).toBe(0);
  expect((await ask({ words: '12 100%' })).subjects).toEqual(['Number 12']);
});
