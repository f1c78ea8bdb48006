import { afterAll, beforeAll, expect, test } from 'vitest';
import { letterTables } from '#app/platform/letters.server.ts';
import { provideResources, resources } from '#app/platform/resources.server.ts';
import { openProvider } from '../../../tests/openid-provider.ts';
import { openWorld, whileOpen, type World } from '../../../tests/world.ts';
import {
  account,
  askForLink,
  beginOrcid,
  describeMyself,
  finishOrcid,
  lookAtLink,
  openLink,
  waysIn,
} from './operations.server.ts';

let world: World;
let provider: Awaited<ReturnType<typeof openProvider>>;
const client = { clientId: 'SALON', clientSecret: 'secret' };
beforeAll(async () => {
  world = await openWorld();
  provider = await openProvider(client);
  const held = resources();
  provideResources({
    ...held,
    settings: { ...held.settings, orcid: { ...client, issuer: provider.issuer } },
  });
});
afterAll(async () => {
  await provider.close();
  await world.close();
});

const josiah = '0000-0002-1825-0097';
const other = '0000-0001-5109-3700';

async function visit(who: Parameters<World['as']>[0], sub: string, claims = {}) {
  const { to, state } = await beginOrcid(world.as(who), { next: '/account' });
  const search = provider.signIn(to, sub, claims);
  return { state, search, finish: () => finishOrcid(world.as(who), { state, search }) };
}

async function linkTo(address: string): Promise<string> {
  await askForLink(world.as('visitor'), { address });
  const letter = letterTables(world.db).selectFrom('letter').select('body').where('toAddress', '=', address);
  const { body } = await letter.orderBy('queuedAt', 'desc').executeTakeFirstOrThrow();
  return /sign-in\/link\/([\w-]+)/.exec(body)![1]!;
}

test('an iD that nobody has yet is connected when its browser signs in by mail', async () => {
  const { state, finish } = await visit('visitor', josiah, { given_name: 'Josiah', family_name: 'Invented' });
  expect(await finish()).toEqual({ outcome: 'unknown', next: '/account' });
  const proven = { orcid: josiah, name: 'Josiah Invented' };
  expect(await waysIn(world.as('visitor'), { orcidState: state })).toEqual({
    cast: null,
    orcid: true,
    proven,
  });
  const secret = await linkTo('josiah@example.org');
  expect(await lookAtLink(world.as('visitor'), { secret, orcidState: state })).toMatchObject({ proven });
  const { personId } = await openLink(world.as('visitor'), { secret, name: 'Josiah', orcidState: state });

  const again = await visit('visitor', josiah);
  expect(await again.finish()).toMatchObject({ outcome: 'entered', entry: { personId, next: '/account' } });
});

test('without the cookie of that visit, signing in by mail connects nothing', async () => {
  const { finish } = await visit('visitor', other);
  await finish();
  const secret = await linkTo('ada@example.org');
  await openLink(world.as('visitor'), { secret, orcidState: null });
  expect((await account(world.as('ada'), {})).orcid).toBe('');
});

test('an iD that was only typed signs nobody in and keeps nobody out', async () => {
  await describeMyself(world.as('benno'), { name: 'Benno', affiliation: '', pronouns: '', orcid: other });
  expect(await (await visit('visitor', other)).finish()).toEqual({ outcome: 'unknown', next: '/account' });
  expect(await (await visit('chiara', other)).finish()).toEqual({ outcome: 'connected', next: '/account' });
  expect(await account(world.as('chiara'), {})).toMatchObject({ orcid: other, orcidConfirmed: true });
  expect(await account(world.as('benno'), {})).toMatchObject({ orcid: other, orcidConfirmed: false });
  expect(await (await visit('visitor', other)).finish()).toMatchObject({
    entry: { personId: world.people.chiara.id },
  });
  await expect((await visit('benno', other)).finish()).rejects.toMatchObject({ kind: 'stale' });
});

test('a visit is finished once, in the browser that began it, within the hour', async () => {
  const one = await visit('visitor', josiah);
  await expect(finishOrcid(world.as('visitor'), { state: null, search: one.search })).rejects.toMatchObject({
    kind: 'late',
  });
  const two = await visit('visitor', josiah);
  await expect(
    finishOrcid(world.as('visitor'), { state: two.state, search: one.search }),
  ).rejects.toMatchObject({ kind: 'denied' });
  await one.finish();
  await expect(one.finish()).rejects.toMatchObject({ kind: 'late' });
  const late = new Date(whileOpen.getTime() + 60 * 60_000);
  await expect(
    finishOrcid(world.as('visitor', late), { state: two.state, search: two.search }),
  ).rejects.toMatchObject({ kind: 'late' });
  const adas = await visit('ada', josiah);
  await expect(
    finishOrcid(world.as('benno'), { state: adas.state, search: adas.search }),
  ).rejects.toMatchObject({ kind: 'missing' });
});

test('what ORCID did not say in this visit is not believed', async () => {
  for (const claims of [
    { nonce: 'another' },
    { aud: 'SOMEBODY-ELSE' },
    { iss: 'https://evil.example' },
    { exp: 1 },
  ])
    await expect((await visit('visitor', josiah, claims)).finish()).rejects.toMatchObject({ kind: 'denied' });
  await expect((await visit('visitor', '0000-0002-1825-0098')).finish()).rejects.toMatchObject({
    kind: 'denied',
  });
  const { state } = await visit('visitor', josiah);
  const search = `?error=access_denied&state=${state}`;
  await expect(finishOrcid(world.as('visitor'), { state, search })).rejects.toMatchObject({ kind: 'denied' });
});

test('where ORCID is not set up there is nothing', async () => {
  const held = resources();
  provideResources({ ...held, settings: { ...held.settings, orcid: null } });
  await expect(beginOrcid(world.as('visitor'), {})).rejects.toMatchObject({ kind: 'missing' });
  provideResources(held);
});
