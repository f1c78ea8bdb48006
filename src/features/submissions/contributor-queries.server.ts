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
