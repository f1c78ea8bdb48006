/**
 * The first organizer of an empty Salon. The terminal prints a link that holds a secret; whoever opens it first
 * runs this installation. Only its hash is kept, and the link is good once and for a week.
 */
import * as v from 'valibot';
import { lockName, type Db } from '#app/platform/database.server.ts';
import { readInstallation, writeInstallation } from '#app/platform/installation.server.ts';
import { operation, read } from '#app/platform/operation.server.ts';
import { predicate } from '#app/platform/policy.ts';
import { hashSecret, randomSecret } from '#app/platform/random.server.ts';
import { late } from '#app/platform/refusal.ts';
import { addressField, deviceField, nameField } from './forms.ts';
import { findPersonByEmail, insertPerson } from './queries.server.ts';
import { enter } from './session-queries.server.ts';
import { grantOperator } from './standing-queries.server.ts';

const days = 7;
const holder = predicate<unknown>('whoever holds the link printed at the first start', () => true);

/** Makes the link's path, for the terminal to print; an older link stops working. Null once somebody used one. */
export async function makeSetUpLink(db: Db, now: Date): Promise<string | null> {
  if ((await readInstallation<SetUp>(db, name))?.usedAt) return null;
  const secret = randomSecret();
  await writeInstallation(db, name, { secretHash: hashSecret(secret), madeAt: now.toISOString() }, now);
  return `/set-up?key=${secret}`;
}

/** Whether the link still opens; looking does not use it up. */
export const lookAtSetUp = read({
  name: 'people.lookAtSetUp',
  input: v.object({ key: v.string() }),
  allow: holder,
  run: async ({ db, now }, _subject, { key }) => ({
    open: isOpen(await readInstallation<SetUp>(db, name), key, now),
  }),
});

/** Makes its holder a person who runs this installation, and signs them in. */
export const openSetUp = operation({
  name: 'people.openSetUp',
  input: v.object({ key: v.string(), name: nameField, address: addressField, device: deviceField }),
  allow: holder,
  run: async ({ db, viewer, now, note }, _subject, { key, name: personName, address, device }) => {
    await lockName(db, 'set-up');
    const link = await readInstallation<SetUp>(db, name);
    if (!isOpen(link, key, now)) {
      throw late('This link was used already or is too old. Start Salon again to get a new one, or sign in.');
    }
    const known = await findPersonByEmail(db, address);
    const personId =
      known?.id ?? (await insertPerson(db, { name: personName, email: address, confirmed: true, now }));
    await grantOperator(db, { personId, now });
    await writeInstallation(db, name, { ...link, usedAt: now.toISOString() }, now);
    note({ subjectId: personId });
    return enter(db, { personId, next: '/set-up/dates', device, viewer, now });
  },
});

interface SetUp {
  secretHash: string;
  madeAt: string;
  usedAt?: string;
}

const name = 'set-up';

function isOpen(link: SetUp | undefined, key: string, now: Date): link is SetUp {
  if (!link || link.usedAt || link.secretHash !== hashSecret(key)) return false;
  return now.getTime() - Date.parse(link.madeAt) < days * 86_400_000;
}
