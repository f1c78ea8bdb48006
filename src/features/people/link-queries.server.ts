import type { Db } from '#app/platform/database.server.ts';
import { hashSecret, randomSecret } from '#app/platform/random.server.ts';
import { linkMinutes } from './person.ts';
import { peopleTables } from './tables.server.ts';

/** Makes a link and returns its secret, which is kept nowhere. Links long over are forgotten on the way. */
export async function insertLink(
  db: Db,
  link: { address: string; next: string; personId?: string | null; minutes?: number; now: Date },
): Promise<string> {
  const { address, next, personId = null, minutes = linkMinutes, now } = link;
  const secret = randomSecret();
  const expiresAt = new Date(now.getTime() + minutes * 60_000);
  await peopleTables(db)
    .deleteFrom('mailedLink')
    .where('expiresAt', '<', new Date(now.getTime() - 7 * 86_400_000))
    .execute();
  await peopleTables(db)
    .insertInto('mailedLink')
    .values({ secretHash: hashSecret(secret), address, personId, next, madeAt: now, expiresAt, usedAt: null })
    .execute();
  return secret;
}

export async function findLink(db: Db, { secret, now }: { secret: string; now: Date }) {
  return peopleTables(db)
    .selectFrom('mailedLink')
    .select(['address', 'personId', 'next'])
    .where('secretHash', '=', hashSecret(secret))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
}

/** Uses the link up: of two who open it at once, one finds it gone. */
export async function takeLink(db: Db, { secret, now }: { secret: string; now: Date }) {
  return peopleTables(db)
    .updateTable('mailedLink')
    .set({ usedAt: now })
    .where('secretHash', '=', hashSecret(secret))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning(['address', 'personId', 'next'])
    .executeTakeFirst();
}
