/** Another arrangement: a thread with the organizers, and exceptions recorded with who, why and until when. */
import * as v from 'valibot';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { operation, read } from '#app/platform/operation.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { countRate } from '#app/platform/rate.server.ts';
import { invalid } from '#app/platform/refusal.ts';
import { deadlineFor } from './phases.ts';
import { idForm, line, sentence } from './forms.ts';
import { writeToAuthors, writeToOrganizers, type Place } from './letters.server.ts';
import { lettersIn } from './mails-in.ts';
import { isAuthor, itsAuthorsOrOrganizers, itsOrganizers } from './policy.ts';
import { findCase, lockCase } from './queries.server.ts';
import { sayLocal } from './receipt.ts';
import { callView, editionView } from './views.ts';
import { inForce, stateOf, type Message } from './submission.ts';
import { submissionTables } from './tables.server.ts';

export const thread = read({
  name: 'submissions.thread',
  input: idForm,
  subject: ({ db }, { id }) => findCase(db, id),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, viewer, now }, submission) => ({
    title: submission.title,
    state: stateOf(submission),
    call: callView(submission, now),
    edition: editionView(await findEdition(db, { id: submission.editionId })),
    asAuthor: isAuthor(viewer, submission),
    clearances: inForce(submission.clearances, now).map(({ id, rule, reason, until }) => ({
      id,
      rule,
      reason,
      until,
    })),
    messages: await listMessages(db, submission.id),
  }),
});

export const writeMessage = operation({
  name: 'submissions.writeMessage',
  input: v.object({ ...idForm.entries, words: sentence('Write a few words first.') }),
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, viewer, now, note }, submission, { id, words }) => {
    await countRate(db, { name: `submissions.message ${id}`, most: 30, minutes: 60, now });
    const byOrganizer = !isAuthor(viewer, submission);
    const by = viewer.kind === 'person' ? viewer.name : '';
    const message = randomId();
    await submissionTables(db)
      .insertInto('message')
      .values({
        id: message,
        submissionId: id,
        at: now,
        byPerson: viewer.kind === 'person' ? viewer.id : null,
        byName: by,
        byOrganizer,
        words,
      })
      .execute();
    const letter = (name: string) => ({
      kind: 'message' as const,
      key: `message ${message}`,
      write: (place: Place) => lettersIn[place.language].messageLetter(place, { by: name, words }),
    });
    if (byOrganizer) {
      await writeToAuthors(
        db,
        submission,
        { now, path: `/my/submissions/${id}/messages` },
        letter(by || 'The organizers'),
      );
    } else {
      await writeToOrganizers(db, submission, { now }, letter(by || 'Somebody without an account yet'));
    }
    note({ editionId: submission.editionId, subjectId: id, detail: { message } });
    return { message };
  },
});

export const grantClearance = operation({
  name: 'clearances.grant',
  input: v.object({
    ...idForm.entries,
    /** `link`, or the code of a finding that organizers may clear. */
    rule: v.pipe(line(100), v.minLength(1, 'Say which rule.')),
    reason: sentence('Say why; the authors read it, and so do those who come after you.'),
    until: v.optional(v.nullable(v.date()), null),
  }),
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: itsOrganizers,
  run: async ({ db, viewer, now, note }, submission, { id, rule, reason, until }) => {
    if (until && until <= now)
      throw invalid('That moment has passed already.', { until: 'Give a later moment, or none.' });
    const clearance = randomId();
    await submissionTables(db)
      .insertInto('clearance')
      .values({
        id: clearance,
        submissionId: id,
        rule,
        reason,
        until,
        grantedAt: now,
        grantedBy: idOf(viewer),
        endedAt: null,
        endedBy: null,
      })
      .execute();
    await writeToAuthors(
      db,
      submission,
      { now },
      {
        kind: 'message',
        key: `clearance ${clearance}`,
        write: (place) =>
          lettersIn[place.language].clearanceLetter(place, {
            rule,
            reason,
            until: until && sayLocal(until, place.edition.zone, place.language),
          }),
      },
    );
    note({ editionId: submission.editionId, subjectId: id, detail: { clearance, rule } });
    return { clearance };
  },
});

export const endClearance = operation({
  name: 'clearances.end',
  input: v.object({ ...idForm.entries, clearance: line(64) }),
  subject: async ({ db }, { id, clearance }) => {
    const found = await lockCase(db, id);
    return found?.clearances.some((one) => one.id === clearance) ? found : null;
  },
  allow: itsOrganizers,
  run: async ({ db, viewer, now, note }, submission, { clearance }) => {
    await submissionTables(db)
      .updateTable('clearance')
      .set({ endedAt: now, endedBy: idOf(viewer) })
      .where('id', '=', clearance)
      .where('endedAt', 'is', null)
      .execute();
    note({ editionId: submission.editionId, subjectId: submission.id, detail: { clearance } });
  },
});

/** A personal deadline: later than the call's, for this submission alone. */
export const extendPersonally = operation({
  name: 'submissions.extend',
  input: v.object({
    ...idForm.entries,
    deadline: v.date('Give the day and the time.'),
    reason: sentence('Say why; the authors read it, and so do those who come after you.'),
  }),
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: itsOrganizers,
  run: async ({ db, viewer, now, note }, submission, { id, deadline, reason }) => {
    if (deadline <= deadlineFor(submission)) {
      throw invalid('That is not later than the deadline that holds already.', {
        deadline: 'Give a later moment.',
      });
    }
    const extension = randomId();
    await submissionTables(db)
      .insertInto('personalExtension')
      .values({ id: extension, submissionId: id, deadline, reason, grantedAt: now, grantedBy: idOf(viewer) })
      .execute();
    await writeToAuthors(
      db,
      submission,
      { now },
      {
        kind: 'extension',
        key: `personal extension ${extension}`,
        write: (place) =>
          lettersIn[place.language].extensionLetter(place, {
            until: sayLocal(deadline, place.edition.zone, place.language),
            reason,
          }),
      },
    );
    note({ editionId: submission.editionId, subjectId: id, detail: { extension, deadline } });
    return { extension };
  },
});

export async function listMessages(
  db: Parameters<typeof findCase>[0],
  submissionId: string,
): Promise<Message[]> {
  const rows = await submissionTables(db)
    .selectFrom('message')
    .select(['id', 'at', 'byName', 'byOrganizer', 'words'])
    .where('submissionId', '=', submissionId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(({ byName, ...row }) => ({ ...row, by: byName }));
}

const idOf = (viewer: { kind: string; id?: string }) =>
  viewer.kind === 'person' ? (viewer.id ?? null) : null;
