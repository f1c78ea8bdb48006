/** Writes the archive of an edition: the site's own bytes, originals that may be kept, and what is known of them. */
import * as v from 'valibot';
import { findEdition } from '#app/features/editions/queries.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import { beginBag, type BagWriter } from '#app/platform/bag/write.server.ts';
import { read } from '#app/platform/operation.server.ts';
import { theSystem } from '#app/platform/policy.ts';
import { resources } from '#app/platform/resources.server.ts';
import { drawSite } from '../drawing.server.ts';
import { folderFiles } from '../folder.server.ts';
import { asText, documents, folders, recordDocument } from './archive.ts';
import { crateName, crateOf, previewName, type CrateFile } from './crate.ts';
import {
  callsDocument,
  decisionsDocument,
  editionDocument,
  programmeDocument,
  recordData,
  rightsDocument,
} from './documents.ts';
import { gatherArchive, type Gathered } from './gathering.server.ts';
import { previewPage } from './preview.ts';

/** One edition into a folder that is not there yet, or empty; resolves to how much lies in it. */
export const exportArchive = read({
  name: 'site.exportArchive',
  input: v.object({ slug: v.string(), folder: v.string() }),
  subject: ({ db }, { slug }) => findEdition(db, { slug }),
  allow: theSystem,
  run: async ({ db, now }, edition, { folder }) => {
    await drawSite(now);
    const gathered = await gatherArchive(db, edition, now);
    const bag = await beginBag(folder);
    try {
      await pack(db, bag, gathered, now);
      await bag.finish(infoOf(gathered, now));
    } catch (problem) {
      await bag.abandon();
      throw problem;
    }
    const originals = gathered.archived.flatMap((one) => one.originals).length;
    return { files: bag.packed.length, records: gathered.archived.length, originals };
  },
});

async function pack(db: Db, bag: BagWriter, gathered: Gathered, now: Date): Promise<void> {
  const { site, settings, calls, archived } = gathered;
  const files: CrateFile[] = [];
  const add = async (path: string, type: string, content: Parameters<BagWriter['add']>[1]) => {
    const { bytes, sha256 } = await bag.add(path, content);
    files.push({ path, type, bytes, sha256 });
    return sha256;
  };
  for await (const { name, type, content } of folderFiles(db, [site], now))
    await add(`${folders.site}/${name}`, type, content());
  for (const { path, mime, sha256 } of archived.flatMap((one) => one.originals)) {
    const found = await add(path, mime, resources().files.read(sha256));
    if (found !== sha256)
      throw new Error(`${sha256} is damaged in the store of files. "salon doctor" names whose it is.`);
  }
  const data: [path: string, document: unknown][] = [
    [documents.edition, editionDocument(site, settings, archived, now)],
    [documents.calls, callsDocument(calls)],
    [documents.programme, programmeDocument(site)],
    [documents.decisions, decisionsDocument(archived)],
    [documents.rights, rightsDocument(archived, now)],
    ...archived.map((one): [string, unknown] => [recordDocument(one.record), recordData(one, site.slug)]),
  ];
  for (const [path, document] of data) await add(path, 'application/json', asText(document));
  await add(previewName, 'text/html; charset=utf-8', previewPage(site, archived, now));
  await bag.add(crateName, asText(crateOf(site, archived, files, now)));
}

function infoOf({ site }: Gathered, now: Date): [label: string, value: string][] {
  const { about } = site.settings;
  return [
    ['Source-Organization', about.name],
    ['Contact-Email', about.contactEmail],
    ['External-Description', [about.tagline, about.notice].filter(Boolean).join(' ')],
    ['External-Identifier', `${site.base}/${site.slug}/`],
    ['Bagging-Date', now.toISOString().slice(0, 10)],
    ['Bag-Software-Agent', 'Salon'],
  ];
}
