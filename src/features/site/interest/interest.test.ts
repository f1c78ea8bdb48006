import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseMe, exportMine } from '#app/features/people/operations.server.ts';
import { letterTables } from '#app/platform/letters.server.ts';
import { messageOf } from '#app/platform/mail-message.ts';
import { systemViewer } from '#app/platform/viewer.ts';
import { told } from '../../../../tests/refusal.ts';
import { openWorld, whileOpen, type World } from '../../../../tests/world.ts';
import './attached.server.ts';
import { exportList, forget, list, lookAtLetter, write } from './desk-operations.server.ts';
import { confirm, join, leave, look } from './operations.server.ts';
import type { Topic } from './interest.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const edition = '2024';
const nothing = { kind: 'missing', message: 'There is nothing here, or it is not yours to see.', fields: {} };
const later = (minutes: number) => new Date(whileOpen.getTime() + minutes * 60_000);

const lettersTo = (address: string) =>
  letterTables(world.db)
    .selectFrom('letter')
    .selectAll()
    .where('toAddress', '=', address.toLowerCase())
    .orderBy('queuedAt', 'desc')
    .orderBy('key')
    .execute();

let network = 0;
async function wished(email: string, topics: Topic[], at = whileOpen): Promise<string> {
  const context = { ...world.as('visitor', at), address: `192.0.2.${++network}` };
  await join(context, { edition, email, topics });
  const { body } = (await lettersTo(email))[0]!;
  return /interest\/confirm\/([\w-]+)/.exec(body)![1]!;
}
const listed = async () =>
  (await list(world.as('olga'), { edition })).people.map(({ email, topics }) => ({ email, topics }));

describe('whoever wants to hear from a workshop', () => {
  it('gets one letter that asks, and stands on the list only after a yes; looking alone changes nothing', async () => {
    const secret = await wished('Maybe@Example.org', ['news', 'jury']);
    await look(world.as('visitor'), { edition, secret });
    const before = await listed();
    await confirm(world.as('visitor', later(1)), { edition, secret });
    await confirm(world.as('visitor', later(2)), { edition, secret });
    const after = await list(world.as('olga'), { edition });
    const [letter] = await lettersTo('maybe@example.org');
    expect([before, after.people, letter!.subject, letter!.body]).toEqual([
      [],
      [{ email: 'maybe@example.org', name: '', topics: ['jury', 'news'], confirmedAt: later(1) }],
      'Do you want to hear from The Small Workshop (invented)?',
      [
        'Somebody, most likely you, gave this address to hear from The Small Workshop (invented) about:',
        '- Being on the jury for works\n- News of the workshop',
        'If you want that, say so here:',
        `http://salon.test/2024/interest/confirm/${secret}`,
        'If not, you need not do anything: without your yes the address is forgotten after 30 days. To have it forgotten at once, and to leave at any time:',
        `http://salon.test/2024/interest/leave/${secret}`,
      ].join('\n\n'),
    ]);
  });

  it('is answered alike whether or not the address stands there, and changes nothing by asking alone', async () => {
    const known = await wished('known@example.org', ['reviewing']);
    await confirm(world.as('visitor'), { edition, secret: known });
    const ask = (email: string) =>
      join(world.as('visitor', later(1)), { edition, email, name: 'X', topics: ['news'] });
    const answers = [await ask('known@example.org'), await ask('unknown@example.org')];
    const words = async (email: string) => {
      const { subject, body } = (await lettersTo(email))[0]!;
      return [subject, body.replace(/[\w-]{43}/g, '…')];
    };
    expect(answers).toEqual([undefined, undefined]);
    expect(await words('known@example.org')).toEqual(await words('unknown@example.org'));
    expect((await listed()).filter(({ email }) => email.includes('known'))).toEqual([
      { email: 'known@example.org', topics: ['reviewing'] },
    ]);
  });

  it('chooses anew by a second yes, and leaves by the link of any letter', async () => {
    const first = await wished('twice@example.org', ['reviewing']);
    await confirm(world.as('visitor'), { edition, secret: first });
    const second = await wished('twice@example.org', ['attending'], later(1));
    await confirm(world.as('visitor', later(2)), { edition, secret: second });
    const chosen = (await listed()).filter(({ email }) => email.startsWith('twice'));
    await leave(world.as('visitor'), { edition, secret: first });
    const left = (await listed()).filter(({ email }) => email.startsWith('twice'));
    const again = await told(leave(world.as('visitor'), { edition, secret: second }));
    expect([chosen, left, again, await look(world.as('visitor'), { edition, secret: second })]).toEqual([
      [{ email: 'twice@example.org', topics: ['attending'] }],
      [],
      'nothing refused',
      null,
    ]);
  });

  it('finds nothing behind a wrong link or under another edition', async () => {
    const secret = await wished('wrong@example.org', ['news']);
    const wrong = 'x'.repeat(43);
    expect([
      await look(world.as('visitor'), { edition: '2025', secret }),
      await told(confirm(world.as('visitor'), { edition: '2025', secret })),
      await told(confirm(world.as('visitor'), { edition, secret: wrong })),
    ]).toEqual([null, nothing, nothing]);
  });

  it('is told field by field what is missing, and to wait when one address is given too often', async () => {
    const ask = (topics: Topic[], email: string, at: number) =>
      told(join({ ...world.as('visitor'), address: `198.51.100.${at}` }, { edition, email, topics }));
    const often: unknown[] = [];
    for (let at = 0; at < 5; at++) often.push(await ask(['news'], 'often@example.org', at));
    expect([await ask([], 'nobody', 9), often.at(-2), often.at(-1)]).toEqual([
      {
        kind: 'invalid',
        message: 'Something in the form needs your attention.',
        fields: {
          email: 'That is not a mail address we can write to. It should look like name@example.org.',
          topics: 'Choose at least one.',
        },
      },
      'nothing refused',
      {
        kind: 'denied',
        message: 'That was asked for too often. Please wait 60 minutes and try again.',
        fields: {},
      },
    ]);
  });

  it('is forgotten after thirty days without a yes, and so is what a machine fills in at once', async () => {
    const secret = await wished('never@example.org', ['news']);
    const form = { edition, email: 'machine@example.org', topics: ['news' as const], website: 'x' };
    await join(world.as('visitor'), form);
    const night = (day: number) =>
      forget({ viewer: systemViewer('test'), now: new Date(whileOpen.getTime() + day * 86_400_000) }, {});
    await night(29);
    const during = await look(world.as('visitor'), { edition, secret });
    await night(31);
    expect([
      during,
      await look(world.as('visitor'), { edition, secret }),
      await lettersTo('machine@example.org'),
    ]).toEqual([{ email: 'never@example.org', topics: ['news'], confirmed: false }, null, []]);
  });
});

describe('organizers', () => {
  it('write to those who asked for it, once, each with a way out that the mail program shows too', async () => {
    for (const email of ['writer-a@example.org', 'writer-b@example.org'])
      await confirm(world.as('visitor'), { edition, secret: await wished(email, ['volunteering']) });
    await wished('writer-c@example.org', ['volunteering']);
    const words = { topic: 'volunteering' as const, subject: 'Doors', body: 'Who opens the doors?' };
    const { id, people } = await lookAtLetter(world.as('olga'), { edition, ...words });
    const sent = await write(world.as('olga', later(5)), { edition, id, ...words });
    const twice = await told(write(world.as('oscar', later(6)), { edition, id, ...words }));
    const [letter] = await lettersTo('writer-a@example.org');
    const from = { name: 'Workshop', address: 'post@salon.test' };
    const { headers } = messageOf(
      { ...letter!, messageId: '' },
      { from, url: 'http://salon.test', now: whileOpen },
    );
    const link = /http:\S+leave\S+/.exec(letter!.body)![0];
    await leave(world.as('visitor'), { edition, secret: link.split('/').at(-1)! });
    expect({
      people,
      sent,
      twice,
      body: letter!.body,
      headers,
      unconfirmed: (await lettersTo('writer-c@example.org')).length,
      left: (await listed()).some(({ email }) => email === 'writer-a@example.org'),
      log: (await list(world.as('olga'), { edition })).letters,
    }).toEqual({
      people: 2,
      sent: { people: 2 },
      twice: { kind: 'stale', message: 'This letter was sent already.', fields: {} },
      body: `Who opens the doors?\n\n--\n\nYou get this because you asked to hear from The Small Workshop (invented). Leave the list here:\n\n${link}`,
      headers: { 'Auto-Submitted': 'auto-generated', 'List-Unsubscribe': `<${link}>` },
      unconfirmed: 1,
      left: false,
      log: [
        {
          id,
          topic: 'volunteering',
          subject: 'Doors',
          people: 2,
          sentAt: later(5),
          sentBy: 'Olga Organizer',
        },
      ],
    });
  });

  it('take the list along as a table in which a name is never a formula', async () => {
    const form = { edition, email: 'sheet@example.org', name: '=1+1', topics: ['jury' as const] };
    await join(world.as('visitor'), form);
    const { body } = (await lettersTo('sheet@example.org'))[0]!;
    await confirm(world.as('visitor'), { edition, secret: /confirm\/([\w-]+)/.exec(body)![1]! });
    const { name, csv } = await exportList(world.as('olga'), { edition });
    expect([name, csv.split('\r\n')[0], csv.split('\r\n').find((row) => row.startsWith('sheet'))]).toEqual([
      '2024-interest.csv',
      '\ufeffAddress,Name,Reviewing papers,Being on the jury for works,Attending,Helping as a volunteer,News of the workshop,Confirmed',
      `sheet@example.org,'=1+1,,yes,,,,${whileOpen.toISOString()}`,
    ]);
  });

  it('alone see who stands there', async () => {
    const secret = await wished('secret@example.org', ['news']);
    await confirm(world.as('visitor'), { edition, secret });
    const words = { topic: '' as const, subject: 'S', body: 'B' };
    const refused = await Promise.all(
      (['visitor', 'ada', 'rana', 'attila'] as const).flatMap((who) => [
        told(list(world.as(who), { edition })),
        told(exportList(world.as(who), { edition })),
        told(lookAtLetter(world.as(who), { edition, ...words })),
        told(write(world.as(who), { edition, id: '0'.repeat(24), ...words })),
      ]),
    );
    expect((await listed()).some(({ email }) => email === 'secret@example.org')).toEqual(true);
    expect(refused).toEqual(refused.map(() => nothing));
  });
});

describe('an account', () => {
  it('takes its place on the list along when exported, and off it when erased', async () => {
    const { email } = world.people.attila;
    await confirm(world.as('visitor'), { edition, secret: await wished(email, ['attending']) });
    const mine = (await exportMine(world.as('attila'), {})) as Record<string, unknown>;
    await eraseMe(world.as('attila'), { sure: 'yes' });
    expect([mine.interest, (await listed()).filter((one) => one.email === email)]).toEqual([
      [{ email, name: '', topics: ['attending'], askedAt: whileOpen, confirmedAt: whileOpen }],
      [],
    ]);
  });
});
