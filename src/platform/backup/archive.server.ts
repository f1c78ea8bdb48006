import type { Readable } from 'node:stream';
import { type Entry, open } from 'yauzl';
import { invalid } from '../refusal.ts';

export interface Archive {
  names: string[];
  /** Refuses in words when there is no such entry. */
  read(name: string): Promise<Readable>;
  close(): void;
}

/** A .zip opened for reading in any order. */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await new Promise<import('yauzl').ZipFile>((opened, fail) =>
    open(path, { lazyEntries: true, autoClose: false }, (problem, zip) =>
      zip ? opened(zip) : fail(problem),
    ),
  ).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') throw invalid(`There is no file ${path}.`);
    if (problem.code) throw problem;
    throw invalid(`${path} is no whole backup: ${problem.message}.`);
  });
  const entries = new Map<string, Entry>();
  await new Promise<void>((ended, fail) => {
    zip.on('error', () => fail(invalid(`${path} is damaged: its list of contents cannot be read.`)));
    zip.on('end', () => ended());
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
  return {
    names: [...entries.keys()],
    read: (name) =>
      new Promise((opened, fail) => {
        const entry = entries.get(name);
        if (!entry) return fail(invalid(`${path} is damaged: ${name} is missing from it.`));
        zip.openReadStream(entry, (problem, stream) =>
          stream ? opened(stream) : fail(invalid(`${path} is damaged at ${name}: ${problem?.message}.`)),
        );
      }),
    close: () => zip.close(),
  };
}
