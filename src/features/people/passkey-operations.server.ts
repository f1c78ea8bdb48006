/** Passkeys: added while signed in, good for signing in. The challenge is ours and answered once. */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import * as v from 'valibot';
import { operation } from '#app/platform/operation.server.ts';
import { anyone } from '#app/platform/policy.ts';
import { countRate } from '#app/platform/rate.server.ts';
import { denied, missing, stale } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { listPasskeys } from './account-queries.server.ts';
import { deviceField, nextField, passkeyLabel } from './forms.ts';
import { tellOfChange } from './change-letter.server.ts';
import { networkOf } from './network.ts';
import {
  deletePasskey,
  findPasskey,
  insertChallenge,
  insertPasskey,
  takeChallenge,
  updatePasskeyLabel,
  updatePasskeyUse,
} from './passkey-queries.server.ts';
import { holderOfThePasskey, themselves } from './policy.ts';
import { enter } from './session-queries.server.ts';

/** The browser's answer, as text; the library judges what is in it. */
const answerField = v.pipe(
  v.string(),
  v.maxLength(20_000, 'That is no passkey.'),
  v.parseJson({}, 'That is no passkey.'),
  v.looseObject({
    id: v.pipe(v.string(), v.regex(/^[\w-]{1,1400}$/, 'That is no passkey.')),
    response: v.looseObject({ clientDataJSON: v.string() }),
  }),
);

export const beginPasskey = operation({
  name: 'people.beginPasskey',
  input: v.object({}),
  allow: themselves,
  run: async ({ db, viewer, now }) => {
    if (viewer.kind !== 'person') throw missing();
    const had = await listPasskeys(db, viewer.id);
    const options = await generateRegistrationOptions({
      rpName: 'Salon',
      rpID: host(),
      userName: viewer.email,
      userDisplayName: viewer.name,
      userID: new TextEncoder().encode(viewer.id),
      excludeCredentials: had.map(({ id }) => ({ id })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    await insertChallenge(db, { challenge: options.challenge, personId: viewer.id, now });
    return options;
  },
});

export const addPasskey = operation({
  name: 'people.addPasskey',
  input: v.object({ answer: answerField, label: passkeyLabel }),
  allow: themselves,
  run: async ({ db, viewer, now, note }, _subject, { answer, label }) => {
    if (viewer.kind !== 'person') throw missing();
    const personId = viewer.id;
    const { registrationInfo } = await judged(() =>
      verifyRegistrationResponse({
        response: answer as unknown as RegistrationResponseJSON,
        expectedChallenge: (challenge) => takeChallenge(db, { challenge, personId, now }),
        expectedOrigin: origin(),
        expectedRPID: host(),
      }),
    );
    const { id, publicKey, counter, transports = [] } = registrationInfo!.credential;
    if (!(await insertPasskey(db, { id, personId, publicKey, counter, transports, label, now })))
      throw stale('This passkey is known already.');
    await tellOfChange(db, viewer, { what: 'passkey', label }, now);
    note({ subjectId: personId });
  },
});

export const namePasskey = operation({
  name: 'people.namePasskey',
  input: v.object({ id: v.string(), label: passkeyLabel }),
  allow: themselves,
  run: async ({ db, viewer }, _subject, { id, label }) => {
    if (viewer.kind !== 'person' || !(await updatePasskeyLabel(db, { id, personId: viewer.id, label })))
      throw missing();
  },
});

export const removePasskey = operation({
  name: 'people.removePasskey',
  input: v.object({ id: v.string() }),
  allow: themselves,
  run: async ({ db, viewer, note }, _subject, { id }) => {
    if (viewer.kind !== 'person' || !(await deletePasskey(db, { id, personId: viewer.id }))) throw missing();
    note({ subjectId: viewer.id });
  },
});

/** Asks for any passkey of this Salon: whose it is, the answer will say. */
export const askForPasskey = operation({
  name: 'people.askForPasskey',
  input: v.object({}),
  allow: anyone,
  run: async ({ db, now, address }) => {
    await countRate(db, { name: `passkey from ${networkOf(address)}`, most: 120, minutes: 15, now });
    const options = await generateAuthenticationOptions({ rpID: host(), userVerification: 'required' });
    await insertChallenge(db, { challenge: options.challenge, personId: null, now });
    return options;
  },
});

export const enterByPasskey = operation({
  name: 'people.enterByPasskey',
  input: v.object({ answer: answerField, next: nextField, device: deviceField }),
  allow: holderOfThePasskey,
  run: async ({ db, viewer, now, note }, _subject, { answer, next, device }) => {
    const passkey = await findPasskey(db, answer.id);
    if (!passkey) throw refused();
    const { id, counter, personId } = passkey;
    const { authenticationInfo } = await judged(() =>
      verifyAuthenticationResponse({
        response: answer as unknown as AuthenticationResponseJSON,
        expectedChallenge: (challenge) => takeChallenge(db, { challenge, personId: null, now }),
        expectedOrigin: origin(),
        expectedRPID: host(),
        credential: { id, counter, publicKey: new Uint8Array(passkey.publicKey) },
      }),
    );
    await updatePasskeyUse(db, { id, counter: authenticationInfo.newCounter, now });
    note({ subjectId: personId });
    return enter(db, { personId, next, device, viewer, now });
  },
});

/** The library says no by throwing; to the person every no is the same. */
async function judged<R extends { verified: boolean }>(ask: () => Promise<R>): Promise<R> {
  const verdict = await ask().catch((problem: unknown) => {
    resources().log.info('passkey refused', { why: problem instanceof Error ? problem.name : 'unknown' });
    return null;
  });
  if (!verdict?.verified) throw refused();
  return verdict;
}

const refused = () => denied('That passkey did not work here. Please try again, or sign in by mail.');
const host = () => new URL(resources().settings.url).hostname;
const origin = () => new URL(resources().settings.url).origin;
