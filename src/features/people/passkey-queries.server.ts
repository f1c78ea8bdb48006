import type { Db } from '#app/platform/database.server.ts';
import { peopleTables } from './tables.server.ts';

const challengeMinutes = 10;

/** Keeps what was asked until it is answered or ten minutes passed; `personId` null when signing in. */
export async function insertChallenge(
  db: Db,
  { challenge, personId, now }: { challenge: string; personId: string | null; now: Date },
) {
  const tables = peopleTables(db);
  await tables.deleteFrom('passkeyChallenge').where('expiresAt', '<', now).execute();
  const expiresAt = new Date(now.getTime() + challengeMinutes * 60_000);
  await tables
    .insertInto('passkeyChallenge')
    .values({ challenge, personId, expiresAt, usedAt: null })
    .execute();
}

/** True once for each challenge that was asked of this person, or of nobody in particular. */
export async function takeChallenge(
  db: Db,
  { challenge, personId, now }: { challenge: string; personId: string | null; now: Date },
): Promise<boolean> {
  const taken = await peopleTables(db)
    .updateTable('passkeyChallenge')
    .set({ usedAt: now })
    .where('challenge', '=', challenge)
    .where('personId', 'is not distinct from', personId)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return taken.numUpdatedRows > 0n;
}

export async function insertPasskey(
  db: Db,
  passkey: {
    id: string;
    personId: string;
    publicKey: Uint8Array;
    counter: number;
    transports: string[];
    label: string;
    now: Date;
  },
): Promise<boolean> {
  const { id, personId, publicKey, counter, transports, label, now } = passkey;
  const added = await peopleTables(db)
    .insertInto('passkey')
    .values({
      id,
      personId,
      publicKey: Buffer.from(publicKey),
      counter,
      transports: JSON.stringify(transports),
      label,
      addedAt: now,
      usedAt: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function findPasskey(db: Db, id: string) {
  const passkey = await peopleTables(db)
    .selectFrom('passkey')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return passkey && { ...passkey, counter: Number(passkey.counter) };
}

export async function updatePasskeyUse(db: Db, use: { id: string; counter: number; now: Date }) {
  await peopleTables(db)
    .updateTable('passkey')
    .set({ counter: use.counter, usedAt: use.now })
    .where('id', '=', use.id)
    .execute();
}

export async function updatePasskeyLabel(
  db: Db,
  { id, personId, label }: { id: string; personId: string; label: string },
): Promise<boolean> {
  const named = await peopleTables(db)
    .updateTable('passkey')
    .set({ label })
    .where('id', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst();
  return named.numUpdatedRows > 0n;
}

export async function deletePasskey(
  db: Db,
  { id, personId }: { id: string; personId: string },
): Promise<boolean> {
  const gone = await peopleTables(db)
    .deleteFrom('passkey')
    .where('id', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
