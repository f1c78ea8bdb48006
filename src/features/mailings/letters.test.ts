import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { letterTables, queueLetter, type Letter } from '#app/platform/letters.server.ts';
import { provideResources, resources } from '#app/platform/resources.server.ts';
import type { Settings } from '#app/platform/settings.server.ts';
import { insertEdition, insertSection } from '#app/features/editions/queries.server.ts';
import { addContributor } from '#app/features/submissions/operations.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { completeWork } from '../../../tests/submissions.ts';
import { smallEdition } from '../../../tests/small-edition.ts';
import { openMailServer } from '../../../tests/mail-server.ts';
import { openWorld, whileOpen, type World } from '../../../tests/world.ts';
import { jobs } from './jobs.server.ts';
import { choose, digest, inbox, log, logOfEdition, preferences, resend, send } from './operations.server.ts';

let world: World;
let mail: Awaited<ReturnType<typeof openMailServer>>;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());
beforeEach(async () => {
  mail = await openMailServer();
  configure({
    smtpUrl: mail.url,
    demo: false,
    mailFrom: { name: 'Small Workshop', address: 'post@salon.test' },
  });
});
afterEach(() => mail.close());

function configure(settings: Partial<Settings>) {
  const held = resources();
  provideResources({ ...held, settings: { ...held.settings, ...settings } });
}

let count = 0;
const letterTo = (address: string, rest: Partial<Letter> = {}): Letter => ({
  key: `test ${++count}`,
  kind: 'message',
  to: { address },
  subject: 'Hello',
  body: 'Good day.\n',
  ...rest,
});

const queue = async (letter: Letter, now = whileOpen) => (await queueLetter(world.db, letter, { now }))!;
const attemptsOf = async (id: string) =>
  letterTables(world.db)
    .selectFrom('letterAttempt')
    .select(['outcome', 'problem'])
    .where('letterId', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute();

test('a letter goes to its one recipient, readable as text and as a page', async () => {
  const id = await queue(
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
  const id = await queue(letterTo('ada@example.org'));
  const outcomes = await Promise.all([send(world.as('system'), { id }), send(world.as('system'), { id })]);
  expect([...outcomes.sort(), await send(world.as('system'), { id })]).toEqual([
    'nothing',
    'sent',
    'nothing',
  ]);
  expect([mail.received.length, await attemptsOf(id)]).toEqual([1, [{ outcome: 'sent', problem: null }]]);
});

test('a key used twice is one letter', async () => {
  const letter = letterTo('ada@example.org');
  const id = await queue(letter);
  expect(await queueLetter(world.db, { ...letter, subject: 'Other' }, { now: whileOpen })).toBe(null);
  await send(world.as('system'), { id });
  expect(mail.received.map((message) => message.mail.subject)).toEqual(['Hello']);
});

test('the message is known by its key, so a repetition after a crash is recognised', async () => {
  const id = await queue(letterTo('ada@example.org', { key: 'receipt 1' }));
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
  const id = await queue(letterTo('ada@example.org'));
  await expect(jobs['letters.send']!({ id })).rejects.toThrow('The mail server has not taken a letter yet.');
  await expect(jobs['letters.send']!({ id })).rejects.toThrow('The mail server has not taken a letter yet.');
  await jobs['letters.send']!({ id });
  expect((await attemptsOf(id)).map(({ outcome }) => outcome).sort()).toEqual(['failed', 'failed', 'sent']);
  expect((await attemptsOf(id)).map(({ problem }) => problem)).toContain('451 greylisted');
  expect(mail.received.length).toBe(1);
});

test('a server that refuses for good is not asked again until somebody resends', async () => {
  mail.answerWith({ code: 550, words: 'no such mailbox' });
  const id = await queue(letterTo('gone@example.org', { editionId: world.edition.id }));
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
  const id = await queue(letterTo('ada@example.org'));
  expect(await send(world.as('system'), { id })).toBe('later');
  configure({ smtpUrl: null });
  expect(await send(world.as('system'), { id })).toBe('later');
  expect((await attemptsOf(id)).map(({ problem }) => problem).sort()).toEqual([
    'No mail server is set: give SMTP_URL.',
    'The mail server could not be reached (ESOCKET).',
  ]);
});

test('line breaks in names and subjects make no header and no second recipient', async () => {
  const hostile = 'Eve\r\nBcc: eve@evil.example\r\n\r\n<eve@evil.example>, "x" <y@evil.example>';
  const id = await queue(
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
    const id = await queue(letterTo(address));
    expect(await send(world.as('system'), { id })).toBe('refused');
    expect(await attemptsOf(id)).toEqual([{ outcome: 'failed', problem: 'This is no mail address.' }]);
  }
  expect(mail.received).toEqual([]);
});

test('a link to sign in is not kept once it is on its way, and is not sent again', async () => {
  const id = await queue(
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

test('who asked for a link is forgotten after thirty days', async () => {
  const id = await queue(letterTo('stranger@example.org', { kind: 'sign-in' }));
  const receipt = await queue(letterTo('stranger@example.org', { kind: 'receipt' }));
  const left = () =>
    letterTables(world.db).selectFrom('letter').select('id').where('toAddress', '=', 'stranger@example.org');
  await digest(world.as('system', new Date('2024-09-19T10:00:00Z')), {});
  expect((await left().execute()).length).toBe(2);
  await digest(world.as('system', new Date('2024-09-19T10:00:01Z')), {});
  expect(await left().execute()).toEqual([{ id: receipt }]);
  expect(id).not.toBe(receipt);
});

test('a letter sent once more on request is a new message', async () => {
  const id = await queue(letterTo('ada@example.org', { kind: 'receipt' }));
  await send(world.as('system'), { id });
  await resend(world.as('system'), { id });
  await send(world.as('system'), { id });
  expect(new Set(mail.received.map((message) => message.mail.messageId)).size).toBe(2);
});

test('the log belongs to the organizers of the edition and to whoever runs the installation', async () => {
  const id = await queue(letterTo('ada@example.org', { editionId: world.edition.id }));
  for (const who of ['ada', 'rana', 'visitor'] as const) {
    await expect(logOfEdition(world.as(who), { editionId: world.edition.id })).rejects.toMatchObject({
      kind: 'missing',
    });
    await expect(log(world.as(who), {})).rejects.toMatchObject({ kind: 'missing' });
    await expect(resend(world.as(who), { id })).rejects.toMatchObject({ kind: 'missing' });
  }
  const elsewhere = await queue(letterTo('ada@example.org'));
  await expect(resend(world.as('olga'), { id: elsewhere })).rejects.toMatchObject({ kind: 'missing' });
  const whole = await log(world.as('system'), {});
  expect(
    whole.letters
      .filter((letter) => [id, elsewhere].includes(letter.id))
      .map(({ edition }) => edition)
      .sort(),
  ).toEqual(['2024', null]);
});

test('the log has what failed before everything newer, a hundred a page', async () => {
  const edition = await makeSecondEdition();
  mail.answerWith({ code: 550, words: 'no such mailbox' });
  const old = await queue(
    letterTo('gone@example.org', { editionId: edition }),
    new Date('2024-08-01T10:00:00Z'),
  );
  await send(world.as('system'), { id: old });
  for (let at = 0; at < 100; at++) await queue(letterTo(`reader${at}@example.org`, { editionId: edition }));
  const olga = { ...world.people.olga, roles: [{ editionId: edition, role: 'organizer' as const }] };
  const context = { viewer: olga, now: whileOpen };
  const first = await logOfEdition(context, { editionId: edition });
  expect([first.letters[0]!.id, first.letters.length, first.total, first.pages]).toEqual([old, 100, 101, 2]);
  const second = await logOfEdition(context, { editionId: edition, page: 7 });
  expect([second.page, second.letters.length]).toEqual([2, 1]);
});

test('letters about what an organizer has a part in are not in their log and not theirs to resend', async () => {
  const work = await completeWork(world);
  await addContributor(world.as('chiara'), { id: work, name: 'Oscar', email: 'oscar@example.org' });
  const about = await queue(letterTo('jury@example.org', { editionId: world.edition.id, aboutId: work }));
  const to = await queue(letterTo('Chiara@example.org', { editionId: world.edition.id }));
  const seenBy = async (who: 'olga' | 'oscar') =>
    (await logOfEdition(world.as(who), { editionId: world.edition.id })).letters
      .map(({ id }) => id)
      .filter((id) => [about, to].includes(id)).length;
  expect([await seenBy('olga'), await seenBy('oscar')]).toEqual([2, 0]);
  const operator = { viewer: { ...world.people.oscar, operator: true }, now: whileOpen };
  const whole = (await log(operator, {})).letters.map(({ id }) => id);
  expect([whole.includes(about), whole.includes(to)]).toEqual([false, false]);
  for (const id of [about, to]) {
    await expect(resend(world.as('oscar'), { id })).rejects.toMatchObject({ kind: 'missing' });
    await expect(resend(operator, { id })).rejects.toMatchObject({ kind: 'missing' });
    await resend(world.as('olga'), { id });
  }
});

test('each kind that is not essential comes at once, once a day, or not at all, as its reader chose', async () => {
  const { benno } = world.people;
  await choose(world.as('benno'), { choices: { message: 'digest', reminder: 'off' } });
  expect(await preferences(world.as('benno'), {})).toEqual([
    { kind: 'extension', title: 'Extended deadlines', delivery: 'now' },
    { kind: 'reminder', title: 'Reminders before a deadline', delivery: 'off' },
    { kind: 'message', title: 'Messages about a submission', delivery: 'digest' },
    { kind: 'announcement', title: 'Letters from the organizers to many', delivery: 'now' },
  ]);
  await expect(choose(world.as('benno'), { choices: { receipt: 'off' } })).rejects.toMatchObject({
    kind: 'invalid',
  });

  const to = { address: benno.email, name: benno.name, personId: benno.id };
  const ids = [
    await queue(letterTo('', { to, subject: 'First' })),
    await queue(letterTo('', { to, kind: 'reminder', subject: 'Never' })),
    await queue(letterTo('', { to, subject: 'Second' }), new Date('2024-08-20T11:00:00Z')),
    await queue(letterTo('', { to, kind: 'receipt', subject: 'Receipt' })),
  ];
  for (const id of ids) await send(world.as('system'), { id });
  expect(mail.received.map((message) => message.mail.subject)).toEqual(['Receipt']);

  expect([await digest(world.as('system'), {}), await digest(world.as('system'), {})]).toEqual([1, 0]);
  const gathered = letterTables(world.db).selectFrom('letter').select('id').where('kind', '=', 'digest');
  await send(world.as('system'), await gathered.executeTakeFirstOrThrow());
  const text = mail.received[1]!.mail.text!;
  expect([text.indexOf('First') < text.indexOf('Second'), text.includes('Never')]).toEqual([true, false]);
  expect(mail.received[1]!.mail.subject).toBe('2 letters of the last day');
});

test('the demo delivers to its inbox, which exists nowhere else', async () => {
  await expect(inbox(world.as('olga'), {})).rejects.toMatchObject({ kind: 'missing' });
  configure({ smtpUrl: null, demo: true });
  const id = await queue(letterTo('inbox@example.org', { kind: 'sign-in', body: 'http://salon.test/x\n' }));
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
  expect([mail.received, await attemptsOf(id)]).toEqual([[], [{ outcome: 'sent', problem: null }]]);
});

test('the demo’s inbox comes in pages, by person and by words, with the words of the open letter only', async () => {
  configure({ smtpUrl: null, demo: true });
  for (let at = 0; at < 53; at++)
    await queue(
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

async function makeSecondEdition(): Promise<string> {
  const id = randomId();
  await insertEdition(world.db, { id, slug: 'second', at: whileOpen, by: null });
  await insertSection(world.db, {
    editionId: id,
    name: 'about',
    body: { ...smallEdition.about, slug: 'second' } as never,
    at: whileOpen,
    by: null,
    reason: '',
  });
  return id;
}
