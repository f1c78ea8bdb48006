/** What only the demo does: its clock goes back, and what came after that moment was never said. */
import { sql } from 'kysely';
import * as v from 'valibot';
import { theDemo } from '#app/features/submissions/demo-operations.server.ts';
import { unwriteLetters } from '#app/platform/letter-queries.server.ts';
import { operation } from '#app/platform/operation.server.ts';

/** Nowhere else does an acceptance, a grant or a slug vanish. */
export const turnBack = operation({
  name: 'works.turnBack',
  input: v.object({}),
  allow: theDemo,
  run: async ({ db, now }) => {
    for (const change of [
      sql`delete from acceptance where accepted_at > ${now}`,
      sql`update acceptance set ended_at = null, ended_by = null, end_reason = null where ended_at > ${now}`,
      sql`delete from public_slug where given_at > ${now}`,
      sql`update public_slug set leads_since = given_at where leads_since > ${now}`,
      sql`delete from rights_scope_end where ended_at > ${now}`,
      sql`delete from rights_grant where granted_at > ${now}`,
      sql`delete from rights_choice where chosen_at > ${now}`,
      sql`delete from rights_embargo where set_at > ${now}`,
      sql`update rights_embargo set lifted_at = null, lifted_by = null where lifted_at > ${now}`,
      sql`delete from rights_takedown where taken_at > ${now}`,
      sql`update rights_takedown set ended_at = null, ended_by = null, ended_name = null, ended_reason = null
        where ended_at > ${now}`,
      sql`delete from rights_picture where said_at > ${now}`,
    ])
      await change.execute(db);
    for (const keys of ['rights ', 'accepted ', 'final ']) await unwriteLetters(db, { keys, after: now });
  },
});
