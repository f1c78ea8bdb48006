/**
 * Proves a bag where it lies: every file is there, none besides, and each has the bytes that its manifests promise.
 * Reads nothing outside of the folder, asks nobody, needs no database. A bag is a stranger's folder: links and names
 * that climb are told, never followed.
 */
import { createHash, type Hash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, readdir, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { invalid } from '../refusal.ts';
import {
  algorithms,
  manifestName,
  oxumOf,
  readBagInfo,
  readManifest,
  staysInside,
  type Algorithm,
} from './bag.ts';

export interface Proof {
  /** Of the payload. */
  files: number;
  bytes: number;
  algorithms: Algorithm[];
  /** Sentences, each about one file or line; empty where the bag is whole. */
  problems: string[];
  /** SHA-256 by path of what lies in `data/`, as it was read. */
  hashes: Map<string, string>;
}

/** Refuses (invalid) what is no bag at all; everything that is wrong with one stands in `problems`. */
export async function verifyBag(folder: string): Promise<Proof> {
  const problems: string[] = [];
  const say = (sentence: string) => void problems.push(sentence);
  await demandBag(folder);
  const there = await walk(folder, say);
  const payload = [...there].filter(([path]) => path.startsWith('data/'));
  const used = algorithms.filter((one) => there.has(manifestName('manifest', one)));
  if (used.length === 0) say('No manifest by SHA-256 or SHA-512 is there, so nothing can be proved.');
  if (there.has('fetch.txt')) say('fetch.txt: files of this bag lie elsewhere; nothing is fetched here.');
  const promised = new Map<string, Map<Algorithm, string>>();
  const promise = (path: string, algorithm: Algorithm, hash: string) =>
    promised.set(path, (promised.get(path) ?? new Map<Algorithm, string>()).set(algorithm, hash));
  for (const kind of ['manifest', 'tagmanifest'] as const)
    for (const algorithm of algorithms) {
      const name = manifestName(kind, algorithm);
      if (!there.has(name)) continue;
      const listed = new Set<string>();
      const { lines, wrong } = readManifest(await textOf(folder, name));
      for (const line of wrong) say(`${name}: this line is no hash and name: ${JSON.stringify(line)}`);
      for (const { path, hash } of lines) {
        const belongs = kind === 'manifest' ? path.startsWith('data/') : !path.startsWith('data/');
        if (!staysInside(path) || !belongs) say(`${name}: the name ${JSON.stringify(path)} leads elsewhere.`);
        else if (listed.has(path)) say(`${name}: ${path} stands in it twice.`);
        else if (hash.length !== lengths[algorithm]) say(`${name}: the hash of ${path} is none.`);
        else {
          listed.add(path);
          promise(path, algorithm, hash);
          if (!there.has(path)) say(`${path} is missing (${name} names it).`);
        }
      }
      for (const [path] of there)
        if (kindOf(path) === kind && !listed.has(path)) say(`${path} is surplus: ${name} does not name it.`);
    }
  const hashes = new Map<string, string>();
  for (const [path] of there) {
    const read = await hashesOf(join(folder, path));
    hashes.set(path, read.sha256);
    for (const [algorithm, hash] of promised.get(path) ?? [])
      if (read[algorithm] !== hash) say(`${path} is changed: its ${algorithm.toUpperCase()} is another.`);
  }
  const total = oxumOf(payload.map(([, bytes]) => ({ bytes })));
  const oxum = there.has('bag-info.txt')
    ? readBagInfo(await textOf(folder, 'bag-info.txt')).get('payload-oxum')
    : undefined;
  if (oxum !== undefined && oxum !== total)
    say(`bag-info.txt: Payload-Oxum says ${oxum} (bytes.files), and ${total} is there.`);
  return {
    files: payload.length,
    bytes: payload.reduce((sum, [, bytes]) => sum + bytes, 0),
    algorithms: used,
    problems: [...new Set(problems)],
    hashes,
  };
}

const lengths: Record<Algorithm, number> = { sha256: 64, sha512: 128 };
const deepest = 64;
/** Of a file that is read whole: a manifest of some hundred thousand files is far below it. */
const longest = 256 * 2 ** 20;

/** Which manifest has to name it; tag manifests are named by nothing. */
function kindOf(path: string): 'manifest' | 'tagmanifest' | null {
  if (path.startsWith('data/')) return 'manifest';
  return /^tagmanifest-[^/]*\.txt$/.test(path) ? null : 'tagmanifest';
}

async function demandBag(folder: string): Promise<void> {
  // Whoever asks may name it by a link; within it none is followed.
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw invalid(`${folder} is no folder.`);
  const text = await textOf(folder, 'bagit.txt').catch(() => '');
  const said = readBagInfo(text);
  if (!/^(0\.97|1\.0)$/.test(said.get('bagit-version') ?? ''))
    throw invalid(`${folder} is no bag: a file bagit.txt that names version 0.97 or 1.0 should lie in it.`);
  if (said.get('tag-file-character-encoding')?.toUpperCase() !== 'UTF-8')
    throw invalid(`${folder} is a bag whose names are not written in UTF-8, which cannot be read here.`);
}

/** Every file with its size, by path from the folder. */
async function walk(
  folder: string,
  say: (sentence: string) => void,
  below = '',
  depth = 0,
  found = new Map<string, number>(),
): Promise<Map<string, number>> {
  for (const name of (await readdir(join(folder, below))).sort()) {
    const path = below === '' ? name : `${below}/${name}`;
    const seen = await lstat(join(folder, path));
    if (seen.isSymbolicLink())
      say(`${path} is a link, which may lead out of the folder; it is not followed.`);
    else if (seen.isDirectory() && depth < deepest) await walk(folder, say, path, depth + 1, found);
    else if (seen.isFile() && staysInside(path)) found.set(path, seen.size);
    else say(`${path} is neither a file nor a folder that a bag may hold.`);
  }
  return found;
}

async function hashesOf(path: string): Promise<Record<Algorithm, string>> {
  const hashes: [Algorithm, Hash][] = algorithms.map((one) => [one, createHash(one)]);
  const handle = await openPlain(path);
  try {
    for await (const chunk of handle.createReadStream({ highWaterMark: 1 << 20, autoClose: false }))
      for (const [, hash] of hashes) hash.update(chunk as Buffer);
  } finally {
    await handle.close();
  }
  return Object.fromEntries(hashes.map(([one, hash]) => [one, hash.digest('hex')])) as Record<
    Algorithm,
    string
  >;
}

async function textOf(folder: string, name: string): Promise<string> {
  const handle = await openPlain(join(folder, name));
  try {
    const { size } = await handle.stat();
    if (size > longest) throw invalid(`${name} is larger than any that can be read (256 MiB).`);
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

/** Not through a link, also where one took the file's place since it was looked at; and nothing that waits, as a pipe does. */
async function openPlain(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
}
