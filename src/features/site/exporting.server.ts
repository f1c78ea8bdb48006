/**
 * The public site as a folder: the very bytes that are served, under the names that their links use, and what a host
 * of plain files needs to answer with the same headers. Opens from a disk, without a server and without scripts.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { read } from '#app/platform/operation.server.ts';
import { theSystem } from '#app/platform/policy.ts';
import { invalid } from '#app/platform/refusal.ts';
import { drawSite } from './drawing.server.ts';
import { folderFiles, safeName } from './folder.server.ts';
import { gather } from './gathering.server.ts';

/** Says what an earlier export left, so that nothing of it stays behind; a folder of anything else is not touched. */
const listName = 'salon-site.json';

/** Writes the site as it is public now; resolves to how many files there are. */
export const exportSite = read({
  name: 'site.export',
  input: v.object({ folder: v.string() }),
  subject: async () => ({}),
  allow: theSystem,
  run: async ({ db, now }, _all, { folder }) => {
    const before = await earlierIn(folder);
    await drawSite(now);
    const { editions } = await gather(db, now);
    if (editions.length === 0) throw invalid('There is no edition yet, so there is no site to write.');
    const written: string[] = [];
    for await (const { name, content } of folderFiles(db, editions, now)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content());
      written.push(name);
    }
    for (const name of before) if (!written.includes(name)) await rm(join(folder, name), { force: true });
    await writeFile(join(folder, listName), `${JSON.stringify({ files: written.sort() }, null, 1)}\n`);
    return { files: written.length };
  },
});

async function earlierIn(folder: string): Promise<string[]> {
  const there = await readdir(folder).catch((): string[] => []);
  if (there.length === 0) return [];
  if (!there.includes(listName))
    throw invalid(`The folder ${folder} holds something else. Name an empty one, or an earlier export.`);
  const { files } = JSON.parse(await readFile(join(folder, listName), 'utf8')) as { files: string[] };
  return files.map(safeName);
}
