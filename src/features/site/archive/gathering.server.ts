/** What an archive of an edition holds at one moment: its site, and of each paper and work what may be kept. */
import { findCalls } from '#app/features/calls/queries.server.ts';
import type { Call } from '#app/features/calls/call.ts';
import type { Edition } from '#app/features/editions/edition.ts';
import type { EditionSettings } from '#app/features/editions/settings.ts';
import type { Version } from '#app/features/submissions/version.ts';
import { listAcceptances } from '#app/features/works/queries.server.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import { grantedHashes, standing, type Ledger } from '#app/features/works/rights/ledger.ts';
import { loadLedgers } from '#app/features/works/rights/queries.server.ts';
import { standingVersions } from '#app/features/works/standing-version.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import type { EditionSite } from '../edition-pages.ts';
import { gatherEdition, inForce } from '../gathering.server.ts';
import { originalName, typeOf, withoutPieces } from './archive.ts';
import type { Archived, Original } from './documents.ts';
import { nothingSaid, publiclySaid } from './said.ts';

export interface Gathered {
  site: EditionSite;
  /** As they were published: the site adds the pages that every edition has. */
  settings: EditionSettings;
  calls: Call[];
  archived: Archived[];
}

/** Who granted the website alone is on the site, and not in an archive of it: nor in lists, nor in feeds. */
export async function gatherArchive(db: Db, edition: Edition, now: Date): Promise<Gathered> {
  const published = await inForce(db, edition);
  const ledgers = await loadLedgers(db, published.shown);
  const shown = published.shown.filter((id) => standing(ledgers.get(id)!, now).may.has('archive'));
  const gathered = await gatherEdition(db, edition, { ...published, shown }, now);
  const site = { ...gathered.site, elsewhere: null, records: gathered.site.records.map(withoutPieces) };
  const calls = await findCalls(db, { editionId: edition.id });
  const acceptances = await listAcceptances(db, { editionId: edition.id });
  const versions = await standingVersions(db, acceptances, ledgers, now);
  const archived: Archived[] = [];
  for (const record of site.records) {
    const ledger = ledgers.get(record.id)!;
    const version = versions.get(record.id)!;
    const { settings } = calls.find(({ key }) => key === record.call.key)!;
    archived.push({
      record,
      ledger,
      said: record.tombstone ? nothingSaid : publiclySaid(version, settings),
      originals: await originalsOf(record, version, ledger, now),
    });
  }
  return { site, settings: published.settings, calls, archived };
}

/** A grant is for the files it was given with. What a call deleted since is gone here too. */
async function originalsOf(
  record: PublicRecord,
  version: Version,
  ledger: Ledger,
  now: Date,
): Promise<Original[]> {
  if (record.tombstone || !standing(ledger, now).media) return [];
  const granted = grantedHashes(ledger, 'archive', now);
  const { files } = resources();
  const found: Original[] = [];
  for (const [at, file] of version.files.entries()) {
    const { role, name, mime, sha256, bytes } = file;
    if (role === 'archive' || !granted.has(sha256) || !(await files.has(sha256))) continue;
    found.push({ path: originalName(record, at, { role, name }), role, mime: typeOf(mime), sha256, bytes });
  }
  return found;
}
