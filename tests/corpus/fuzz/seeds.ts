/** Owns what mutants are made of: the whole manifest and the typeset papers. */
import { readdir, readFile } from 'node:fs/promises';
import { manifest } from '../manifest/all.ts';
import type { Seed } from './mutant.ts';

export async function seedsOfCorpus(): Promise<Seed[]> {
  const sample = new URL('../papers/sample/', import.meta.url);
  const names = (await readdir(sample)).filter((name) => name.endsWith('.pdf')).sort();
  const papers = await Promise.all(
    names.map(async (name) => ({
      says: name,
      call: 'papers' as const,
      files: [{ name, bytes: new Uint8Array(await readFile(new URL(name, sample))) }],
    })),
  );
  const small = manifest.filter((one) => one.files.every((file) => file.bytes.length < 2_000_000));
  return [...papers, ...small];
}
