import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportMine, eraseMe } from '#app/features/people/operations.server.ts';
import { letterTables } from '#app/platform/letters.server.ts';
import { systemViewer } from '#app/platform/viewer.ts';
import { told } from '../../../../tests/refusal.ts';
import { openWorld, whileOpen, type World } from '../../../../tests/world.ts';
import './attached.server.ts';
import {
  answer,
  close,
  forget,
  inspect,
  list,
  markSpam,
  reopen,
  unmarkSpam,
} from './desk-operations.server.ts';
import { send, thread, writeAgain } from './operations.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const edition = '2024';
const nothing = { kind: 'missing', message: 'There is nothing here, or it is not yours to see.', fields: {} };
const later = (minutes: number) => new Date(whileOpen.getTime() + minutes * 60_000);

const lettersTo = (address: string) =>
  letterTables(world.db)
    .selectFrom('letter')
    .select(['kind', 'toName', 'subject', 'body'])
    .where('toAddress', '=', address)
    .orderBy('queuedAt', 'desc')
    .orderBy('key')
    .execute();

const secretsTo = async (address: string) =>
  (await lettersTo(address)).map(({ body }) => /contact\/thread\/([\w-]+)/.exec(body)![1]!);

/** Somebody new each time, so that nobody's limit is another's. */
let count = 0;
async function asked(words: string, more: { website?: string; at?: Date } = {}) {
  const email = `asker-${++count}@example.org`;
  const at = more.at ?? whileOpen;
  const context = { ...world.as('visitor', at), address: `192.0.2.${count}` };
  const form = { edition, name: 'Piet Press (invented)', email, topic: 'press' as never, words };
  await send(context, { ...form, website: more.website ?? '' });
  const state = more.website ? 'spam' : 'open';
  const { rows } = await list(world.as('olga'), { edition, state });
  const { id } = rows.find((row) => row.words === words)!;
  const secret = more.website ? '' : (await secretsTo(email))[0]!;
  return { id, email, secret };
}

const seenIn = async (id: string) => (await inspect(world.as('olga'), { id })).messages.at(-1)!.id;

describe('whoever writes to the organizers', () => {
  it('gets their words back by mail with a link, and the organizers get a letter that leads to the desk', async () => {
    const { id, email, secret } = await asked('May I bring a camera?\nA small one.');
    expect(await lettersTo(email)).toEqual([
      {
        kind: 'enquiry',
        toName: 'Piet Press (invented)',
        subject: 'You wrote to The Small Workshop (invented)',
        body: [
          'Your words have reached the organizers of The Small Workshop (invented). About: Press.',
          '> May I bring a camera?\n> A small one.',
          'They answer by mail. Read the whole thread here and write again; whoever has this link can do so:',
          `http://salon.test/2024/contact/thread/${secret}`,
          'If you did not write this, somebody gave your address by mistake. You need not do anything.',
        ].join('\n\n'),
      },
    ]);
    expect((await lettersTo('organizers@example.org'))[0]).toEqual({
      kind: 'enquiry',
      toName: 'The Small Workshop (invented)',
      subject: 'An enquiry: Press',
      body: [
        `Piet Press (invented) (${email}) wrote to The Small Workshop (invented):`,
        '> May I bring a camera?\n> A small one.',
        'Answer here, so that the others see it too:',
        `http://salon.test/desk/2024/enquiries/${id}`,
      ].join('\n\n'),
    });
  });

  it('reads the answer behind the link of any of their letters, and writes again there', async () => {
    const { id, email, secret } = await asked('Where do I park?');
    const reply = { id, seen: await seenIn(id), words: 'Behind the hall.' };
    await answer(world.as('olga', later(1)), reply);
    const [newest] = await secretsTo(email);
    await writeAgain(world.as('visitor', later(2)), { edition, secret: newest!, words: 'Thank you.' });
    const first = await thread(world.as('visitor'), { edition, secret });
    const said = first.messages.map(({ by, byOrganizer, words }) => ({ by, byOrganizer, words }));
    expect({ ...first, messages: said }).toEqual({
      name: 'Piet Press (invented)',
      about: '',
      topic: 'Press',
      zone: 'America/Vancouver',
      closed: false,
      messages: [
        { by: 'Piet Press (invented)', byOrganizer: false, words: 'Where do I park?' },
        { by: 'Olga Organizer', byOrganizer: true, words: 'Behind the hall.' },
        { by: 'Piet Press (invented)', byOrganizer: false, words: 'Thank you.' },
      ],
    });
    expect((await lettersTo(email)).map(({ subject }) => subject)).toEqual([
      'An answer from The Small Workshop (invented)',
      'You wrote to The Small Workshop (invented)',
    ]);
  });

  it('is told field by field what is missing', async () => {
    const form = { edition, name: ' ', email: 'nobody', topic: 'gossip' as never, words: '\n' };
    expect(await told(send(world.as('visitor'), form))).toEqual({
      kind: 'invalid',
      message: 'Something in the form needs your attention.',
      fields: {
        name: 'Please give the name you go by. A single name or a pseudonym is fine.',
        email: 'That is not a mail address we can write to. It should look like name@example.org.',
        topic: 'Choose what it is about.',
        words: 'Write a few words first.',
      },
    });
  });

  it('is asked to wait when one address, or one network, writes too often', async () => {
    const form = { edition, name: 'Often', topic: 'other' as never, words: 'Again' };
    const often = async (times: number, email: (at: number) => string, address: (at: number) => string) => {
      const answers: unknown[] = [];
      for (let at = 0; at < times; at++)
        answers.push(
          await told(send({ ...world.as('visitor'), address: address(at) }, { ...form, email: email(at) })),
        );
      return answers.filter((answer) => answer !== 'nothing refused');
    };
    const wait = {
      kind: 'denied',
      message: 'That was asked for too often. Please wait 60 minutes and try again.',
      fields: {},
    };
    const one = (at: number) => `often-${at}@example.org`;
    expect({
      address: await often(
        5,
        () => 'often@example.org',
        (at) => `198.51.100.${at}`,
      ),
      network: await often(11, one, () => '203.0.113.9'),
    }).toEqual({ address: [wait], network: [wait] });
  });

  it('is heard again after the organizers closed the thread', async () => {
    const { id, secret } = await asked('Is it over?');
    await close(world.as('olga', later(1)), { id });
    const closed = await thread(world.as('visitor'), { edition, secret });
    await writeAgain(world.as('visitor', later(2)), { edition, secret, words: 'One more thing.' });
    const again = await inspect(world.as('olga'), { id });
    expect([closed.closed, again.state, again.end]).toEqual([true, 'open', null]);
  });
});

describe('what a machine fills in', () => {
  it('is kept as spam with a letter to nobody, and stands in the list when organizers say it is none', async () => {
    const { id, email } = await asked('Cheap seats', { website: 'https://spam.example' });
    const before = await inspect(world.as('olga'), { id });
    await unmarkSpam(world.as('olga'), { id });
    const after = await inspect(world.as('olga'), { id });
    expect([await lettersTo(email), before.state, before.end, after.state]).toEqual([
      [],
      'spam',
      { at: whileOpen, by: '' },
      'open',
    ]);
  });

  it('marked as spam by hand, it is in no other list, cannot be answered, and what follows reaches no mailbox', async () => {
    const { id, secret } = await asked('Buy something');
    await markSpam(world.as('olga'), { id });
    const letters = (await lettersTo('organizers@example.org')).length;
    await writeAgain(world.as('visitor', later(1)), { edition, secret, words: 'Buy more' });
    const open = await list(world.as('olga'), { edition, state: 'open' });
    const spam = await list(world.as('olga'), { edition, state: 'spam' });
    expect({
      open: open.rows.filter((row) => row.id === id),
      spam: spam.rows.filter((row) => row.id === id).map(({ words }) => words),
      answer: await told(answer(world.as('olga'), { id, seen: '', words: 'No.' })),
      letters: (await lettersTo('organizers@example.org')).length - letters,
    }).toEqual({
      open: [],
      spam: ['Buy more'],
      answer: {
        kind: 'stale',
        message: 'This is set aside as spam. Take it back first; then it can be answered.',
        fields: {},
      },
      letters: 0,
    });
  });
});

describe('organizers', () => {
  it('see who answered, who closed it and when, and open it again', async () => {
    const { id } = await asked('Who speaks on Sunday?');
    const words = 'See the programme.';
    await answer(world.as('oscar', later(3)), { id, seen: await seenIn(id), words, close: true });
    const { rows } = await list(world.as('olga'), { edition, state: 'closed' });
    const closed = await inspect(world.as('olga'), { id });
    await reopen(world.as('olga', later(4)), { id });
    const { state } = await inspect(world.as('olga'), { id });
    const name = 'Oscar Second-Organizer';
    expect([rows.find((row) => row.id === id), closed.end, state]).toEqual([
      { id, name: 'Piet Press (invented)', topic: 'Press', about: '', at: later(3), words, answeredBy: name },
      { at: later(3), by: name },
      'answered',
    ]);
  });

  it('do not answer past what came in while they wrote', async () => {
    const { id, secret } = await asked('May I come?');
    const seen = await seenIn(id);
    await writeAgain(world.as('visitor', later(1)), { edition, secret, words: 'I cannot come after all.' });
    expect(await told(answer(world.as('olga', later(2)), { id, seen, words: 'Yes!' }))).toEqual({
      kind: 'stale',
      message: 'Something was written while you were writing. Read it above, then send your answer.',
      fields: {},
    });
  });

  it('alone read what was asked: to everybody else it is not there, and no wrong link opens it', async () => {
    const { id, secret } = await asked('A secret question');
    const whole = await list(world.as('olga'), { edition, state: 'open' });
    const refused = await Promise.all(
      (['visitor', 'ada', 'rana', 'attila'] as const).flatMap((who) => [
        told(list(world.as(who), { edition, state: 'open' })),
        told(inspect(world.as(who), { id })),
        told(answer(world.as(who), { id, seen: '', words: 'Hm' })),
        told(close(world.as(who), { id })),
        told(markSpam(world.as(who), { id })),
      ]),
    );
    expect(whole.rows.some((row) => row.words === 'A secret question')).toEqual(true);
    expect(refused).toEqual(refused.map(() => nothing));
    const wrong = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`;
    expect([
      await told(thread(world.as('visitor'), { edition, secret: wrong })),
      await told(thread(world.as('visitor'), { edition: '2025', secret })),
    ]).toEqual([nothing, nothing]);
  });
});

describe('what was asked', () => {
  it('is forgotten a year after the edition, but not while people still write', async () => {
    const old = await asked('Long ago');
    const recent = await asked('Just now', { at: new Date('2025-11-01T10:00:00Z') });
    const night = (day: string) =>
      forget({ viewer: systemViewer('test'), now: new Date(`${day}T05:00:00Z`) }, {});
    const early = await night('2025-12-01');
    await night('2025-12-31');
    expect([
      early,
      await told(inspect(world.as('olga'), { id: old.id })),
      (await inspect(world.as('olga'), { id: recent.id })).messages.length,
    ]).toEqual([{ forgotten: 0 }, nothing, 1]);
  });

  it('from the address of an account belongs to its data, and goes when the account is erased', async () => {
    const { email, name } = world.people.attila;
    const form = { edition, name, email, topic: 'access' as never, words: 'Is there a lift?' };
    await send(world.as('visitor'), form);
    const mine = (await exportMine(world.as('attila'), {})) as Record<string, unknown>;
    await eraseMe(world.as('attila'), { sure: 'yes' });
    const { rows } = await list(world.as('olga'), { edition, state: 'open' });
    expect([mine.enquiries, rows.filter((row) => row.words === form.words)]).toEqual([
      [
        {
          name,
          email,
          topic: 'access',
          begunAt: whileOpen,
          messages: [{ at: expect.any(String), by: name, words: 'Is there a lift?' }],
        },
      ],
      [],
    ]);
  });
});
