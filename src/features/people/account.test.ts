import { afterAll, beforeAll, expect, test } from 'vitest';
import { letterTables, queueLetter } from '#app/platform/letters.server.ts';
import { openWorld, whileOpen, type CastName, type World } from '../../../tests/world.ts';
import { attachments } from './attached.server.ts';
import {
  account,
  addAddress,
  askForLink,
  confirmAddress,
  describeMyself,
  eraseMe,
  exportMine,
  lookAtErasing,
  lookAtLink,
  makePrimary,
  openLink,
  recognise,
  removeAddress,
} from './operations.server.ts';
import { findPersonByEmail } from './queries.server.ts';
import { peopleTables } from './tables.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const about = { name: 'Ada', affiliation: '', pronouns: '', orcid: '' };

async function lastLinkTo(address: string): Promise<string> {
  const letters = letterTables(world.db).selectFrom('letter').select('body').where('toAddress', '=', address);
  const { body } = await letters
    .where('kind', '=', 'sign-in')
    .orderBy('queuedAt', 'desc')
    .executeTakeFirstOrThrow();
  return /http:\/\/salon\.test\/sign-in\/link\/([\w-]+)/.exec(body)![1]!;
}

async function askedToAdd(who: CastName, address: string): Promise<string> {
  await addAddress(world.as(who), { address });
  return lastLinkTo(address);
}

test('people describe themselves in any script, and a slip in an ORCID iD is told', async () => {
  const typed = {
    name: ' 山田\u202e 例子\n',
    affiliation: 'جامعة المثال',
    pronouns: 'they/them',
    orcid: 'https://orcid.org/0000-0002-1825-0097',
  };
  await describeMyself(world.as('ada'), typed);
  expect(await account(world.as('ada'), {})).toEqual({
    name: '山田 例子',
    affiliation: 'جامعة المثال',
    pronouns: 'they/them',
    language: '',
    orcid: '0000-0002-1825-0097',
    orcidConfirmed: false,
    orcidOffered: false,
    addresses: [{ address: 'ada@example.org', isPrimary: true, addedAt: whileOpen, confirmedAt: whileOpen }],
    sessions: [
      { id: world.people.ada.sessionId, device: 'test', beganAt: whileOpen, seenAt: whileOpen, here: true },
    ],
    passkeys: [],
  });
  await expect(
    describeMyself(world.as('ada'), { ...about, name: '\n', orcid: '0000-0002-1825-0098' }),
  ).rejects.toMatchObject({
    kind: 'invalid',
    fields: {
      name: 'Please give the name you go by. A single name or a pseudonym is fine.',
      orcid: 'That ORCID iD has a slip in it: 16 characters such as 0000-0002-1825-0097, please.',
    },
  });
});

test('a second address counts after its reader proved it, and can become the primary one', async () => {
  const secret = await askedToAdd('ada', 'ada@home.example');
  expect(await findPersonByEmail(world.db, 'ada@home.example')).toBe(undefined);
  expect(await lookAtLink(world.as('visitor'), { secret })).toEqual({ state: 'elsewhere' });
  await expect(openLink(world.as('visitor'), { secret, name: 'Eve' })).rejects.toMatchObject({
    kind: 'missing',
  });
  await expect(confirmAddress(world.as('benno'), { secret })).rejects.toMatchObject({ kind: 'missing' });
  expect(await lookAtLink(world.as('ada'), { secret })).toEqual({
    state: 'address',
    address: 'ada@home.example',
    other: null,
  });
  expect(await confirmAddress(world.as('ada'), { secret })).toEqual({
    address: 'ada@home.example',
    joined: false,
  });
  await makePrimary(world.as('ada'), { address: 'ada@home.example' });
  await removeAddress(world.as('ada'), { address: 'ada@example.org' });
  expect((await account(world.as('ada'), {})).addresses).toEqual([
    { address: 'ada@home.example', isPrimary: true, addedAt: whileOpen, confirmedAt: whileOpen },
  ]);
});

test('the primary address cannot be removed, nor anything of somebody else', async () => {
  await expect(removeAddress(world.as('benno'), { address: 'benno@example.org' })).rejects.toMatchObject({
    kind: 'missing',
  });
  for (const act of [removeAddress, makePrimary])
    await expect(act(world.as('benno'), { address: 'chiara@example.org' })).rejects.toMatchObject({
      kind: 'missing',
    });
  expect((await findPersonByEmail(world.db, 'chiara@example.org'))?.id).toBe(world.people.chiara.id);
});

test('asking for an address tells nobody whether it belongs to an account', async () => {
  expect(await addAddress(world.as('benno'), { address: 'olga@example.org' })).toEqual({
    address: 'olga@example.org',
  });
  expect(await addAddress(world.as('benno'), { address: 'nobody@example.org' })).toEqual({
    address: 'nobody@example.org',
  });
  const letters = letterTables(world.db).selectFrom('letter').select(['subject', 'body', 'toName']);
  const texts = await letters.where('toAddress', 'in', ['olga@example.org', 'nobody@example.org']).execute();
  const [one, two] = texts.map((text) => JSON.stringify(text).replace(/link\/[\w-]+/, 'link/…'));
  expect(one).toBe(two);
});

test('two accounts of one person become one, after both addresses are proved', async () => {
  const moved: unknown[] = [];
  attachments.push({
    name: 'probe',
    exportFor: async (_db, personId) => ({ of: personId }),
    moveTo: async (_db, people) => void moved.push(people),
    erase: async (_db, person) => void moved.push(person),
    keeps: async () => ['A probe stays.'],
  });
  const { jiro, rana } = world.people;
  const secret = await askedToAdd('jiro', 'rana@example.org');
  expect(await lookAtLink(world.as('jiro'), { secret })).toEqual({
    state: 'address',
    address: 'rana@example.org',
    other: 'Rana Reviewer',
  });
  await expect(confirmAddress(world.as('jiro'), { secret })).rejects.toMatchObject({ kind: 'invalid' });
  expect((await findPersonByEmail(world.db, 'rana@example.org'))?.id).toBe(rana.id);

  await confirmAddress(world.as('jiro'), { secret, join: 'yes' });
  expect(moved).toEqual([{ from: rana.id, to: jiro.id, now: whileOpen }]);
  expect((await findPersonByEmail(world.db, 'rana@example.org'))?.id).toBe(jiro.id);
  expect(await recognise(world.as('visitor'), { secret: rana.secret })).toBe(null);
  const viewer = await recognise(world.as('visitor'), { secret: jiro.secret });
  expect(viewer?.roles.map(({ role }) => role).sort()).toEqual(['juror', 'reviewer']);
  expect((await account(world.as('jiro'), {})).addresses.map(({ address }) => address)).toEqual([
    'jiro@example.org',
    'rana@example.org',
  ]);
});

test('an account is erased on its own word, and what says who it was is gone', async () => {
  const { attila } = world.people;
  const to = { address: 'attila@example.org', name: 'Attila Attendee', personId: attila.id };
  await queueLetter(
    world.db,
    { key: 'greeting', kind: 'message', to, subject: 'Dear Attila', body: 'Dear Attila' },
    { now: whileOpen },
  );
  await letterTables(world.db)
    .updateTable('letter')
    .set({ sentAt: whileOpen })
    .where('key', '=', 'greeting')
    .execute();
  await askForLink(world.as('visitor'), { address: 'attila@example.org' });
  expect(JSON.stringify(await exportMine(world.as('attila'), {}))).toContain('Dear Attila');
  expect(await lookAtErasing(world.as('attila'), {})).toEqual({
    keeps: [
      'A probe stays.',
      'The history keeps that somebody did what you did, and when, under a number that leads to no name.',
      'Backups keep what they hold until they are replaced.',
    ],
    obstacle: null,
  });
  await expect(eraseMe(world.as('attila'), {})).rejects.toMatchObject({ kind: 'invalid' });
  expect(await findPersonByEmail(world.db, 'attila@example.org')).toMatchObject({ name: 'Attila Attendee' });

  await eraseMe(world.as('attila'), { sure: 'yes' });
  expect(await recognise(world.as('visitor'), { secret: attila.secret })).toBe(null);
  const { rows } = await peopleTables(world.db)
    .selectFrom('person')
    .selectAll()
    .where('id', '=', attila.id)
    .execute()
    .then(async (people) => ({
      rows: [
        people,
        await peopleTables(world.db).selectFrom('personEmail').selectAll().execute(),
        await peopleTables(world.db).selectFrom('mailedLink').selectAll().execute(),
        await letterTables(world.db).selectFrom('letter').selectAll().execute(),
      ],
    }));
  expect(rows[0]).toMatchObject([{ name: 'Somebody who left', erasedAt: whileOpen }]);
  expect(JSON.stringify(rows).toLowerCase()).not.toContain('attila');
});

test('whoever was erased comes back as somebody new', async () => {
  await askForLink(world.as('visitor'), { address: 'attila@example.org' });
  const secret = await lastLinkTo('attila@example.org');
  const { personId } = await openLink(world.as('visitor'), { secret, name: 'Attila' });
  expect(personId).not.toBe(world.people.attila.id);
});

test('the only organizer of an edition is asked to hand over first', async () => {
  await eraseMe(world.as('oscar'), { sure: 'yes' });
  const { obstacle } = await lookAtErasing(world.as('olga'), {});
  expect(obstacle).toBe(
    'You are the only organizer of an edition. Make somebody else organizer first; then your account can be erased.',
  );
  await expect(eraseMe(world.as('olga'), { sure: 'yes' })).rejects.toMatchObject({ kind: 'stale' });
  expect((await account(world.as('olga'), {})).name).toBe('Olga Organizer');
});

test('an export holds what is mine, nothing of others, and no secret', async () => {
  const mine = await exportMine(world.as('chiara'), {});
  expect(mine).toEqual({
    exportedAt: whileOpen,
    person: {
      id: world.people.chiara.id,
      name: 'Chiara Creator',
      affiliation: '',
      pronouns: '',
      orcid: null,
      orcidConfirmedAt: null,
      language: null,
      createdAt: whileOpen,
    },
    addresses: [
      { address: 'chiara@example.org', isPrimary: true, addedAt: whileOpen, confirmedAt: whileOpen },
    ],
    sessions: [{ id: world.people.chiara.sessionId, device: 'test', beganAt: whileOpen, seenAt: whileOpen }],
    passkeys: [],
    roles: [],
    letters: [],
    probe: { of: world.people.chiara.id },
  });
});

test('a stranger has no account to look at', async () => {
  for (const act of [account, exportMine, lookAtErasing])
    await expect(act(world.as('visitor'), {})).rejects.toMatchObject({ kind: 'denied' });
});
