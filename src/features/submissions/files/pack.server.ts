/** The .zip that a call describes: canonical names, nothing that a person would have to type. Streamed, never held. */
import type { Readable } from 'node:stream';
import yazl from 'yazl';
import { resources } from '#app/platform/resources.server.ts';
import { slugOf } from '#app/preflight/canonical.ts';
import { canonicalNames, inOrder, type SubmissionFile } from './file.ts';

/** The same files always give the same bytes: entries are stored as they are, under one date. */
const entryDate = new Date('1980-01-01T12:00:00');

export function packSubmission(
  files: readonly SubmissionFile[],
  title: string,
): { name: string; stream: Readable } {
  const zip = new yazl.ZipFile();
  const names = canonicalNames(files, title);
  for (const file of inOrder(files)) {
    if (file.role === 'archive' && file.openedAt) continue;
    zip.addReadStreamLazy(
      names.get(file.id)!,
      { compress: false, mtime: entryDate, mode: 0o100644, size: file.bytes },
      (give) => give(null, resources().files.read(file.sha256)),
    );
  }
  zip.end();
  return { name: `${slugOf(title)}.zip`, stream: zip.outputStream as Readable };
}
