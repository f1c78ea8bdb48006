/** For tests: a bag read by a tool that is none of ours, bagit-fs, which holds each file against its hash. */
import { createRequire } from 'node:module';

interface Other {
  readManifest(done: (problem: Error | null, entries: { name?: string }[]) => void): void;
  readFile(name: string, done: (problem: Error | null, bytes: Buffer) => void): void;
}
const openOther = createRequire(import.meta.url)('bagit-fs') as (folder: string, algorithm: string) => Other;

/** Every file that its manifest names, read by bagit-fs, which holds each against its hash. */
export async function readByAnother(path: string, algorithm: string) {
  const bag = openOther(path, algorithm);
  const names = await new Promise<string[]>((done, fail) =>
    bag.readManifest((problem, entries) =>
      problem ? fail(problem) : done(entries.flatMap(({ name }) => name ?? [])),
    ),
  );
  const result = { proved: [] as string[], refused: [] as string[] };
  for (const name of names) {
    const problem = await new Promise<Error | null>((done) =>
      bag.readFile(name.slice('data/'.length), (one) => done(one)),
    );
    (problem ? result.refused : result.proved).push(name);
  }
  return result;
}
