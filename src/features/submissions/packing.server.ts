/**
 * Everything that the table shows as one .zip: a folder for each submission with its files under canonical names,
 * and a manifest. Streamed: one file is open at a time, none is held in memory.
 */
import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import yazl from 'yazl';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { read } from '#app/platform/operation.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { slugOf } from '#app/preflight/canonical.ts';
import { csvOf } from './csv.ts';
import { canonicalNames, inOrder, type SubmissionFile } from './files/file.ts';
import { list, listForm } from './listing.server.ts';
import { listOrganizers } from './policy.ts';
import { findSubmissions } from './queries.server.ts';
import { stateWords, type HandedFile } from './submission.ts';

/** The same files always give the same bytes. */
const entry = { compress: false, mtime: new Date('1980-01-01T12:00:00'), mode: 0o100644 };

export const packAll = read({
  name: 'submissions.packAll',
  input: listForm,
  subject: ({ db }, { edition }) => findEdition(db, { slug: edition }),
  allow: listOrganizers,
  run: async ({ db, viewer, now }, edition, wanted): Promise<{ name: string; stream: Readable }> => {
    const { rows, calls } = await list({ viewer, now }, { ...wanted, page: 1, all: true });
    const found = await findSubmissions(db, sql`s.id = any(${rows.map(({ id }) => id)}::text[])`);
    const byId = new Map(found.map((one) => [one.id, one]));
    const keys = new Map(calls.map(({ id, key }) => [id, key]));
    const zip = new yazl.ZipFile();
    const manifest: (string | number)[][] = [
      ['Folder', 'File', 'As handed in', 'Role', 'Bytes', 'SHA-256', 'Title', 'People', 'Status', 'Id'],
    ];
    for (const row of rows) {
      const { files, contributors } = byId.get(row.id)!;
      // Titles repeat and change; a piece of the random id keeps folders apart.
      const folder = `${keys.get(row.callId)}/${slugOf(row.title)}_${row.id.slice(0, 6)}`;
      const people = contributors.map(({ name }) => name).join('; ');
      const names = namesOf(files, row.title);
      for (const file of inOrder(files.map(asFile))) {
        if (file.role === 'archive' && files.length > 1) continue;
        const name = names.get(file.id)!;
        const facts = [file.name, file.role, Number(file.bytes), file.sha256];
        manifest.push([folder, name, ...facts, row.title, people, stateWords[row.state].word, row.id]);
        zip.addReadStreamLazy(`${folder}/${name}`, { ...entry, size: Number(file.bytes) }, (give) =>
          give(null, resources().files.read(file.sha256)),
        );
      }
      if (files.length === 0)
        manifest.push([folder, '', '', '', 0, '', row.title, people, stateWords[row.state].word, row.id]);
    }
    zip.addBuffer(Buffer.from(csvOf(manifest)), 'manifest.csv', entry);
    zip.end();
    return { name: `submissions-${edition.slug}.zip`, stream: zip.outputStream as Readable };
  },
});

/** What the names are made from; the rest of a file's row stays with the files. */
const asFile = (file: HandedFile, position: number) => ({ ...file, position }) as unknown as SubmissionFile;

const namesOf = (files: HandedFile[], title: string) => canonicalNames(files.map(asFile), title);
