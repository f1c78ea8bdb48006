/** The verbs on files that are up: what each is, in which order, and which go. */
import * as v from 'valibot';
import { lockName } from '#app/platform/database.server.ts';
import { operation } from '#app/platform/operation.server.ts';
import { invalid } from '#app/platform/refusal.ts';
import { assertMayArrange, rolesBeside, rulesOf } from './arrival.ts';
import { inOrder, rolesOf, type FileRole } from './file.ts';
import { held, itsAuthorsOrOrganizers } from './policy.ts';
import { findHandInOfFile, listFiles, markChanged, placeAfterAll, updateFile } from './queries.server.ts';

const fileId = v.pipe(v.string(), v.regex(/^[0-9a-z]{24}$/));

/** Says what a file is. One file is the paper, the main work, the video, the description: the last one named. */
export const assignRole = operation({
  name: 'files.assignRole',
  input: v.object({ fileId, role: v.string() }),
  subject: ({ db }, { fileId }) => findHandInOfFile(db, fileId),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, viewer, now, note }, { file, ...handIn }, { role }) => {
    if (held(viewer, handIn)) assertMayArrange(handIn, now);
    if (
      !rolesOf(rulesOf(handIn.call).kind, rolesBeside(handIn.call)).includes(role as FileRole) ||
      file.role === 'archive'
    ) {
      throw invalid('Choose one of the roles in the list.', { role: 'Choose one of the roles in the list.' });
    }
    await lockName(db, `files ${handIn.id}`);
    const roleChosenBy = viewer.kind === 'person' ? viewer.id : null;
    const files = await listFiles(db, handIn.id);
    const before =
      role === 'supplementary' ? [] : files.filter((one) => one.role === role && one.id !== file.id);
    for (const one of before) {
      await updateFile(db, one.id, { role: 'supplementary', roleChosenAt: now, roleChosenBy });
    }
    const position = role === 'supplementary' ? await placeAfterAll(db, handIn.id) : 0;
    await updateFile(db, file.id, { role, roleChosenAt: now, roleChosenBy, position });
    await markChanged(db, handIn.id, now);
    note({ editionId: handIn.editionId, subjectId: handIn.id, detail: { file: file.id, role } });
    return { submissionId: handIn.id };
  },
});

/** Puts a supplement at a place among the supplements, counted from 0. */
export const moveFile = operation({
  name: 'files.move',
  input: v.object({ fileId, to: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  subject: ({ db }, { fileId }) => findHandInOfFile(db, fileId),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, viewer, now, note }, { file, ...handIn }, { to }) => {
    if (held(viewer, handIn)) assertMayArrange(handIn, now);
    if (file.role !== 'supplementary') throw invalid('Only supplements have an order.');
    await lockName(db, `files ${handIn.id}`);
    const supplements = inOrder(await listFiles(db, handIn.id)).filter((one) => one.role === 'supplementary');
    const others = supplements.filter((one) => one.id !== file.id);
    const ordered = [...others.slice(0, to), file, ...others.slice(to)];
    for (const [position, one] of ordered.entries()) await updateFile(db, one.id, { position });
    await markChanged(db, handIn.id, now);
    note({ editionId: handIn.editionId, subjectId: handIn.id, detail: { file: file.id, to } });
    return { submissionId: handIn.id };
  },
});

/** Takes a file away; with an archive, what came in it. Versions that were submitted keep theirs. */
export const removeFile = operation({
  name: 'files.remove',
  input: v.object({ fileId }),
  subject: ({ db }, { fileId }) => findHandInOfFile(db, fileId),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, viewer, now, note }, { file, ...handIn }) => {
    if (held(viewer, handIn)) assertMayArrange(handIn, now);
    await lockName(db, `files ${handIn.id}`);
    const removedBy = viewer.kind === 'person' ? viewer.id : null;
    const gone = (await listFiles(db, handIn.id)).filter(
      (one) => one.id === file.id || one.fromFileId === file.id,
    );
    for (const one of gone) await updateFile(db, one.id, { removedAt: now, removedBy });
    await markChanged(db, handIn.id, now);
    note({
      editionId: handIn.editionId,
      subjectId: handIn.id,
      detail: { name: file.name, sha256: file.sha256 },
    });
    return { submissionId: handIn.id };
  },
});
