import { sql } from 'kysely';
import type { Db } from '#app/platform/database.server.ts';
import { peopleTables } from './tables.server.ts';

export async function findPerson(db: Db, id: string) {
  return peopleTables(db)
    .selectFrom('person')
    .select(['id', 'name', 'affiliation', 'pronouns', 'orcid', 'orcidConfirmedAt', 'language', 'createdAt'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function listAddresses(db: Db, personId: string) {
  return peopleTables(db)
    .selectFrom('personEmail')
    .select(['address', 'isPrimary', 'addedAt', 'confirmedAt'])
    .where('personId', '=', personId)
    .orderBy('isPrimary', 'desc')
    .orderBy('address')
    .execute();
}

export async function listSessions(db: Db, personId: string) {
  return peopleTables(db)
    .selectFrom('session')
    .select(['id', 'device', 'beganAt', 'seenAt'])
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .orderBy('seenAt', 'desc')
    .orderBy('id')
    .execute();
}

export async function listPasskeys(db: Db, personId: string) {
  return peopleTables(db)
    .selectFrom('passkey')
    .select(['id', 'label', 'addedAt', 'usedAt'])
    .where('personId', '=', personId)
    .orderBy('addedAt')
    .orderBy('id')
    .execute();
}

export async function listStandings(db: Db, personId: string) {
  return peopleTables(db)
    .selectFrom('standing')
    .select(['editionId', 'role', 'grantedAt', 'endedAt'])
    .where('personId', '=', personId)
    .orderBy('grantedAt')
    .orderBy('id')
    .execute();
}

/** A new iD typed here is not confirmed; the one that ORCID confirmed stays so while it stays the same. */
export async function updateAbout(
  db: Db,
  personId: string,
  about: { name: string; affiliation: string; pronouns: string; orcid: string | null },
) {
  await peopleTables(db)
    .updateTable('person')
    .set({
      ...about,
      orcidConfirmedAt: sql<Date | null>`case when orcid is not distinct from ${about.orcid} then orcid_confirmed_at end`,
    })
    .where('id', '=', personId)
    .execute();
}

export async function updateLanguage(db: Db, personId: string, language: string | null) {
  await peopleTables(db).updateTable('person').set({ language }).where('id', '=', personId).execute();
}

export async function insertAddress(
  db: Db,
  { personId, address, now }: { personId: string; address: string; now: Date },
) {
  await peopleTables(db)
    .insertInto('personEmail')
    .values({ address, personId, addedAt: now, confirmedAt: now, isPrimary: false })
    .execute();
}

/** False when the person has no such confirmed address. */
export async function setPrimary(
  db: Db,
  { personId, address }: { personId: string; address: string },
): Promise<boolean> {
  const theirs = await peopleTables(db)
    .selectFrom('personEmail')
    .select('address')
    .where('personId', '=', personId)
    .where('address', '=', address)
    .where('confirmedAt', 'is not', null)
    .executeTakeFirst();
  if (!theirs) return false;
  const rows = peopleTables(db).updateTable('personEmail').where('personId', '=', personId);
  await rows.set({ isPrimary: false }).where('isPrimary', '=', true).execute();
  await rows.set({ isPrimary: true }).where('address', '=', address).execute();
  return true;
}

/** Removes an address that is not the primary one; false when there is none such. */
export async function deleteAddress(
  db: Db,
  { personId, address }: { personId: string; address: string },
): Promise<boolean> {
  const gone = await peopleTables(db)
    .deleteFrom('personEmail')
    .where('personId', '=', personId)
    .where('address', '=', address)
    .where('isPrimary', '=', false)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** Editions that would be without an organizer if this person went. */
export async function countSoleOrganizing(db: Db, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from standing mine
    where mine.person_id = ${personId} and mine.role = 'organizer' and mine.ended_at is null
      and not exists (select 1 from standing other where other.edition_id = mine.edition_id
        and other.role = 'organizer' and other.ended_at is null and other.person_id <> ${personId})`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}
