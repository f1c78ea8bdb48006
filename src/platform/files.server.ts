/**
 * Blobs under the hash of their bytes. A blob that this store has acknowledged is on disk: the file is
 * synced, then its folder. Names that people gave are data elsewhere, never a path here.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { randomId } from './random.server.ts';

export interface Blob {
  sha256: string;
  bytes: number;
}

/** The interface an S3-compatible store would fill as well. */
export interface FileStore {
  /** Keeps everything the stream brings; resolves only when it is durable. */
  keep(source: AsyncIterable<Uint8Array> | Readable): Promise<Blob>;
  /** Keeps a file that lies in `incoming`, by moving it; hashes it unless its hash is known. */
  adopt(path: string): Promise<Blob>;
  read(sha256: string, range?: { start: number; end: number }): Readable;
  has(sha256: string): Promise<boolean>;
  remove(sha256: string): Promise<void>;
  /** The hash of everything kept, in no order. */
  list(): AsyncIterable<string>;
  /** A local path for readers that need one (checks in a child process); never for writing. */
  localPath(sha256: string): string;
  /** Where uploads under way live. Same file system, so that adopting is a rename. */
  incoming: string;
}

export async function diskStore(folder: string): Promise<FileStore> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const place = (sha256: string) => join(folder, 'blobs', checked(sha256).slice(0, 2), sha256);

  async function settle(path: string, blob: Blob): Promise<Blob> {
    const target = place(blob.sha256);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    if (await exists(target)) await rm(path);
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
    async adopt(path) {
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

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (problem: { code?: string }) => {
      if (problem.code === 'ENOENT') return false;
      throw problem;
    },
  );
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  await handle.sync().finally(() => handle.close());
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}
