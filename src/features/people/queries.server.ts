import { sql } from 'kysely';
import type { Db } from '#app/platform/database.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import type { PersonViewer, Role } from '#app/platform/viewer.ts';
import { peopleTables } from './tables.server.ts';

/**
 * The person behind a session's secret with their standing: one statement, on every signed-in request. It
 * also notes that the session was seen, at most once an hour. `idleSince` is null where time is only played.
 */
export async function findViewer(
  db: Db,
  { secretHash, now, idleSince }: { secretHash: string; now: Date; idleSince: Date | null },
): Promise<Omit<PersonViewer, 'draftKey'> | undefined> {
  const { rows } = await sql<Omit<PersonViewer, 'kind' | 'draftKey'>>`
    with seen as (update session set seen_at = ${now}::timestamptz
      where secret_hash = ${secretHash} and ended_at is null
        and abs(extract(epoch from (seen_at - ${now}::timestamptz))) > 3600
        and (${idleSince}::timestamptz is null or seen_at > ${idleSince}::timestamptz))
    select p.id, p.name, p.language, s.id as "sessionId",
      coalesce((select address from person_email where person_id = p.id and is_primary), '') as email,
      exists (select 1 from operator_grant where person_id = p.id) as operator,
      coalesce((select json_agg(json_build_object('editionId', edition_id, 'role', role))
        from standing where person_id = p.id and ended_at is null), '[]'::json) as roles
    from session s join person p on p.id = s.person_id
    where s.secret_hash = ${secretHash} and s.ended_at is null and p.erased_at is null
      and (${idleSince}::timestamptz is null or s.seen_at > ${idleSince}::timestamptz)`.execute(db);
  return rows[0] && { kind: 'person', ...rows[0] };
}

export async function findPersonByEmail(db: Db, address: string) {
  return peopleTables(db)
    .selectFrom('personEmail')
    .innerJoin('person', 'person.id', 'personEmail.personId')
    .select(['person.id', 'person.name', 'personEmail.confirmedAt'])
    .where('personEmail.address', '=', address.toLowerCase())
    .executeTakeFirst();
}

/** A new person under a first address; `confirmed` only when they have shown that they read it. */
export async function insertPerson(
  db: Db,
  person: {
    name: string;
    email: string;
    affiliation?: string;
    castKey?: string | null;
    castAbout?: string;
    /** That of the page on which they made their account. */
    language?: string | null;
    confirmed: boolean;
    now: Date;
  },
): Promise<string> {
  const id = randomId();
  const {
    name,
    email,
    affiliation = '',
    castKey = null,
    castAbout = '',
    language = null,
    confirmed,
    now,
  } = person;
  await peopleTables(db)
    .insertInto('person')
    .values({
      id,
      name,
      affiliation,
      pronouns: '',
      orcid: null,
      orcidConfirmedAt: null,
      createdAt: now,
      castKey,
      castAbout,
      language,
      erasedAt: null,
      mergedInto: null,
    })
    .execute();
  await peopleTables(db)
    .insertInto('personEmail')
    .values({
      address: email.toLowerCase(),
      personId: id,
      addedAt: now,
      confirmedAt: confirmed ? now : null,
      isPrimary: true,
    })
    .execute();
  return id;
}

export async function insertSession(
  db: Db,
  { secretHash, personId, device, now }: { secretHash: string; personId: string; device: string; now: Date },
): Promise<string> {
  const id = randomId();
  await peopleTables(db)
    .insertInto('session')
    .values({
      id,
      secretHash,
      personId,
      beganAt: now,
      seenAt: now,
      device: device.slice(0, 300),
      endedAt: null,
    })
    .execute();
  return id;
}

/** Gives a role, once; granting it again changes nothing. */
export async function insertStanding(
  db: Db,
  {
    editionId,
    personId,
    role,
    by,
    now,
  }: { editionId: string; personId: string; role: Role; by: string | null; now: Date },
): Promise<void> {
  await peopleTables(db)
    .insertInto('standing')
    .values({
      id: randomId(),
      editionId,
      personId,
      role,
      grantedAt: now,
      grantedBy: by,
      endedAt: null,
      endedBy: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['editionId', 'personId', 'role']).where('endedAt', 'is', null).doNothing(),
    )
    .execute();
}

/** Its owner has shown that they read this address. */
export async function confirmAddress(db: Db, { address, now }: { address: string; now: Date }) {
  await peopleTables(db)
    .updateTable('personEmail')
    .set({ confirmedAt: now })
    .where('address', '=', address)
    .where('confirmedAt', 'is', null)
    .execute();
}

export async function findCast(db: Db) {
  return peopleTables(db)
    .selectFrom('person')
    .select(['castKey', 'name', 'affiliation', 'castAbout as about'])
    .where('castKey', 'is not', null)
    .where('erasedAt', 'is', null)
    .where('mergedInto', 'is', null)
    .orderBy('createdAt')
    .orderBy('castKey')
    .execute();
}

export async function findCastMember(db: Db, castKey: string) {
  return peopleTables(db)
    .selectFrom('person')
    .select('id')
    .where('castKey', '=', castKey)
    .where('erasedAt', 'is', null)
    .where('mergedInto', 'is', null)
    .executeTakeFirst();
}

/** The same inside another statement. */
export const confirmedBy = (personId: string) =>
  sql`select address from person_email where person_id = ${personId} and confirmed_at is not null`;

/** The addresses a person has shown to be theirs. */
export async function confirmedAddresses(db: Db, personId: string): Promise<string[]> {
  const rows = await peopleTables(db)
    .selectFrom('personEmail')
    .select('address')
    .where('personId', '=', personId)
    .where('confirmedAt', 'is not', null)
    .execute();
  return rows.map(({ address }) => address);
}
