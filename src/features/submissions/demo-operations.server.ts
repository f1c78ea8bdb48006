/** What only the demo does: marking a submission as invented, and unmaking it when its clock goes back. */
import { sql } from 'kysely';
import * as v from 'valibot';
import { unwriteLetters } from '#app/platform/letter-queries.server.ts';
import { operation } from '#app/platform/operation.server.ts';
import { all, predicate, theSystem } from '#app/platform/policy.ts';
import { randomId } from '#app/platform/random.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { idForm } from './forms.ts';
import { lockCase } from './queries.server.ts';
import { submissionTables } from './tables.server.ts';

export const theDemo = all(
  theSystem,
  predicate<unknown>('in the demo only', () => resources().settings.demo),
);

/** Says on every page that nobody real made this. */
export const markInvented = operation({
  name: 'submissions.markInvented',
  input: idForm,
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: theDemo,
  run: async ({ db, note }, { editionId }, { id }) => {
    note({ editionId, subjectId: id });
    await submissionTables(db)
      .updateTable('submission')
      .set({ invented: true })
      .where('id', '=', id)
      .execute();
  },
});

/** The clock was turned back to before it existed. Nowhere else does a submission vanish, with its letters. */
export const unmake = operation({
  name: 'submissions.unmake',
  input: idForm,
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: theDemo,
  run: async ({ db, note }, { editionId }, { id }) => {
    note({ editionId, subjectId: id });
    await unwriteLetters(db, { aboutId: id });
    await submissionTables(db).deleteFrom('submission').where('id', '=', id).execute();
  },
});

/** Whom nobody asked in the demo says yes to being named: they are invented, too. */
export const confirmInvented = operation({
  name: 'submissions.confirmInvented',
  input: idForm,
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: theDemo,
  run: async ({ db, now, note }, { editionId, invented, contributors }, { id }) => {
    note({ editionId, subjectId: id });
    const unasked = invented ? contributors.filter(({ answer }) => answer === null) : [];
    if (unasked.length === 0) return;
    await submissionTables(db)
      .insertInto('contributorAnswer')
      .values(
        unasked.map((one) => ({
          id: randomId(),
          contributorId: one.id,
          answer: 'confirmed' as const,
          at: now,
          words: '',
        })),
      )
      .execute();
  },
});

/** What the hours would have written after now was never written, so that it can be written again. */
export const turnBack = operation({
  name: 'submissions.turnBack',
  input: v.object({}),
  allow: theDemo,
  run: async ({ db, now }) => {
    await unwriteLetters(db, { kinds: ['reminder', 'deletion', 'digest'], after: now });
    await sql`delete from submission_version v using final_request q
      where q.id = v.final_request_id and (v.submitted_at > ${now} or q.asked_at > ${now})`.execute(db);
    await sql`delete from final_request where asked_at > ${now}`.execute(db);
    await sql`update final_request set ended_at = null, ended_by = null where ended_at > ${now}`.execute(db);
    await sql`delete from contributor_answer where at > ${now}`.execute(db);
    await sql`delete from file_deletion where announced_at > ${now} and deleted_at is null`.execute(db);
  },
});
