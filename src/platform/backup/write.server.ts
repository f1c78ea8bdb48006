/**
 * A backup while Salon runs: every table as it stood at one instant (one repeatable-read transaction), and every
 * kept file. A file is kept before the row that names it, so listing files after that instant misses none.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { ZipFile } from 'yazl';
import type { FileStore } from '../files.server.ts';
import { blobEntry, manifestName, tableEntry, type Manifest } from './manifest.ts';
import { columnsOf, nameOf, readRelations } from './relations.server.ts';
import { verifyBackup } from './verify.server.ts';

interface Taken {
  pool: pg.Pool;
  files: FileStore;
  now: Date;
  path: string;
}

/** Resolves once the file was written, synced, read again and found whole; until then it has another name. */
export async function writeBackup({ path, ...from }: Taken): Promise<Manifest> {
  const draft = `${path}.unfinished`;
  try {
    const manifest = await fill(draft, from);
    await verifyBackup(draft);
    await rename(draft, path);
    const folder = await open(dirname(path), 'r');
    await folder.sync().finally(() => folder.close());
    return manifest;
  } catch (problem) {
    await rm(draft, { force: true });
    throw problem;
  }
}

async function fill(draft: string, { pool, files, now }: Omit<Taken, 'path'>): Promise<Manifest> {
  const zip = new ZipFile();
  const failed = new Promise<never>((_, fail) => zip.on('error', fail));
  const written = pipeline(zip.outputStream, createWriteStream(draft, { mode: 0o600, flush: true }));
  const add = (name: string, source: Readable, compress: boolean) =>
    Promise.race([failed, written.then(() => never()), tallied(zip, name, source, compress)]);
  const work = async () => {
    const { migrations, tables } = await copyTables(pool, add);
    const { blobs, damaged } = await copyBlobs(files, add);
    const manifest: Manifest = {
      what,
      salonBackup: 1,
      takenAt: now.toISOString(),
      migrations,
      tables,
      blobs,
      damaged,
    };
    zip.addBuffer(Buffer.from(JSON.stringify(manifest, null, 1)), manifestName);
    zip.end();
    await Promise.race([failed, written]);
    return manifest;
  };
  failed.catch(() => undefined);
  return work().catch((problem) => {
    zip.outputStream.unpipe();
    written.catch(() => undefined);
    throw problem;
  });
}

const what = 'A backup of Salon. "salon restore FILE" brings it back; tables are PostgreSQL COPY text.';

type Add = (name: string, source: Readable, compress: boolean) => Promise<{ bytes: number; sha256: string }>;

async function copyTables(pool: pg.Pool, add: Add): Promise<Pick<Manifest, 'migrations' | 'tables'>> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const { rows: migrations } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from migration order by name',
    );
    const tables: Manifest['tables'] = [];
    for (const relation of await readRelations(client)) {
      const copy = client.query(copyTo(`copy ${nameOf(relation)} (${columnsOf(relation)}) to stdout`));
      const sums = await add(tableEntry(relation), copy, true);
      tables.push({ ...relation, rows: copy.rowCount ?? 0, ...sums });
    }
    await client.query('commit');
    client.release();
    return { migrations, tables };
  } catch (problem) {
    client.release(true);
    throw problem;
  }
}

async function copyBlobs(files: FileStore, add: Add): Promise<Pick<Manifest, 'blobs' | 'damaged'>> {
  const blobs: Manifest['blobs'] = [];
  const damaged: string[] = [];
  for await (const sha256 of files.list()) {
    // Deleted since it was listed: its time had come, and no backup should hold it longer.
    if (!(await files.has(sha256))) continue;
    const sums = await add(blobEntry(sha256), files.read(sha256), false);
    // One damaged file must not keep everything else out of tonight's backup; it is told, not hidden.
    if (sums.sha256 === sha256) blobs.push(sums);
    else damaged.push(sha256);
  }
  return { blobs, damaged };
}

async function tallied(zip: ZipFile, name: string, source: Readable, compress: boolean) {
  const hash = createHash('sha256');
  let bytes = 0;
  const tally = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  zip.addReadStream(tally, name, { compress });
  source.once('error', (problem) => tally.destroy(problem));
  source.pipe(tally);
  await finished(tally);
  return { bytes, sha256: hash.digest('hex') };
}

function never(): never {
  throw new Error('The backup file was closed before everything was in it.');
}
