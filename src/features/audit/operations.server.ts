/** Reading what the one door wrote down. */
import * as v from 'valibot';
import { namesOf } from '#app/features/people/standing-queries.server.ts';
import { itsOrganizers } from '#app/features/submissions/policy.ts';
import { listExtensions, listWithdrawals } from '#app/features/submissions/list-queries.server.ts';
import { findCase } from '#app/features/submissions/queries.server.ts';
import { listAudit } from '#app/platform/audit.server.ts';
import { read } from '#app/platform/operation.server.ts';
import { historyOf } from './history.ts';

/** Everything that was ever done to a submission, newest first. */
export const ofSubmission = read({
  name: 'audit.ofSubmission',
  input: v.object({ id: v.pipe(v.string(), v.maxLength(64)) }),
  subject: ({ db }, { id }) => findCase(db, id),
  allow: itsOrganizers,
  run: async ({ db }, { id, contributors, clearances, call }) => {
    const entries = await listAudit(db, id);
    const names = await namesOf(
      db,
      entries.map(({ viewerKind, viewerId }) => (viewerKind === 'person' ? viewerId : null)),
    );
    return historyOf(entries, {
      names,
      contributors,
      questions: new Map(call.settings.questions.map(({ key, label }) => [key, label])),
      clearances,
      extensions: await listExtensions(db, id),
      withdrawals: await listWithdrawals(db, id),
    });
  },
});
