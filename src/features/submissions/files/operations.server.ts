/** The verbs by which files arrive. How they are arranged, checked and handed out stands in the files re-exported. */
import * as v from 'valibot';
import { lockName, type Db } from '#app/platform/database.server.ts';
import { operation, read } from '#app/platform/operation.server.ts';
import { theSystem } from '#app/platform/policy.ts';
import { invalid, missing } from '#app/platform/refusal.ts';
import { isJunk } from '#app/preflight/names.ts';
import { assertMayArrive, assertMayBegin, assertRoom, limitOf, rulesOf } from './arrival.ts';
import { countedBytes, keptName, type FileRole } from './file.ts';
import { held, itsAuthorsOrOrganizers } from './policy.ts';
import {
  findFile,
  findHandIn,
  findUpload,
  insertFile,
  insertUpload,
  listFiles,
  listStaleUploads,
  listUploads,
  markChanged,
  updateUpload,
  type HandIn,
} from './queries.server.ts';

export { assignRole, moveFile, removeFile } from './arrangement.server.ts';
export { describe } from './describe.server.ts';
export { pageFile, showPages } from './paper-pages.server.ts';
export { playFile, posterFile, previewFile } from './playing.server.ts';
export { fetchFile, packFiles, showFiles } from './reads.server.ts';
export { announceDeletions, deleteFiles, sweepBlobs } from './retention.server.ts';

const id = v.pipe(v.string(), v.regex(/^[0-9a-z]{24}$/));
const name = v.pipe(v.string(), v.maxLength(2_000, 'This name is too long.'), v.transform(keptName));
const bytes = v.pipe(v.number(), v.integer(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** How many bytes may be under way at once, as a multiple of the limit: room for a second try, not for a flood. */
const underWay = 3;

/** What may still come; asked before a body is read. */
export const room = read({
  name: 'files.room',
  input: v.object({ id }),
  subject: ({ db }, { id }) => findHandIn(db, { id }),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, viewer, now }, handIn) => {
    if (held(viewer, handIn)) assertMayBegin(handIn, now);
    const limit = limitOf(handIn.call);
    return { limit, left: Math.max(0, limit - countedBytes(await listFiles(db, handIn.id))) };
  },
});

/** Writes down that an upload began: what grace asks later. */
export const beginUpload = operation({
  name: 'files.beginUpload',
  input: v.object({ uploadId: id, id, name, bytes, modifiedAt: v.optional(v.nullable(v.date()), null) }),
  subject: ({ db }, { id }) => findHandIn(db, { id }),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, viewer, now, note }, handIn, { uploadId, name, bytes, modifiedAt }) => {
    if (held(viewer, handIn)) assertMayBegin(handIn, now);
    if (isJunk(name))
      throw invalid('Your computer made this file for itself; it is no part of your submission.');
    const limit = limitOf(handIn.call);
    assertRoom(await listFiles(db, handIn.id), limit, bytes);
    const others = await listUploads(db, handIn.id);
    if (others.length >= 50 || others.reduce((sum, one) => sum + one.bytes, bytes) > underWay * limit) {
      throw invalid('Too many uploads are under way at once. Cancel one of them, or let it finish first.');
    }
    const begunBy = viewer.kind === 'person' ? viewer.id : null;
    const upload = { id: uploadId, submissionId: handIn.id, name, bytes, modifiedAt };
    await insertUpload(db, { ...upload, begunAt: now, begunBy });
    note({ editionId: handIn.editionId, subjectId: handIn.id, detail: { name, bytes } });
  },
});

/** Where an upload stands; throws when it may not go on. */
export const uploadState = read({
  name: 'files.uploadState',
  input: v.object({ uploadId: id }),
  subject: ({ db }, { uploadId }) => findHandIn(db, { uploadId }),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, viewer, now }, handIn, { uploadId }) => {
    const upload = await findUpload(db, uploadId);
    if (!upload || upload.droppedAt) throw missing();
    if (!upload.finishedAt && held(viewer, handIn)) assertMayArrive(handIn, upload.begunAt, now);
    return { bytes: upload.bytes, finished: upload.finishedAt !== null, limit: limitOf(handIn.call) };
  },
});

/** Its bytes are hashed and durable: from here on the file is part of the submission. Saying so twice is once. */
export const finishUpload = operation({
  name: 'files.finishUpload',
  input: v.object({ uploadId: id, sha256, bytes, archive: v.boolean() }),
  subject: ({ db }, { uploadId }) => findHandIn(db, { uploadId }),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, viewer, now, note }, handIn, { uploadId, ...blob }) => {
    await lockName(db, `files ${handIn.id}`);
    const upload = await findUpload(db, uploadId);
    if (!upload || upload.droppedAt) throw missing();
    if (!upload.finishedAt) {
      if (held(viewer, handIn)) assertMayArrive(handIn, upload.begunAt, now);
      await receive(db, handIn, { ...blob, id: uploadId, name: upload.name, begunAt: upload.begunAt, now });
      await updateUpload(db, uploadId, { finishedAt: now });
    }
    note({ editionId: handIn.editionId, subjectId: handIn.id, detail: { name: upload.name, ...blob } });
    return { submissionId: handIn.id, fileId: uploadId };
  },
});

/** A file that came with an ordinary form; `begunAt` is when the form began to arrive. */
export const addFile = operation({
  name: 'files.addFile',
  input: v.object({ id, fileId: id, name, sha256, bytes, archive: v.boolean(), begunAt: v.date() }),
  subject: ({ db }, { id }) => findHandIn(db, { id }),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, viewer, now, note }, handIn, { id: _id, fileId, ...file }) => {
    await lockName(db, `files ${handIn.id}`);
    if (held(viewer, handIn)) assertMayArrive(handIn, file.begunAt, now);
    await receive(db, handIn, { ...file, id: fileId, now });
    const { name, sha256, bytes } = file;
    note({ editionId: handIn.editionId, subjectId: handIn.id, detail: { name, sha256, bytes } });
    return { fileId };
  },
});

/** Gives an upload up. */
export const dropUpload = operation({
  name: 'files.dropUpload',
  input: v.object({ uploadId: id }),
  subject: ({ db }, { uploadId }) => findHandIn(db, { uploadId }),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, now, note }, handIn, { uploadId }) => {
    const upload = await findUpload(db, uploadId);
    if (!upload || upload.finishedAt) throw missing();
    await updateUpload(db, uploadId, { droppedAt: now });
    note({ editionId: handIn.editionId, subjectId: handIn.id, detail: { name: upload.name } });
  },
});

/** Gives up what nobody continued since `before`; answers which, so that their bytes can go. */
export const sweepUploads = operation({
  name: 'files.sweepUploads',
  input: v.object({ before: v.date() }),
  allow: theSystem,
  run: async ({ db, now, note }, _subject, { before }) => {
    const stale = await listStaleUploads(db, before);
    for (const { id } of stale) await updateUpload(db, id, { droppedAt: now });
    note({ detail: { count: stale.length } });
    return stale.map(({ id }) => id);
  },
});

interface Arrived {
  id: string;
  name: string;
  sha256: string;
  bytes: number;
  archive: boolean;
  begunAt: Date;
  now: Date;
}

async function receive(db: Db, handIn: HandIn, { archive, now, ...file }: Arrived): Promise<void> {
  if (await findFile(db, file.id)) return;
  assertRoom(await listFiles(db, handIn.id), limitOf(handIn.call), file.bytes);
  const role: FileRole = archive && rulesOf(handIn.call).kind === 'work' ? 'archive' : 'supplementary';
  await insertFile(db, { ...file, role, submissionId: handIn.id, uploadedAt: now });
  await markChanged(db, handIn.id, now);
}
