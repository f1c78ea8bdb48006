import { afterAll, beforeAll, expect, test } from 'vitest';
import { letterTables } from '#app/platform/letters.server.ts';
import { provideResources, resources } from '#app/platform/resources.server.ts';
import { softAuthenticator } from '../../../tests/authenticator.ts';
import { openWorld, whileOpen, type World } from '../../../tests/world.ts';
import {
  account,
  addPasskey,
  askForPasskey,
  beginPasskey,
  enterByPasskey,
  namePasskey,
  recognise,
  removePasskey,
} from './operations.server.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const held = resources();
  provideResources({ ...held, settings: { ...held.settings, url: 'http://localhost:3000' } });
});
afterAll(() => world.close());

const here = 'http://localhost:3000';
const refused = {
  kind: 'denied',
  message: 'That passkey did not work here. Please try again, or sign in by mail.',
};

async function passkeyOf(who: 'ada' | 'benno' | 'chiara' | 'rana' | 'jiro') {
  const phone = softAuthenticator({ origin: here });
  const options = await beginPasskey(world.as(who), {});
  await addPasskey(world.as(who), { answer: phone.create(options), label: ' My phone ' });
  return phone;
}

test('a passkey signs its owner in, on http://localhost too', async () => {
  const phone = await passkeyOf('ada');
  const options = await askForPasskey(world.as('visitor'), {});
  expect([options.rpId, options.userVerification]).toEqual(['localhost', 'required']);
  const entry = await enterByPasskey(world.as('visitor'), { answer: phone.get(options), next: '/account' });
  expect(entry).toEqual({ secret: entry.secret, personId: world.people.ada.id, next: '/account' });
  expect((await recognise(world.as('visitor'), { secret: entry.secret }))?.id).toBe(world.people.ada.id);
  expect((await account(world.as('ada'), {})).passkeys).toEqual([
    { id: phone.id, label: 'My phone', addedAt: whileOpen, usedAt: whileOpen },
  ]);
});

test('the owner is told by letter that a passkey was added', async () => {
  await passkeyOf('benno');
  const letters = letterTables(world.db).selectFrom('letter').select(['kind', 'toAddress', 'subject']);
  expect(await letters.where('personId', '=', world.people.benno.id).execute()).toEqual([
    { kind: 'account', toAddress: 'benno@example.org', subject: 'Your account was changed' },
  ]);
});

test('a challenge is answered once, within ten minutes, and only as it was asked', async () => {
  const phone = await passkeyOf('chiara');
  const options = await askForPasskey(world.as('visitor'), {});
  const answer = phone.get(options);
  await enterByPasskey(world.as('visitor'), { answer });
  await expect(enterByPasskey(world.as('visitor'), { answer })).rejects.toMatchObject(refused);

  const old = phone.get(await askForPasskey(world.as('visitor'), {}));
  const later = new Date(whileOpen.getTime() + 10 * 60_000);
  await expect(enterByPasskey(world.as('visitor', later), { answer: old })).rejects.toMatchObject(refused);

  const ours = phone.get({ challenge: 'bWFkZSB1cA', rpId: 'localhost' });
  await expect(enterByPasskey(world.as('visitor'), { answer: ours })).rejects.toMatchObject(refused);

  const adding = await beginPasskey(world.as('chiara'), {});
  const crossed = phone.get({ challenge: adding.challenge, rpId: 'localhost' });
  await expect(enterByPasskey(world.as('visitor'), { answer: crossed })).rejects.toMatchObject(refused);
});

test('an answer given to another site, or without the person, opens nothing', async () => {
  const options = await beginPasskey(world.as('rana'), {});
  const elsewhere = softAuthenticator({ origin: 'http://localhost.evil.example:3000' });
  await expect(
    addPasskey(world.as('rana'), { answer: elsewhere.create(options), label: '' }),
  ).rejects.toMatchObject(refused);
  const unattended = softAuthenticator({ origin: here, verifiesUser: false });
  await expect(
    addPasskey(world.as('rana'), { answer: unattended.create(options), label: '' }),
  ).rejects.toMatchObject(refused);
  await expect(
    addPasskey(world.as('ada'), { answer: softAuthenticator({ origin: here }).create(options), label: '' }),
  ).rejects.toMatchObject(refused);
  expect((await account(world.as('rana'), {})).passkeys).toEqual([]);
});

test('an unknown passkey and a wrong signature get the same words', async () => {
  const phone = await passkeyOf('rana');
  const stranger = softAuthenticator({ origin: here });
  const options = await askForPasskey(world.as('visitor'), {});
  await expect(enterByPasskey(world.as('visitor'), { answer: stranger.get(options) })).rejects.toMatchObject(
    refused,
  );
  const forged = JSON.stringify({ ...JSON.parse(stranger.get(options)), id: phone.id, rawId: phone.id });
  await expect(enterByPasskey(world.as('visitor'), { answer: forged })).rejects.toMatchObject(refused);
  for (const answer of ['', '{}', 'null', '{"id":"x","response":{"clientDataJSON":"x"}}'])
    await expect(enterByPasskey(world.as('visitor'), { answer })).rejects.toMatchObject({
      name: 'Refusal',
    });
});

test('a passkey is named and removed by its owner alone', async () => {
  const phone = await passkeyOf('jiro');
  for (const act of [
    () => namePasskey(world.as('ada'), { id: phone.id, label: 'Mine now' }),
    () => removePasskey(world.as('ada'), { id: phone.id }),
  ])
    await expect(act()).rejects.toMatchObject({ kind: 'missing' });
  await namePasskey(world.as('jiro'), { id: phone.id, label: 'The key on my ring' });
  expect((await account(world.as('jiro'), {})).passkeys.map(({ label }) => label)).toEqual([
    'The key on my ring',
  ]);
  await removePasskey(world.as('jiro'), { id: phone.id });
  const answer = phone.get(await askForPasskey(world.as('visitor'), {}));
  await expect(enterByPasskey(world.as('visitor'), { answer })).rejects.toMatchObject(refused);
});
