/** What may be made of accepted submissions at this moment: what stands in their public records, of files granted. */
import { listFiles } from '#app/features/submissions/files/queries.server.ts';
import type { Version } from '#app/features/submissions/version.ts';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { listAcceptances } from '#app/features/works/queries.server.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import { listRecords } from '#app/features/works/records.server.ts';
import { grantedHashes, standing, wordsOfPicture, type Ledger } from '#app/features/works/rights/ledger.ts';
import { loadLedgers } from '#app/features/works/rights/queries.server.ts';
import { listArchived } from '#app/features/works/returning.server.ts';
import { standingVersions } from '#app/features/works/standing-version.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import type { Facts, SourceFile } from './facts.ts';
import { withBeside } from './model-files.ts';
import { withParts } from './web-files.ts';

export interface Found {
  facts: Facts;
  /** When more may be made than now. */
  again: Date | null;
}

/** Of all that is accepted in an edition, or of one submission: without a record, or with a tombstone, it has no files. */
export async function listFacts(
  db: Db,
  { editionId, id }: { editionId: string; id?: string },
  now: Date,
): Promise<Found[]> {
  const edition = await findEdition(db, { id: editionId });
  if (!edition) return [];
  const acceptances = await listAcceptances(db, { editionId });
  const asked = id ? [id] : acceptances.map(({ submissionId }) => submissionId);
  // What came from an archive was made before, often of originals that nobody gave here.
  const archived = await listArchived(db, asked);
  const ids = asked.filter((one) => !archived.has(one));
  const wanted = acceptances.filter(({ submissionId }) => ids.includes(submissionId));
  const records = new Map((await listRecords(db, editionId, now)).map((record) => [record.id, record]));
  const ledgers = await loadLedgers(db, ids);
  const versions = await standingVersions(db, wanted, ledgers, now);
  const found: Found[] = [];
  for (const one of ids) {
    const ledger = ledgers.get(one)!;
    const { maxPixels, embargoedUntil } = standing(ledger, now);
    const record = records.get(one);
    const version = versions.get(one);
    const shown = record && version && !record.tombstone && standing(ledger, now).media;
    const facts = shown
      ? { ...factsIn(record, edition.slug), files: await sourcesOf(db, version, ledger, now) }
      : { ...nothing, submissionId: one };
    found.push({ facts: { ...facts, maxPixels }, again: embargoedUntil });
  }
  return found;
}

const nothing: Omit<Facts, 'submissionId'> = {
  kind: 'work',
  title: '',
  language: '',
  creators: [],
  credit: '',
  licence: { label: '', url: '' },
  preference: 'reserve-all',
  sourceType: '',
  maxPixels: null,
  page: '',
  files: [],
};

function factsIn(record: PublicRecord, edition: string): Omit<Facts, 'files' | 'maxPixels'> {
  const { id, kind, slug, title, language, people, rights, work } = record;
  const { settings } = resources();
  // Without SALON_URL the address is a guess, and a picture keeps what is written into it.
  const page = settings.urlGiven ? `${settings.url}/${edition}/${kind}s/${slug}` : '';
  return {
    submissionId: id,
    kind,
    title,
    language,
    creators: people.map(({ name }) => name),
    credit: rights.credit,
    licence: { label: rights.licence.label, url: rights.licence.url },
    preference: rights.preference,
    sourceType: work?.ai?.sourceType ?? '',
    page,
  };
}

async function sourcesOf(db: Db, version: Version, ledger: Ledger, now: Date): Promise<SourceFile[]> {
  const all = await listFiles(db, version.submissionId, { removed: true });
  const granted = grantedHashes(ledger, 'website', now);
  const files = version.files
    .filter(({ role, sha256 }) => role !== 'archive' && granted.has(sha256))
    .map(({ id, role, name, mime, sha256, bytes }) => {
      const stored = all.find((file) => file.id === id);
      const seen = stored?.report.facts ?? {};
      const from = stored?.fromFileId ?? null;
      const words = wordsOfPicture(ledger, sha256, now);
      const measures = { width: number(seen.width), height: number(seen.height) };
      const lengths = { seconds: number(seen.duration), pages: number(seen.pages) };
      const kind = String(seen.kind ?? '');
      const alt = words && !words.decorative ? words.alt : '';
      const said = { alt, description: '', from };
      return { role, name, mime, sha256, bytes, kind, ...measures, ...lengths, ...said };
    });
  return withBeside(withParts(files));
}

const number = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;
