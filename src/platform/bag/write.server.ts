/**
 * Writes a bag beside the place where it will stand, hashing what it writes, and moves it there by one rename: a bag
 * that was cut short is never taken for one.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { randomId } from '../random.server.ts';
import { invalid } from '../refusal.ts';
import {
  algorithms,
  bagInfoText,
  declaration,
  manifestName,
  manifestText,
  oxumOf,
  staysInside,
  type Hashes,
} from './bag.ts';

export interface Packed extends Hashes {
  /** From the bag's own folder: `data/…`. */
  path: string;
  bytes: number;
}

export interface BagWriter {
  /** `path` is below `data/`, and comes once. */
  add(path: string, content: Uint8Array | string | Readable): Promise<Packed>;
  packed: readonly Packed[];
  /** Writes what speaks of the files, then puts the bag in its place. */
  finish(info: [label: string, value: string][]): Promise<void>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}

/** Refuses (invalid) a folder that holds anything. */
export async function beginBag(folder: string): Promise<BagWriter> {
  await demandEmpty(folder);
  const building = `${folder}.writing-${randomId().slice(0, 8)}`;
  await mkdir(join(building, 'data'), { recursive: true });
  const packed: Packed[] = [];
  const taken = new Set<string>();
  const within = new Set([building, join(building, 'data')]);

  async function write(path: string, content: Uint8Array | string | Readable): Promise<Packed> {
    if (!staysInside(path)) throw new Error(`This is no name for a file of a bag: ${JSON.stringify(path)}`);
    // Two names that differ in nothing but letters would be one file where disks know no difference.
    const same = path.normalize('NFC').toLowerCase();
    if (taken.has(same)) throw new Error(`Two files of a bag would be called ${path}`);
    taken.add(same);
    const target = join(building, path);
    await mkdir(dirname(target), { recursive: true });
    for (let place = dirname(target); !within.has(place); place = dirname(place)) within.add(place);
    const hashes = algorithms.map((algorithm) => createHash(algorithm));
    let bytes = 0;
    const source = content instanceof Readable ? content : Readable.from([Buffer.from(content)]);
    await pipeline(
      source,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          for (const hash of hashes) hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      },
      createWriteStream(target, { flags: 'wx', flush: true }),
    );
    const [sha256, sha512] = hashes.map((hash) => hash.digest('hex'));
    return { path, bytes, sha256: sha256!, sha512: sha512! };
  }

  return {
    packed,
    async add(path, content) {
      const one = await write(`data/${path}`, content);
      packed.push(one);
      return one;
    },
    async finish(info) {
      const tags = [
        await write('bagit.txt', declaration),
        await write('bag-info.txt', bagInfoText([...info, ['Payload-Oxum', oxumOf(packed)]])),
      ];
      for (const algorithm of algorithms)
        tags.push(await write(manifestName('manifest', algorithm), linesOf(packed, algorithm)));
      for (const algorithm of algorithms)
        await write(manifestName('tagmanifest', algorithm), linesOf(tags, algorithm));
      // A file that is on the disk is found there only once its folder is too.
      for (const place of within) await syncFolder(place);
      await demandEmpty(folder);
      await rmdir(folder).catch(() => undefined);
      await rename(building, folder);
      await syncFolder(dirname(folder));
    },
    abandon: () => rm(building, { recursive: true, force: true }),
  };
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

const linesOf = (files: Packed[], algorithm: keyof Hashes) =>
  manifestText(files.map((file) => ({ path: file.path, hash: file[algorithm] })));

async function demandEmpty(folder: string): Promise<void> {
  const there = await readdir(folder).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return [];
    if (problem.code === 'ENOTDIR')
      throw invalid(`${folder} is a file; name a folder that is not there yet.`);
    throw problem;
  });
  if (there.length > 0)
    throw invalid(`The folder ${folder} holds something, and an archive overwrites nothing. Name a new one.`);
}
