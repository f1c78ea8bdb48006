/**
 * The public site as a folder: the very bytes that are served, under the names that their links use, and what a host
 * of plain files needs to answer with the same headers. Opens from a disk, without a server and without scripts.
 */
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as v from 'valibot';
import { read } from '#app/platform/operation.server.ts';
import { theSystem } from '#app/platform/policy.ts';
import { invalid } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { fileOf } from './addresses.ts';
import { loadDrawer } from './drawer.server.ts';
import { drawSite, linker } from './drawing.server.ts';
import { headersFile, nginxInclude } from './formats/headers.ts';
import { gather } from './gathering.server.ts';
import { findFiles, keptMakings } from './kept.server.ts';
import { standIns } from './stand-ins.ts';

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
    const addresses = [...(await keptMakings(db)).keys()].sort();
    if (addresses.length === 0) throw invalid('There is no edition yet, so there is no site to write.');
    const written: string[] = [];
    const rules: { path: string; headers: Record<string, string> }[] = [];
    const write = async (name: string, bytes: Uint8Array | string) => {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), bytes);
      written.push(name);
    };
    for (const address of addresses) {
      const [file] = await findFiles(db, [address]);
      if (!file) continue;
      const name = safeName(fileOf(address));
      if (file.plain) await write(name, file.plain);
      else await copyStored(file.sha256, join(folder, name)).then(() => written.push(name));
      if (file.headers.length > 0)
        rules.push({ path: `/${name}`, headers: Object.fromEntries(file.headers) });
    }
    const { editions } = await gather(db, now);
    const drawer = await loadDrawer();
    const link = linker(editions, drawer);
    for (const page of standIns(editions))
      await write(safeName(fileOf(page.address)), drawer.draw(page, link(page)));
    await write('_headers', headersFile(rules));
    await write('salon-site.nginx', nginxInclude(rules));
    for (const name of before) if (!written.includes(name)) await rm(join(folder, name), { force: true });
    await writeFile(join(folder, listName), `${JSON.stringify({ files: written.sort() }, null, 1)}\n`);
    return { files: written.length };
  },
});

async function copyStored(sha256: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await pipeline(resources().files.read(sha256), createWriteStream(path));
}

async function earlierIn(folder: string): Promise<string[]> {
  const there = await readdir(folder).catch((): string[] => []);
  if (there.length === 0) return [];
  if (!there.includes(listName))
    throw invalid(`The folder ${folder} holds something else. Name an empty one, or an earlier export.`);
  const { files } = JSON.parse(await readFile(join(folder, listName), 'utf8')) as { files: string[] };
  return files.map(safeName);
}

/** Names are made of slugs and of our own words; whatever else came in would be a way out of the folder. */
function safeName(name: string): string {
  const parts = name.split('/');
  if (parts.every((part) => /^[\w,~@+=-][\w.,~@+=-]*$|^\.well-known$/.test(part) && part.length <= 255))
    return name;
  throw new Error(`This is no name for a file of the site: ${JSON.stringify(name)}`);
}
