/** The site as files of a folder: which there are, under which names, and where their bytes come from. */
import type { Readable } from 'node:stream';
import type { Db } from '#app/platform/database.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { fileOf, spellingsOf } from './addresses.ts';
import { loadDrawer } from './drawer.server.ts';
import { filesOf, linker, notMade } from './drawing.server.ts';
import type { EditionSite } from './edition-pages.ts';
import { headersFile, nginxInclude } from './formats/headers.ts';
import { findFiles, keptMakings } from './kept.server.ts';
import { standIns } from './stand-ins.ts';

export interface FolderFile {
  name: string;
  type: string;
  /** Read when it is written: media are never held whole. */
  content(): Uint8Array | string | Readable;
}

/** By address; what is drawn already is taken as it is served. Stand-ins and what hosts read come last. */
export async function* folderFiles(db: Db, editions: EditionSite[], now: Date): AsyncGenerator<FolderFile> {
  const drawer = await loadDrawer();
  const kept = await keptMakings(db);
  const wanted = filesOf(editions, drawer, now).toSorted((a, b) => (a.address < b.address ? -1 : 1));
  const rules: { path: string; headers: Record<string, string> }[] = [];
  for (const { address, type, madeOf, headers, make, stored } of wanted) {
    const name = safeName(fileOf(address));
    // Hosts answer a page with its ending and without.
    if (headers.length > 0)
      for (const path of spellingsOf(address)) rules.push({ path, headers: Object.fromEntries(headers) });
    if (stored) {
      yield { name, type, content: () => resources().files.read(stored.sha256) };
      continue;
    }
    const [file] = [madeOf, notMade].includes(kept.get(address) ?? '') ? await findFiles(db, [address]) : [];
    const bytes = file?.plain ?? (await make());
    yield { name, type, content: () => bytes };
  }
  const link = linker(editions, drawer);
  for (const page of standIns(editions))
    yield text(safeName(fileOf(page.address)), 'text/html; charset=utf-8', drawer.draw(page, link(page)));
  yield text('_headers', 'text/plain; charset=utf-8', headersFile(rules));
  yield text('salon-site.nginx', 'text/plain; charset=utf-8', nginxInclude(rules));
}

/** Names are made of slugs and of our own words; whatever else came in would be a way out of the folder. */
export function safeName(name: string): string {
  const parts = name.split('/');
  if (parts.every((part) => /^[\w,~@+=-][\w.,~@+=-]*$|^\.well-known$/.test(part) && part.length <= 255))
    return name;
  throw new Error(`This is no name for a file of the site: ${JSON.stringify(name)}`);
}

const text = (name: string, type: string, words: string): FolderFile => ({
  name,
  type,
  content: () => words,
});
