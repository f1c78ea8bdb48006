import { sql } from 'kysely';
import { noRow, type Invariant } from '#app/platform/invariant.server.ts';
import { findCalls } from '../calls/queries.server.ts';
import { listEditions } from '../editions/queries.server.ts';
import { invariants as ofFiles } from './files/invariants.server.ts';

export const invariants: Invariant[] = [
  noRow(
    'No two receipts have one number',
    sql`
    select lower(receipt) as what from submission_version group by lower(receipt) having count(*) > 1`,
  ),
  noRow(
    'Versions are numbered one after the other',
    sql`
    select 'submission ' || submission_id as what from submission_version
    group by submission_id having min(number) <> 1 or max(number) <> count(*)`,
  ),
  noRow(
    'A version is received after the one before it',
    sql`
    select 'submission ' || a.submission_id as what from submission_version a
    join submission_version b on b.submission_id = a.submission_id and b.number = a.number + 1
    where b.submitted_at < a.submitted_at or b.changes < a.changes`,
  ),
  noRow(
    'Nothing was handed in that is newer than what is being written',
    sql`
    select 'submission ' || s.id as what from submission s join submission_version v on v.submission_id = s.id
    where v.changes > s.changes`,
  ),
  noRow(
    'The people of a submission stand in an order without gaps',
    sql`
    select 'submission ' || submission_id as what from contributor
    group by submission_id having count(distinct position) <> count(*) or max(position) - min(position) + 1 <> count(*)`,
  ),
  noRow(
    'Every version names somebody',
    sql`
    select 'receipt ' || receipt as what from submission_version where jsonb_array_length(contributors) = 0`,
  ),
  noRow(
    'A draft belongs to somebody',
    sql`
    select 'submission ' || s.id as what from submission s where s.begun_by is null and s.draft_key_hash is null
      and not exists (select 1 from contributor c where c.submission_id = s.id)`,
  ),
  noRow(
    'An arrangement that ended began before',
    sql`
    select 'clearance ' || id as what from clearance where ended_at < granted_at`,
  ),
  {
    says: 'Every submission belongs to a call of its own edition',
    async broken({ db }) {
      const found: string[] = [];
      const own = new Map<string, string>();
      for (const { id } of await listEditions(db))
        for (const call of await findCalls(db, { editionId: id })) own.set(call.id, id);
      const { rows } = await sql<{ callId: string; editionId: string; n: number }>`
        select call_id as "callId", edition_id as "editionId", count(*)::int as n from submission group by 1, 2`.execute(
        db,
      );
      for (const { callId, editionId, n } of rows)
        if (own.get(callId) !== editionId) found.push(`${n} in edition ${editionId} under call ${callId}`);
      return found;
    },
  },
  ...ofFiles,
];
