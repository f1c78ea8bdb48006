/**
 * Blobs under the hash of their bytes. A blob that this store has acknowledged is on disk: the file is
 * synced, then its folder. Names that people gave are data elsewhere, never a path here.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { wallClock } from './clock.ts';
import { randomId } from './random.server.ts';

export interface Blob {
  sha256: string;
  bytes: number;
}

/** The interface an S3-compatible store would fill as well. */
export interface FileStore {
  /** Keeps everything the stream brings; resolves only when it is durable. */
  keep(source: AsyncIterable<Uint8Array> | Readable): Promise<Blob>;
  /**
   * Keeps a file that lies in `incoming`, by moving it. It is read and hashed, unless `hashed` says what was
   * computed while exactly these bytes were written; another length is not believed.
   */
  adopt(path: string, hashed?: Blob): Promise<Blob>;
  read(sha256: string, range?: { start: number; end: number }): Readable;
  has(sha256: string): Promise<boolean>;
  remove(sha256: string): Promise<void>;
  /** Removes it unless it was brought, or brought again, since `before` by the machine's clock; says whether it did. */
  removeOlder(sha256: string, before: Date): Promise<boolean>;
  /** The hash of everything kept, in no order. */
  list(): AsyncIterable<string>;
  /** A local path for readers that need one (checks in a child process); never for writing. */
  localPath(sha256: string): string;
  /** Where uploads under way live. Same file system, so that adopting is a rename. */
  incoming: string;
}

/** Makes `folder` where it is missing, readable by its owner only. Every method throws on what is no SHA-256 in hex. */
export async function diskStore(folder: string): Promise<FileStore> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await mkdir(join(folder, 'blobs'), { recursive: true, mode: 0o700 });
  // Folders made just now have names that only their own folder knows.
  await syncFolder(folder);
  await syncFolder(dirname(folder));
  const place = (sha256: string) => join(folder, 'blobs', checked(sha256).slice(0, 2), sha256);

  async function settle(path: string, blob: Blob): Promise<Blob> {
    const target = place(blob.sha256);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    // Its age counts from now, also where the same bytes lie here already: see removeOlder.
    const now = wallClock().now();
    await utimes(path, now, now);
    if (await touched(target, now)) await rm(path);
    else await rename(path, target);
    await syncFolder(dirname(target));
    await syncFolder(join(folder, 'blobs'));
    return blob;
  }

  return {
    incoming,
    async keep(source) {
      const path = join(incoming, `kept-${randomId()}`);
      const hash = createHash('sha256');
      let bytes = 0;
      const tally = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          hash.update(chunk);
          bytes += chunk.length;
          done(null, chunk);
        },
      });
      await pipeline(source, tally, createWriteStream(path, { mode: 0o600, flush: true }));
      return settle(path, { sha256: hash.digest('hex'), bytes });
    },
    async adopt(path, hashed) {
      if (hashed && (await stat(path)).size === hashed.bytes) {
        await syncFile(path);
        return settle(path, hashed);
      }
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
        hash.update(chunk);
        bytes += chunk.length;
      }
      await syncFile(path);
      return settle(path, { sha256: hash.digest('hex'), bytes });
    },
    read: (sha256, range) => createReadStream(place(sha256), range),
    has: (sha256) => exists(place(sha256)),
    remove: (sha256) => rm(place(sha256), { force: true }),
    async removeOlder(sha256, before) {
      const aside = join(incoming, `swept-${checked(sha256)}`);
      if (!(await isOlder(place(sha256), before))) return false;
      await rename(place(sha256), aside);
      const gone = await isOlder(aside, before);
      // The same bytes came between the look and the move.
      if (!gone) await rename(aside, place(sha256));
      await rm(aside, { force: true });
      return gone;
    },
    async *list() {
      const blobs = join(folder, 'blobs');
      await mkdir(blobs, { recursive: true, mode: 0o700 });
      for await (const entry of await opendir(blobs, { recursive: true }))
        if (entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name)) yield entry.name;
    },
    localPath: place,
  };
}

function checked(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not a SHA-256 in hexadecimal.');
  return sha256;
}

async function touched(path: string, now: Date): Promise<boolean> {
  return utimes(path, now, now).then(() => true, absent);
}

async function isOlder(path: string, before: Date): Promise<boolean> {
  return stat(path).then(({ mtime }) => mtime < before, absent);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, absent);
}

function absent(problem: { code?: string }): false {
  if (problem.code === 'ENOENT') return false;
  throw problem;
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  await handle.sync().finally(() => handle.close());
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}
