/**
 * The shape of a backup: one .zip with `manifest.json`, a `tables/…` entry for each table as the database's own
 * COPY wrote it, and a `blobs/…` entry for each kept file. Leaves out uploads under way: they begin again.
 */
import * as v from 'valibot';

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const manifestSchema = v.object({
  what: v.string(),
  salonBackup: v.literal(1),
  takenAt: v.string(),
  /** What the tables' shape rests on. */
  migrations: v.array(v.object({ name: v.string(), checksum: hash })),
  tables: v.array(
    v.object({
      schema: v.string(),
      name: v.string(),
      columns: v.array(v.string()),
      rows: count,
      bytes: count,
      sha256: hash,
    }),
  ),
  blobs: v.array(v.object({ sha256: hash, bytes: count })),
  /** Kept files whose bytes were no longer those of their name; what lies in the archive is as damaged. */
  damaged: v.array(hash),
});

export type Manifest = v.InferOutput<typeof manifestSchema>;
export type BackupTable = Manifest['tables'][number];

export const manifestName = 'manifest.json';
/** Path within the archive of a table's rows, in PostgreSQL's text form of COPY. */
export const tableEntry = ({ schema, name }: Pick<BackupTable, 'schema' | 'name'>) =>
  `tables/${schema}.${name}.copy`;
/** Path within the archive of a kept file, by the SHA-256 of its bytes in lower-case hex. */
export const blobEntry = (sha256: string) => `blobs/${sha256.slice(0, 2)}/${sha256}`;
