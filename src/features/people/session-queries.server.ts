import type { Db } from '#app/platform/database.server.ts';
import { hashSecret, randomSecret } from '#app/platform/random.server.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { insertSession } from './queries.server.ts';
import { peopleTables } from './tables.server.ts';

/** What a way of signing in gives to the route: the secret belongs into the cookie and nowhere else. */
export interface Entry {
  secret: string;
  personId: string;
  next: string;
}

/** Begins a session under a new secret and ends the one this browser had. */
export async function enter(
  db: Db,
  entry: { personId: string; next: string; device: string; viewer: Viewer; now: Date },
): Promise<Entry> {
  const { personId, next, device, viewer, now } = entry;
  if (viewer.kind === 'person') await endSessions(db, { personId: viewer.id, only: viewer.sessionId, now });
  const secret = randomSecret();
  await insertSession(db, { secretHash: hashSecret(secret), personId, device, now });
  return { secret, personId, next };
}

/** Ends one session, all but one, or all of a person; says how many were still on. */
export async function endSessions(
  db: Db,
  which: { personId: string; only?: string; except?: string; now: Date },
): Promise<number> {
  const ended = await peopleTables(db)
    .updateTable('session')
    .set({ endedAt: which.now })
    .where('personId', '=', which.personId)
    .where('endedAt', 'is', null)
    .$if(which.only !== undefined, (query) => query.where('id', '=', which.only!))
    .$if(which.except !== undefined, (query) => query.where('id', '<>', which.except!))
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}
