/** What a page plays or shows of a file, and where it is to be had: here, or at the other host name. */
import * as v from 'valibot';
import { contentAddress } from '#app/platform/content.server.ts';
import type { Contents } from '#app/platform/content-host.server.ts';
import { read } from '#app/platform/operation.server.ts';
import { missing } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { findAnalyses } from './analysing.server.ts';
import { canonicalNames } from './file.ts';
import { itsAuthorsOrOrganizers } from './policy.ts';
import { poster } from './posters.server.ts';
import { previewOf } from './preview.server.ts';
import { findDerivative, findKeptFile, listFiles } from './queries.server.ts';
import { playable, shownAs } from './views.ts';

const input = v.object({ id: v.pipe(v.string(), v.maxLength(64)) });

/** For a player. Only a film or a sound is to be had elsewhere; everything else is fetched from here. */
export const playFile = read({
  name: 'files.play',
  input,
  subject: ({ db }, { id }) => findKeptFile(db, id),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, now }, { file, title, id }) => {
    if (!(await resources().files.has(file.sha256))) throw missing();
    const names = canonicalNames(file.removedAt ? [file] : await listFiles(db, id), title);
    const { sha256, bytes, mime } = file;
    const seconds = Number(file.report.facts?.duration) || 0;
    const named = { kind: 'media', id: file.id, seconds };
    const elsewhere = playable.has(mime) ? await contentAddress(db, named, now) : null;
    return { sha256, bytes, mime, name: names.get(file.id)!, elsewhere };
  },
});

/** A picture of a picture: smaller, drawn anew, with nothing embedded from the original. */
export const previewFile = read({
  name: 'files.preview',
  input,
  subject: ({ db }, { id }) => findKeptFile(db, id),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, now }, { file }) => {
    const preview = shownAs(file) === 'image' ? await previewOf(file.sha256, now) : null;
    if (!preview) throw missing();
    return { ...preview, elsewhere: await contentAddress(db, { kind: 'picture', id: file.id }, now) };
  },
});

/** A still of a film, where one was made for this submission. */
export const posterFile = read({
  name: 'files.poster',
  input,
  subject: ({ db }, { id }) => findKeptFile(db, id),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db }, { file: { sha256 }, id }) => {
    const measured = (await findAnalyses(db, id)).has(sha256);
    const still = measured && (await findDerivative(db, sha256, poster));
    if (!still || !(await resources().files.has(still.sha256))) throw missing();
    return still;
  },
});

/** What the other host name opens of submissions. */
export const contents: Contents = {
  async media(context, named) {
    const file = await playFile(context, named);
    if (!playable.has(file.mime)) throw missing();
    return file;
  },
  picture: previewFile,
};
