import { afterAll, beforeAll, expect, test } from 'vitest';
import { letterTables } from '#app/platform/letters.server.ts';
import { provideResources, resources } from '#app/platform/resources.server.ts';
import { openWorld, whileOpen, type World } from '../../../tests/world.ts';
import {
  askForLink,
  endSession,
  enterAsCast,
  lookAtLink,
  makeLink,
  openLink,
  recognise,
  signOut,
  waysIn,
} from './operations.server.ts';
import { findPersonByEmail, insertPerson } from './queries.server.ts';
import { peopleTables } from './tables.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const after = (minutes: number) => new Date(whileOpen.getTime() + minutes * 60_000);

async function askedBy(address: string, at = whileOpen, next?: string) {
  await askForLink(world.as('visitor', at), next === undefined ? { address } : { address, next });
  const [letter] = await letterTables(world.db)
    .selectFrom('letter')
    .selectAll()
    .where('toAddress', '=', address)
    .orderBy('queuedAt', 'desc')
    .execute();
  const link = /^http:\/\/salon\.test\/sign-in\/link\/([\w-]+)$/m.exec(letter!.body);
  return { letter: letter!, secret: link![1]! };
}

test('a mailed link signs in once, and the cookie it gives is recognised', async () => {
  const { secret } = await askedBy('ada@example.org', whileOpen, '/my/submissions/abc');
  expect(await lookAtLink(world.as('visitor'), { secret })).toEqual({
    state: 'sign-in',
    address: 'ada@example.org',
    asksName: false,
    proven: null,
  });
  const entry = await openLink(world.as('visitor'), { secret, device: 'Firefox on Linux' });
  expect(entry).toEqual({ secret: entry.secret, personId: world.people.ada.id, next: '/my/submissions/abc' });
  const viewer = await recognise(world.as('visitor'), { secret: entry.secret });
  expect({ ...viewer, sessionId: '' }).toEqual({
    kind: 'person',
    id: world.people.ada.id,
    name: 'Ada Author',
    language: null,
    email: 'ada@example.org',
    sessionId: '',
    operator: false,
    roles: [],
  });
  await expect(openLink(world.as('visitor'), { secret })).rejects.toMatchObject({ kind: 'late' });
  expect(await lookAtLink(world.as('visitor'), { secret })).toEqual({ state: 'over' });
});

test('of two who open a link at the same moment one gets in', async () => {
  const { secret } = await askedBy('benno@example.org');
  const both = await Promise.allSettled([
    openLink(world.as('visitor'), { secret }),
    openLink(world.as('visitor'), { secret }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a link lasts thirty minutes, and one millisecond before that it still works', async () => {
  const early = await askedBy('chiara@example.org', after(60));
  await expect(openLink(world.as('visitor', after(90)), { secret: early.secret })).rejects.toMatchObject({
    kind: 'late',
  });
  const moment = new Date(after(90).getTime() - 1);
  expect(await openLink(world.as('visitor', moment), { secret: early.secret })).toMatchObject({
    personId: world.people.chiara.id,
  });
});

test('a new address is asked for a name, which does not use the link up', async () => {
  const { secret } = await askedBy('new@example.org');
  expect(await lookAtLink(world.as('visitor'), { secret })).toEqual({
    state: 'sign-in',
    address: 'new@example.org',
    asksName: true,
    proven: null,
  });
  await expect(openLink(world.as('visitor'), { secret, name: '  ' })).rejects.toMatchObject({
    kind: 'invalid',
    fields: { name: 'Please give the name you go by.' },
  });
  const { personId } = await openLink(world.as('visitor'), { secret, name: ' وردة\r\n ' });
  expect(await findPersonByEmail(world.db, 'new@example.org')).toEqual({
    id: personId,
    name: 'وردة',
    confirmedAt: whileOpen,
  });
});

test('whoever was only named by somebody else confirms the address by coming in', async () => {
  const id = await insertPerson(world.db, {
    name: 'Nora Named',
    email: 'nora@example.org',
    confirmed: false,
    now: whileOpen,
  });
  const { secret } = await askedBy('nora@example.org');
  expect(await openLink(world.as('visitor'), { secret })).toMatchObject({ personId: id });
  expect(await findPersonByEmail(world.db, 'nora@example.org')).toMatchObject({ confirmedAt: whileOpen });
});

test('known and unknown addresses get the same answer and the same letter', async () => {
  const letters = [];
  for (const address of ['olga@example.org', 'nobody@example.org']) {
    expect(await askForLink(world.as('visitor'), { address: ` ${address.toUpperCase()}` })).toEqual({
      address,
    });
    const { letter } = await askedBy(address);
    letters.push({
      kind: letter.kind,
      name: letter.toName,
      person: letter.personId,
      subject: letter.subject,
      body: letter.body.replace(/link\/[\w-]+/, 'link/…'),
    });
  }
  expect(letters[0]).toEqual(letters[1]);
  expect(letters[0]!.body).toContain('http://salon.test/sign-in/link/…');
});

test('the database holds no secret of a link', async () => {
  const { secret } = await askedBy('oscar@example.org');
  const links = await peopleTables(world.db).selectFrom('mailedLink').selectAll().execute();
  expect(links.length > 0 && !JSON.stringify(links).includes(secret)).toBe(true);
});

test('one address is written to four times in a quarter of an hour, whoever asks', async () => {
  const at = new Date('2024-08-21T10:00:00Z');
  for (const from of ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4'])
    await askForLink({ ...world.as('visitor', at), address: from }, { address: 'victim@example.org' });
  await expect(
    askForLink({ ...world.as('visitor', at), address: '192.0.2.5' }, { address: 'Victim@example.org' }),
  ).rejects.toMatchObject({ kind: 'denied' });
  const later = new Date('2024-08-21T10:15:00Z');
  expect(await askForLink(world.as('visitor', later), { address: 'victim@example.org' })).toEqual({
    address: 'victim@example.org',
  });
});

test('one network asks forty times in a quarter of an hour, for whatever addresses', async () => {
  const context = (tail: number) => ({
    ...world.as('visitor', new Date('2024-08-22T10:00:00Z')),
    address: `2001:db8::${tail}`,
  });
  for (let number = 1; number <= 40; number++)
    await askForLink(context(number), { address: `somebody${number}@example.org` });
  await expect(askForLink(context(41), { address: 'somebody41@example.org' })).rejects.toMatchObject({
    kind: 'denied',
  });
});

test('what is no address is refused beside its field, and nothing is sent', async () => {
  await expect(
    askForLink(world.as('visitor'), { address: 'ada@example.org, eve@example.org' }),
  ).rejects.toMatchObject({
    kind: 'invalid',
    fields: {
      address: 'That is not a mail address we can write to. It should look like name@example.org.',
    },
  });
});

test('a link goes on to pages of this Salon only', async () => {
  const { secret } = await askedBy('attila@example.org', whileOpen, '//evil.example/my');
  expect(await openLink(world.as('visitor'), { secret })).toMatchObject({ next: '/my' });
});

test('signing in again in the same browser ends the session it had', async () => {
  const { secret } = await askedBy('jiro@example.org');
  await openLink(world.as('jiro'), { secret });
  expect(await recognise(world.as('visitor'), { secret: world.people.jiro.secret })).toBe(null);
});

test('a session is over when signed out, ended elsewhere, or unused for sixty days', async () => {
  const { rana, oscar } = world.people;
  await signOut(world.as('rana'), {});
  expect(await recognise(world.as('visitor'), { secret: rana.secret })).toBe(null);

  const elsewhere = await openLink(world.as('visitor'), {
    secret: (await askedBy('oscar@example.org')).secret,
  });
  expect(await endSession(world.as('oscar'), {})).toBe(1);
  expect(await recognise(world.as('visitor'), { secret: elsewhere.secret })).toBe(null);

  const seen = await recognise(world.as('visitor', new Date('2024-10-19T09:00:00Z')), {
    secret: oscar.secret,
  });
  expect(seen?.id).toBe(oscar.id);
  const later = new Date('2024-12-18T09:00:00Z');
  expect(await recognise(world.as('visitor', later), { secret: oscar.secret })).toBe(null);
});

test('nobody ends the session of somebody else', async () => {
  const { olga } = world.people;
  await expect(endSession(world.as('ada'), { id: olga.sessionId })).rejects.toMatchObject({
    kind: 'missing',
  });
  expect((await recognise(world.as('visitor'), { secret: olga.secret }))?.id).toBe(olga.id);
});

test('when a session was seen is noted at most once an hour', async () => {
  const { olga } = world.people;
  const seenAt = async (minutes: number) => {
    await recognise(world.as('visitor', after(minutes)), { secret: olga.secret });
    const session = peopleTables(world.db).selectFrom('session').select('seenAt');
    return (await session.where('id', '=', olga.sessionId).executeTakeFirstOrThrow()).seenAt;
  };
  expect([await seenAt(60), await seenAt(61), await seenAt(120), await seenAt(122)]).toEqual([
    whileOpen,
    after(61),
    after(61),
    after(122),
  ]);
});

test('only whoever runs this installation makes a link without a letter', async () => {
  await expect(makeLink(world.as('olga'), { address: 'new@example.org' })).rejects.toMatchObject({
    kind: 'denied',
  });
  const link = await makeLink(world.as('system'), { address: 'first@example.org', next: '/desk' });
  const secret = link.replace('http://salon.test/sign-in/link/', '');
  expect(await openLink(world.as('visitor'), { secret, name: 'First Organizer' })).toMatchObject({
    next: '/desk',
  });
});

test('the cast is there in the demo, and nowhere else', async () => {
  expect(await waysIn(world.as('visitor'), {})).toEqual({ cast: null, orcid: false, proven: null });
  await expect(enterAsCast(world.as('visitor'), { castKey: 'ada' })).rejects.toMatchObject({
    kind: 'missing',
  });
  const real = resources();
  provideResources({ ...real, settings: { ...real.settings, demo: true } });
  const everyone = (await waysIn(world.as('visitor'), {})).cast!;
  const entry = await enterAsCast(world.as('visitor'), { castKey: 'ada' });
  const viewer = await recognise(world.as('visitor', new Date('2026-01-01')), { secret: entry.secret });
  await expect(enterAsCast(world.as('visitor'), { castKey: 'nobody' })).rejects.toMatchObject({
    kind: 'missing',
  });
  provideResources(real);
  expect(everyone.find(({ castKey }) => castKey === 'ada')).toEqual({
    castKey: 'ada',
    name: 'Ada Author',
    affiliation: '',
    about: '',
  });
  expect([everyone.length, viewer?.id]).toEqual([8, world.people.ada.id]);
});
