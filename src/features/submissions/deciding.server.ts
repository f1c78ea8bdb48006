/** What was submitted with issues: the organizers' queue, and their no. Their yes is a clearance (`arranging`). */
import { sql } from 'kysely';
import * as v from 'valibot';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { operation, read } from '#app/platform/operation.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { invalid, stale } from '#app/platform/refusal.ts';
import { declineInForce, undecided } from './findings.ts';
import { idForm, line, sentence } from './forms.ts';
import { writeToAuthors } from './letters.server.ts';
import { list, listForm } from './listing.server.ts';
import { lettersIn } from './mails-in.ts';
import { deadlineFor } from './phases.ts';
import { itsOrganizers, listOrganizers } from './policy.ts';
import { queuePageSize, type Queue } from './queue.ts';
import { findSubmissions, lockCase } from './queries.server.ts';
import { sayLocal } from './receipt.ts';
import { submissionTables } from './tables.server.ts';

/** Oldest first, so that nobody waits longer than those after them; what was declined waits for its people. */
export const queue = read({
  name: 'submissions.queue',
  input: v.object({ edition: line(100), page: listForm.entries.page }),
  subject: ({ db }, { edition }) => findEdition(db, { slug: edition }),
  allow: listOrganizers,
  run: async ({ db, viewer, now }, { id }, { page }): Promise<Queue> => {
    const asked = { editionId: id, issues: true, state: 'in', sort: 'queue', size: queuePageSize } as const;
    const { rows, total, declined, pages, calls } = await list({ viewer, now }, { ...asked, page });
    const ids = rows.map((row) => row.id);
    const found = ids.length > 0 ? await findSubmissions(db, sql`s.id = any(${ids}::text[])`) : [];
    const items = rows.flatMap((row) => {
      const one = found.find((one) => one.id === row.id);
      const call = calls.find((call) => call.id === row.callId);
      if (!one?.latest || !call) return [];
      const submission = { ...one, latest: one.latest, call };
      return {
        id: row.id,
        title: row.title,
        call: call.settings.title,
        submittedAt: submission.latest.submittedAt,
        issues: undecided(submission, now).map(({ message }) => message),
        declined: declineInForce(submission, now),
      };
    });
    return { items, undecided: total - declined, declined, page, pages };
  },
});

/** Where the deadline comes too soon for the change, the submission gets its own, in the same act. */
export const decline = operation({
  name: 'submissions.decline',
  input: v.object({
    ...idForm.entries,
    version: line(64),
    reason: sentence('Say what must change; its people read this.'),
    until: v.optional(v.nullable(v.date()), null),
  }),
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: itsOrganizers,
  run: async ({ db, viewer, now, note }, submission, { id, version, reason, until }) => {
    const issues = undecided(submission, now);
    if (submission.latest && submission.latest.id !== version)
      throw stale('A newer version was received while you were reading. Please look at that one.');
    if (issues.length === 0) throw invalid('There is nothing to decline: no rule of the call is broken.');
    const deadline = deadlineFor(submission);
    const last = until ?? deadline;
    if (last <= now)
      throw invalid(
        until
          ? 'That moment has passed already.'
          : 'The deadline has passed, so a changed version could not come.',
        { until: 'Say until when a changed version may come.' },
      );
    const by = viewer.kind === 'person' ? viewer.id : null;
    const row = randomId();
    if (last > deadline) {
      await submissionTables(db)
        .insertInto('personalExtension')
        .values({ id: row, submissionId: id, deadline: last, reason, grantedAt: now, grantedBy: by })
        .execute();
    }
    await submissionTables(db)
      .insertInto('decline')
      .values({
        id: row,
        submissionId: id,
        versionId: version,
        reason,
        until: last,
        declinedAt: now,
        declinedBy: by,
      })
      .execute();
    const facts = { issues: issues.map(({ message }) => message), reason };
    await writeToAuthors(
      db,
      submission,
      { now },
      {
        kind: 'message',
        key: `decline ${row}`,
        write: (place) =>
          lettersIn[place.language].declineLetter(place, {
            ...facts,
            until: sayLocal(last, place.edition.zone, place.language),
          }),
      },
    );
    note({
      editionId: submission.editionId,
      subjectId: id,
      detail: { decline: row, version: submission.latest!.number, until: last, reason },
    });
    return { decline: row };
  },
});
