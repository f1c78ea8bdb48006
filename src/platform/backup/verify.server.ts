/** Reads a backup from end to end and holds every byte against the hashes that it promises. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import * as v from 'valibot';
import { invalid } from '../refusal.ts';
import { openArchive, type Archive } from './archive.server.ts';
import { blobEntry, manifestName, manifestSchema, tableEntry, type Manifest } from './manifest.ts';

/** Reads every byte, in pieces. Refuses (invalid) at the first entry that is missing or damaged, and names it. */
export async function verifyBackup(path: string): Promise<Manifest> {
  const archive = await openArchive(path);
  try {
    const manifest = await readManifest(path, archive);
    const promised = [
      ...manifest.tables.map((table) => ({ ...table, name: tableEntry(table) })),
      ...manifest.blobs.map((blob) => ({ ...blob, name: blobEntry(blob.sha256) })),
    ];
    for (const { sha256, bytes, name } of promised) {
      const found = await sumOf(await archive.read(name)).catch((problem: Error) => {
        throw invalid(`${path} is damaged at ${name}: ${problem.message}.`);
      });
      if (found.sha256 !== sha256 || found.bytes !== bytes)
        throw invalid(`${path} is damaged at ${name}: its bytes are not those that were backed up.`);
    }
    return manifest;
  } finally {
    archive.close();
  }
}

/** Only the manifest, no hash of what it lists. Refuses (invalid) an archive without one or with another shape. */
export async function readManifest(path: string, archive: Archive): Promise<Manifest> {
  if (!archive.names.includes(manifestName)) throw invalid(`${path} is no backup that Salon made.`);
  const text = (await buffer(await archive.read(manifestName))).toString();
  const read = v.safeParse(manifestSchema, parsed(text));
  if (!read.success)
    throw invalid(`${path} was made by a Salon that writes backups differently; restore it with that one.`);
  return read.output;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function sumOf(stream: Readable): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of stream) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { sha256: hash.digest('hex'), bytes };
}
