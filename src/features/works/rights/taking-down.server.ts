/** Hiding at once what the world sees of a paper or work, and ending that with a reason. */
import { any } from '#app/platform/policy.ts';
import { isAuthor, itsOrganizers } from '#app/features/submissions/policy.ts';
import { writeToAuthors, writeToOrganizers } from '#app/features/submissions/letters.server.ts';
import { lockCase } from '#app/features/submissions/queries.server.ts';
import { askForRenditions } from '#app/features/works/renditions/asking.server.ts';
import { operation } from '#app/platform/operation.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { denied, invalid, late, stale } from '#app/platform/refusal.ts';
import { takedownEndForm, takedownForm } from './forms.ts';
import { who } from './granting.server.ts';
import { takedownEndLetter, takedownLetter } from './mails.ts';
import { itsPeople, mayEnd } from './policy.ts';
import { loadLedger } from './queries.server.ts';
import { rightsTables } from './tables.server.ts';
import { standardTombstone, takedownWords } from './takedown-words.ts';

export const takeDown = operation({
  name: 'rights.takeDown',
  input: takedownForm,
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: any(itsPeople, itsOrganizers),
  redraws: true,
  evenFrozen: true,
  run: async (scope, submission, { id, scopes, reason, words, titleStays, creditStays }) => {
    const { db, viewer, now, note } = scope;
    if (!submission.latest) throw late('This was not submitted yet; nothing of it can be public.');
    const byOrganizer = !isAuthor(viewer, submission);
    if (byOrganizer && !reason.trim())
      throw invalid('Please say why.', {
        reason: 'Its people read this, and so do those who come after you.',
      });
    const by = who(viewer);
    const row = {
      id: randomId(),
      submissionId: id,
      scopes,
      reason: reason.trim(),
      words: words || standardTombstone[byOrganizer ? 'organizers' : 'people'],
      titleStays,
      creditStays,
      takenAt: now,
      takenBy: by.personId,
      takenName: by.name,
      byOrganizer,
      endedAt: null,
      endedBy: null,
      endedName: null,
      endedReason: null,
    };
    await rightsTables(db).insertInto('rightsTakedown').values(row).execute();
    const facts = {
      by: by.name,
      at: now,
      what: scopes.map((one) => takedownWords[one].label.toLowerCase()),
      reason: row.reason,
      words: row.words,
    };
    const letter = {
      kind: 'receipt' as const,
      key: `takedown ${row.id}`,
      write: (place: Parameters<typeof takedownLetter>[0]) => takedownLetter(place, facts),
    };
    await writeToAuthors(db, submission, { now, path: `/my/submissions/${id}/rights` }, letter);
    await writeToOrganizers(db, submission, { now }, letter);
    await askForRenditions(db, id);
    note({ editionId: submission.editionId, subjectId: id, detail: { takedown: row.id, scopes, reason } });
    return { takedown: row.id };
  },
});

export const endTakedown = operation({
  name: 'rights.endTakedown',
  input: takedownEndForm,
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: any(itsPeople, itsOrganizers),
  redraws: true,
  evenFrozen: true,
  run: async ({ db, viewer, now, note }, submission, { id, takedown, reason }) => {
    const found = (await loadLedger(db, id)).takedowns.find((one) => one.id === takedown);
    if (!found || found.ended) throw stale('This takedown has ended already.');
    const asOrganizer = !isAuthor(viewer, submission);
    if (!mayEnd(found, asOrganizer))
      throw denied(
        found.byOrganizer
          ? 'The organizers took this down; ask them to end it.'
          : 'Its people took this down; only they can end it.',
      );
    const by = who(viewer);
    await rightsTables(db)
      .updateTable('rightsTakedown')
      .set({ endedAt: now, endedBy: by.personId, endedName: by.name, endedReason: reason })
      .where('id', '=', takedown)
      .execute();
    const letter = {
      kind: 'receipt' as const,
      key: `takedown end ${takedown}`,
      write: (place: Parameters<typeof takedownEndLetter>[0]) =>
        takedownEndLetter(place, { by: by.name, at: now, reason }),
    };
    await writeToAuthors(db, submission, { now, path: `/my/submissions/${id}/rights` }, letter);
    await writeToOrganizers(db, submission, { now }, letter);
    await askForRenditions(db, id);
    note({ editionId: submission.editionId, subjectId: id, detail: { takedown, reason } });
  },
});
