import { sql } from 'kysely';
import type { Db } from '#app/platform/database.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import type { PersonViewer, Role } from '#app/platform/viewer.ts';
import { peopleTables } from './tables.server.ts';

/** The person behind a session's secret with their standing: one statement, on every signed-in request. */
export async function findViewer(
  db: Db,
  secretHash: string,
): Promise<Omit<PersonViewer, 'draftKey'> | undefined> {
  const { rows } = await sql<Omit<PersonViewer, 'kind' | 'draftKey'>>`
    select p.id, p.name, s.id as "sessionId",
      coalesce((select address from person_email where person_id = p.id and is_primary), '') as email,
      exists (select 1 from operator_grant where person_id = p.id) as operator,
      coalesce((select json_agg(json_build_object('editionId', edition_id, 'role', role))
        from standing where person_id = p.id and ended_at is null), '[]'::json) as roles
    from session s join person p on p.id = s.person_id
    where s.secret_hash = ${secretHash} and s.ended_at is null and p.erased_at is null`.execute(db);
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
    confirmed: boolean;
    now: Date;
  },
): Promise<string> {
  const id = randomId();
  const { name, email, affiliation = '', castKey = null, confirmed, now } = person;
  await peopleTables(db)
    .insertInto('person')
    .values({
      id,
      name,
      affiliation,
      pronouns: '',
      orcid: null,
      createdAt: now,
      castKey,
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
