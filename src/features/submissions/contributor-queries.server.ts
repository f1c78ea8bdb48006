import { sql } from 'kysely';
import { findPersonByEmail } from '#app/features/people/queries.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import type { Credit, CreditKind } from './submission.ts';
import { submissionTables } from './tables.server.ts';

/** At the end of the list. An address that somebody has confirmed as theirs links the entry to their account. */
export async function insertContributor(
  db: Db,
  submissionId: string,
  { personId, ...credit }: Omit<Credit, 'id' | 'kind'> & { kind?: CreditKind; personId?: string | null },
): Promise<string> {
  const id = randomId();
  await submissionTables(db)
    .insertInto('contributor')
    .values({
      id,
      submissionId,
      position: sql`(select coalesce(max(position), 0) + 1 from contributor where submission_id = ${submissionId})`,
      kind: 'person',
      ...credit,
      personId: personId ?? (await accountOf(db, credit.email)),
      invitationHash: null,
      invitedAt: null,
      correctedAt: null,
    })
    .execute();
  return id;
}

export async function accountOf(db: Db, email: string): Promise<string | null> {
  const person = email ? await findPersonByEmail(db, email) : undefined;
  return person?.confirmedAt ? person.id : null;
}

export async function writePositions(db: Db, ids: string[]): Promise<void> {
  await sql`update contributor c set position = o.position
    from unnest(${ids}::text[]) with ordinality as o (id, position) where c.id = o.id`.execute(db);
}

/** Opens the entry to whoever holds the letter; a newer invitation replaces the older. */
export async function markInvited(db: Db, invited: { id: string; hash: string }[], now: Date): Promise<void> {
  if (invited.length === 0) return;
  await sql`update contributor c set invitation_hash = o.hash, invited_at = ${now}
    from unnest(${invited.map(({ id }) => id)}::text[], ${invited.map(({ hash }) => hash)}::text[]) as o (id, hash)
    where c.id = o.id`.execute(db);
}

/** By submission: when names in its list were put right, apart from handing it in anew. */
export async function listCorrections(db: Db, submissionIds: string[]): Promise<Map<string, Date[]>> {
  if (submissionIds.length === 0) return new Map();
  const rows = await submissionTables(db)
    .selectFrom('contributor')
    .select(['submissionId', 'correctedAt'])
    .where('submissionId', 'in', submissionIds)
    .where('correctedAt', 'is not', null)
    .execute();
  const found = new Map<string, Date[]>();
  for (const { submissionId, correctedAt } of rows)
    found.set(submissionId, [...(found.get(submissionId) ?? []), correctedAt!]);
  return found;
}

interface Renamed {
  personId: string;
  /** Every address that is confirmed as theirs. */
  addresses: string[];
  before: { name: string; pronouns: string };
  after: { name: string; pronouns: string };
  now: Date;
}

/** Wherever they were credited as their account said, and only there: a pseudonym and an older way of signing stay. */
export async function followName(
  db: Db,
  { personId, addresses, before, after, now }: Renamed,
): Promise<void> {
  const theirs = sql`(person_id = ${personId}
    or (person_id is null and email <> '' and lower(email) = any(${addresses}::text[])))`;
  if (before.name !== after.name && after.name !== '')
    await sql`update contributor set name = ${after.name}, corrected_at = ${now}
      where ${theirs} and kind = 'person' and btrim(name) = ${before.name.trim()}`.execute(db);
  if (before.pronouns !== after.pronouns && before.pronouns !== '')
    await sql`update contributor set pronouns = ${after.pronouns}, corrected_at = ${now}
      where ${theirs} and kind = 'person' and btrim(pronouns) = ${before.pronouns.trim()}`.execute(db);
}
