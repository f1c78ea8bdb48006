import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { letterTables, queueLetter } from '#app/platform/letters.server.ts';
import { attemptsOf, configure, letterTo, openPost, queue, type Post } from '../../../tests/letters.ts';
import { openWorld, whileOpen, type World } from '../../../tests/world.ts';
import { jobs } from './jobs.server.ts';
import { logOfEdition, resend, send } from './operations.server.ts';

let world: World;
let mail: Post;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());
beforeEach(async () => void (mail = await openPost()));
afterEach(() => mail.close());

test('a letter goes to its one recipient, readable as text and as a page', async () => {
  const id = await queue(
    world,
    letterTo('ada@example.org', {
      to: { address: 'ada@example.org', name: 'Ada Author 例' },
      subject: 'Ihre Einreichung – ünïcode 🎞',
      body: 'Dear Ada,\n<b>not bold</b> https://elsewhere.example/x\n\nhttp://salon.test/my\n',
    }),
  );
  expect(await send(world.as('system'), { id })).toBe('sent');
  const [{ from, to, mail: parsed, raw }] = mail.received as [(typeof mail.received)[0]];
  expect({ from, to, subject: parsed.subject, sender: parsed.from?.text, text: parsed.text }).toEqual({
    from: 'post@salon.test',
    to: ['ada@example.org'],
    subject: 'Ihre Einreichung – ünïcode 🎞',
    sender: '"Small Workshop" <post@salon.test>',
    text: 'Dear Ada,\n<b>not bold</b> https://elsewhere.example/x\n\nhttp://salon.test/my\n',
  });
  expect(parsed.html).toBe(
    '<!doctype html>\n<meta charset="utf-8">\n' +
      '<p dir="auto">Dear Ada,<br>\n&#60;b&#62;not bold&#60;/b&#62; https://elsewhere.example/x</p>\n' +
      '<p dir="auto"><a href="http://salon.test/my">http://salon.test/my</a></p>\n',
  );
  expect(parsed.to).toMatchObject({ value: [{ address: 'ada@example.org', name: 'Ada Author 例' }] });
  expect(raw).toMatch(/^List-Unsubscribe: <http:\/\/salon\.test\/account\/letters>\r$/m);
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(parsed.date).toEqual(whileOpen);
});

test('sending twice, also at once, sends one message', async () => {
  const id = await queue(world, letterTo('ada@example.org'));
  const outcomes = await Promise.all([send(world.as('system'), { id }), send(world.as('system'), { id })]);
  expect([...outcomes.sort(), await send(world.as('system'), { id })]).toEqual([
    'nothing',
    'sent',
    'nothing',
  ]);
  expect([mail.received.length, await attemptsOf(world, id)]).toEqual([
    1,
    [{ outcome: 'sent', problem: null }],
  ]);
});

test('a key used twice is one letter', async () => {
  const letter = letterTo('ada@example.org');
  const id = await queue(world, letter);
  expect(await queueLetter(world.db, { ...letter, subject: 'Other' }, { now: whileOpen })).toBe(null);
  await send(world.as('system'), { id });
  expect(mail.received.map((message) => message.mail.subject)).toEqual(['Hello']);
});

test('the message is known by its key, so a repetition after a crash is recognised', async () => {
  const id = await queue(world, letterTo('ada@example.org', { key: 'receipt 1' }));
  await send(world.as('system'), { id });
  const forget = letterTables(world.db);
  await forget.deleteFrom('letterAttempt').where('letterId', '=', id).execute();
  await forget.updateTable('letter').set({ sentAt: null }).where('id', '=', id).execute();
  await send(world.as('system'), { id });
  const [first, second] = mail.received.map((message) => message.mail.messageId);
  expect(first).toMatch(/^<[0-9a-f]{40}@salon\.test>$/);
  expect(second).toBe(first);
});

test('a server that refuses for now twice gets the letter at the third attempt', async () => {
  mail.answerWith({ code: 451, words: 'greylisted' }, { code: 421, words: 'busy' });
  const id = await queue(world, letterTo('ada@example.org'));
  await expect(jobs['letters.send']!({ id })).rejects.toThrow('The mail server has not taken a letter yet.');
  await expect(jobs['letters.send']!({ id })).rejects.toThrow('The mail server has not taken a letter yet.');
  await jobs['letters.send']!({ id });
  expect((await attemptsOf(world, id)).map(({ outcome }) => outcome).sort()).toEqual([
    'failed',
    'failed',
    'sent',
  ]);
  expect((await attemptsOf(world, id)).map(({ problem }) => problem)).toContain('451 greylisted');
  expect(mail.received.length).toBe(1);
});

test('a server that refuses for good is not asked again until somebody resends', async () => {
  mail.answerWith({ code: 550, words: 'no such mailbox' });
  const id = await queue(world, letterTo('gone@example.org', { editionId: world.edition.id }));
  await jobs['letters.send']!({ id });
  const failed = await logOfEdition(world.as('olga'), { editionId: world.edition.id, only: 'failed' });
  expect(failed.letters).toEqual([
    {
      id,
      kind: 'message',
      editionId: world.edition.id,
      toAddress: 'gone@example.org',
      toName: '',
      delivery: 'now',
      queuedAt: whileOpen,
      heldAt: null,
      sentAt: null,
      problem: '550 no such mailbox',
      triedAt: whileOpen,
      attempts: 1,
    },
  ]);
  await resend(world.as('olga'), { id });
  expect(await send(world.as('system'), { id })).toBe('sent');
  const left = await logOfEdition(world.as('olga'), { editionId: world.edition.id, only: 'failed' });
  expect(left).toEqual({ letters: [], total: 0, page: 1, pages: 1 });
});

test('an unreachable server keeps the letter waiting', async () => {
  configure({ smtpUrl: 'smtp://127.0.0.1:9' });
  const id = await queue(world, letterTo('ada@example.org'));
  expect(await send(world.as('system'), { id })).toBe('later');
  configure({ smtpUrl: null });
  expect(await send(world.as('system'), { id })).toBe('later');
  expect((await attemptsOf(world, id)).map(({ problem }) => problem).sort()).toEqual([
    'No mail server is set: give SMTP_URL.',
    'The mail server could not be reached (ESOCKET).',
  ]);
});

test('line breaks in names and subjects make no header and no second recipient', async () => {
  const hostile = 'Eve\r\nBcc: eve@evil.example\r\n\r\n<eve@evil.example>, "x" <y@evil.example>';
  const id = await queue(
    world,
    letterTo('ada@example.org', { to: { address: 'ada@example.org', name: hostile }, subject: hostile }),
  );
  // Also when they came into the database by another way.
  await letterTables(world.db)
    .updateTable('letter')
    .set({ toName: hostile, subject: hostile })
    .where('id', '=', id)
    .execute();
  await send(world.as('system'), { id });
  const [{ to, mail: parsed, raw }] = mail.received as [(typeof mail.received)[0]];
  expect(to).toEqual(['ada@example.org']);
  expect(parsed.to).toMatchObject({ value: [{ address: 'ada@example.org' }] });
  expect([parsed.bcc, parsed.cc, parsed.text]).toEqual([undefined, undefined, 'Good day.\n']);
  expect(raw).not.toMatch(/^bcc:/im);
});

test('what is no single address is written to by nobody', async () => {
  for (const address of [
    'ada@example.org, eve@evil.example',
    '"a@evil.example"@example.org',
    'ada@localhost',
  ]) {
    const id = await queue(world, letterTo(address));
    expect(await send(world.as('system'), { id })).toBe('refused');
    expect(await attemptsOf(world, id)).toEqual([{ outcome: 'failed', problem: 'This is no mail address.' }]);
  }
  expect(mail.received).toEqual([]);
});

test('a link to sign in is not kept once it is on its way, and is not sent again', async () => {
  const id = await queue(
    world,
    letterTo('ada@example.org', { kind: 'sign-in', body: 'http://salon.test/sign-in/link/x\n' }),
  );
  await send(world.as('system'), { id });
  expect(mail.received[0]!.mail.text).toBe('http://salon.test/sign-in/link/x\n');
  expect(mail.received[0]!.raw).not.toMatch(/^List-Unsubscribe/m);
  const row = letterTables(world.db).selectFrom('letter').select('body').where('id', '=', id);
  expect(await row.executeTakeFirstOrThrow()).toEqual({
    body: '(The link that stood here was sent and is not kept.)',
  });
  await expect(resend(world.as('system'), { id })).rejects.toMatchObject({ kind: 'stale' });
});

test('a letter sent once more on request is a new message', async () => {
  const id = await queue(world, letterTo('ada@example.org', { kind: 'receipt' }));
  await send(world.as('system'), { id });
  await resend(world.as('system'), { id });
  await send(world.as('system'), { id });
  expect(new Set(mail.received.map((message) => message.mail.messageId)).size).toBe(2);
});
