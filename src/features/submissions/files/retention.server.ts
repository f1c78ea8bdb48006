/**
 * Files that need not be kept go on the day their call states, and their people hear of it 14 days before.
 * Today these are withdrawn and never submitted ones; decisions will add those not selected.
 */
import * as v from 'valibot';
import { languageOfLetter } from '#app/features/people/letter-language.server.ts';
import { operation } from '#app/platform/operation.server.ts';
import { theSystem } from '#app/platform/policy.ts';
import { queueLetter } from '#app/platform/letters.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { deletionLetters } from './mails.ts';
import {
  forgetDerivatives,
  insertDeletion,
  listDoomed,
  listUnnamed,
  releaseFiles,
} from './retention-queries.server.ts';

export const noticeDays = 14;
const day = 86_400_000;

/** Writes to the people of each submission whose files will go; once for each. */
export const announceDeletions = operation({
  name: 'files.announceDeletions',
  input: v.object({}),
  allow: theSystem,
  run: async ({ db, now, note }) => {
    const due = (await listDoomed(db, dayOf(now, noticeDays))).filter(({ announcedAt }) => !announcedAt);
    for (const one of due) {
      // Announced late, it is done late: fourteen days of notice hold in any case.
      const earliest = dayOf(now, noticeDays);
      const on = one.dueOn > earliest ? one.dueOn : earliest;
      await insertDeletion(db, { submissionId: one.id, dueOn: on, announcedAt: now });
      for (const { name, email, personId } of one.people) {
        const reader = { personId, address: email, editionId: one.editionId };
        const language = await languageOfLetter(db, reader);
        await queueLetter(
          db,
          {
            key: `files deleted ${one.id} ${email.toLowerCase()}`,
            kind: 'deletion',
            editionId: one.editionId,
            aboutId: one.id,
            to: { address: email, name, personId },
            ...deletionLetters[language]({
              title: one.title,
              on,
              address: `${resources().settings.url}/my/submissions/${one.id}`,
            }),
          },
          { now },
        );
      }
    }
    note({ detail: { submissions: due.length } });
    return due.map(({ id }) => id);
  },
});

/** Deletes what was announced and is due; answers the blobs that nothing refers to any more. */
export const deleteFiles = operation({
  name: 'files.deleteExpired',
  input: v.object({}),
  allow: theSystem,
  run: async ({ db, now, note }) => {
    const blobs: string[] = [];
    const due = (await listDoomed(db, dayOf(now))).filter(
      ({ announcedAt }) => announcedAt && announcedAt.getTime() + noticeDays * day <= now.getTime(),
    );
    for (const { id } of due) blobs.push(...(await releaseFiles(db, id, now)));
    note({ detail: { submissions: due.map(({ id }) => id), blobs: blobs.length } });
    return blobs;
  },
});

/** Which of these blobs no row names: what deleted drafts left. Previews of such a file are forgotten first. */
export const sweepBlobs = operation({
  name: 'files.sweepBlobs',
  input: v.object({ blobs: v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))) }),
  allow: theSystem,
  run: async ({ db, note }, _subject, { blobs }) => {
    await forgetDerivatives(db);
    const unnamed = await listUnnamed(db, blobs);
    note({ detail: { looked: blobs.length, unnamed: unnamed.length } });
    return unnamed;
  },
});

function dayOf(now: Date, later = 0): string {
  return new Date(now.getTime() + later * day).toISOString().slice(0, 10);
}
