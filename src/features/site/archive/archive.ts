/**
 * The archive of an edition: what lasts of it, in one folder that needs nobody. Owns which folders it has and how its
 * files are called. Promises that it holds what was granted for the archive and is public at that moment, and nothing
 * else. Leaves out hashing (`platform/bag`), how pages are drawn, and everything that people only handed in.
 */
import type { PublicRecord } from '#app/features/works/record.ts';

/** Below `data/` of the bag, which is the root of the RO-Crate. */
export const folders = {
  site: 'site',
  /** As they were handed in, with all that is embedded in them: for keeping, not for the web. */
  originals: 'originals',
  metadata: 'metadata',
} as const;

export const documents = {
  edition: `${folders.metadata}/edition.json`,
  calls: `${folders.metadata}/calls.json`,
  programme: `${folders.metadata}/programme.json`,
  decisions: `${folders.metadata}/decisions.json`,
  rights: `${folders.metadata}/rights.json`,
} as const;

type Named = Pick<PublicRecord, 'kind' | 'slug'>;

export const recordDocument = ({ kind, slug }: Named) => `${folders.metadata}/${kind}s/${slug}.json`;

/** Names that people gave stay out of it: only the ending of one says how to open it. */
export function originalName(
  { kind, slug }: Named,
  at: number,
  { role, name }: { role: string; name: string },
) {
  const ending = /\.[a-z0-9]{1,8}$/.exec(name.toLowerCase())?.[0] ?? '';
  const part = /^[a-z]{1,20}$/.test(role) ? role : 'file';
  return `${folders.originals}/${kind}s/${slug}/${String(at + 1).padStart(3, '0')}-${part}${ending}`;
}

/** What a sender wrote as a type, where it is one. */
export const typeOf = (mime: string) =>
  /^[\w.+-]+\/[\w.+-]+$/.test(mime) ? mime : 'application/octet-stream';

export const asText = (data: unknown) => `${JSON.stringify(data, null, 1)}\n`;

/** What runs in a browser needs another host name, and none lasts: its page keeps the picture and the words. */
export const withoutPieces = (record: PublicRecord): PublicRecord => ({
  ...record,
  files: record.files.map((file) => ({
    ...file,
    renditions: file.renditions.filter(({ use }) => use !== 'web' && use !== 'part'),
  })),
});
