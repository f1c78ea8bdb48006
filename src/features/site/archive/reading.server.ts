/**
 * Reads an archive back: proves it first, then takes its documents as far as they fit, and keeps the files that they
 * name in the store. Nothing is opened by a name that the proof did not find.
 */
import { open } from 'node:fs/promises';
import { constants } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { verifyBag } from '#app/platform/bag/verify.server.ts';
import { invalid } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { fileOf } from '../addresses.ts';
import { pictureAddress } from '../pictures/picture.ts';
import { fileAddress } from '../record-address.ts';
import { documents, folders, recordDocument } from './archive.ts';
import {
  callsShape,
  editionShape,
  recordShape,
  rightsShape,
  type ReadArchive,
  type ReadRecord,
} from './readable.ts';

/** A document of a few hundred thousand tiles is far below it. */
const longest = 64 * 2 ** 20;

export async function readArchive(folder: string): Promise<ReadArchive> {
  const { problems, hashes } = await verifyBag(folder);
  if (problems.length > 0)
    throw invalid(
      `${folder} is not whole, so nothing of it is brought back: ${problems[0]} “salon verify” tells all ${problems.length}.`,
    );
  const reader = { folder, hashes };
  const edition = await documentOf(reader, documents.edition, editionShape);
  const calls = await documentOf(reader, documents.calls, callsShape);
  const rights = await documentOf(reader, documents.rights, rightsShape);
  const records: ReadRecord[] = [];
  for (const path of edition.records) {
    const read = await documentOf(reader, path, recordShape);
    if (recordDocument(read.record) !== path) throw invalid(`${path} tells of another paper or work.`);
    records.push(read);
  }
  for (const { key, files } of edition.pictures)
    for (const file of files)
      await keepFile(reader, `${folders.site}/${pictureAddress(edition.slug, key, file)}`, file);
  for (const one of records) await keepFiles(reader, edition.slug, one);
  return { edition, calls, records, rights };
}

interface Reader {
  folder: string;
  /** By path from the bag's folder. */
  hashes: Map<string, string>;
}

async function keepFiles(reader: Reader, edition: string, { record, originals }: ReadRecord): Promise<void> {
  for (const file of record.files)
    for (const rendition of file.renditions) {
      const path = `${folders.site}/${fileOf(fileAddress(edition, record, file, rendition))}`;
      await keepFile(reader, path, rendition);
    }
  for (const original of originals) await keepFile(reader, original.path, original);
}

async function keepFile(
  { folder, hashes }: Reader,
  path: string,
  { sha256, bytes }: { sha256: string; bytes: number },
): Promise<void> {
  const found = hashes.get(`data/${path}`);
  if (found === undefined) throw invalid(`${path} is named in this archive, and is not in it.`);
  if (found !== sha256) throw invalid(`${path} has other bytes than this archive says of it.`);
  const handle = await opened(folder, path);
  try {
    const kept = await resources().files.keep(handle.createReadStream({ autoClose: false }));
    if (kept.sha256 !== sha256 || kept.bytes !== bytes)
      throw invalid(`${path} has other bytes than this archive says of it.`);
  } finally {
    await handle.close();
  }
}

async function documentOf<S extends v.GenericSchema>(
  { folder, hashes }: Reader,
  path: string,
  shape: S,
): Promise<v.InferOutput<S>> {
  if (!hashes.has(`data/${path}`))
    throw invalid(`${path} is missing: this is no archive of an edition by Salon.`);
  const handle = await opened(folder, path);
  let text: string;
  try {
    if ((await handle.stat()).size > longest)
      throw invalid(`${path} is larger than any that can be read (64 MiB).`);
    text = await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
  const read = v.safeParse(shape, parsed(text));
  if (read.success) return read.output;
  const [issue] = read.issues;
  throw invalid(
    `${path} is not as this Salon writes it, at ${v.getDotPath(issue) ?? 'its beginning'}: ${issue.message}`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const opened = (folder: string, path: string) =>
  open(join(folder, 'data', path), constants.O_RDONLY | constants.O_NOFOLLOW);
