/** Everything that the public site is made from, as it stands at one moment. */
import { text } from 'node:stream/consumers';
import { importantDates } from '#app/features/calls/dates.ts';
import { findCalls } from '#app/features/calls/queries.server.ts';
import { forPublic } from '#app/features/calls/views.ts';
import { listEditions, loadSettings } from '#app/features/editions/queries.server.ts';
import type { Edition } from '#app/features/editions/edition.ts';
import type { Db } from '#app/platform/database.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { listRecords } from '#app/features/works/records.server.ts';
import { turningPoints } from '#app/features/works/rights/ledger.ts';
import { loadLedgers } from '#app/features/works/rights/queries.server.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import { inOtherLanguages } from './other-languages.ts';
import type { EditionSite } from './edition-pages.ts';
import type { PublishedDocument } from './publication.ts';
import { insertPublication, listPublications } from './queries.server.ts';
import { searchAddress } from './search-file.ts';
import { toBeRead } from './pages/showing.ts';
import { listPictures, loadSitePictures } from './pictures/queries.server.ts';
import { pictureUses } from './pictures/uses.ts';
import { withStandingPages } from './standing-pages.ts';
import { instantsOf, nextOf } from './truth.ts';

export interface Gathered {
  /** Newest first. */
  editions: EditionSite[];
  /** When something of it changes by itself. */
  instants: Date[];
}

export async function gather(db: Db, now: Date): Promise<Gathered> {
  const editions: EditionSite[] = [];
  const instants: Date[] = [];
  for (const edition of await listEditions(db)) {
    const document = await inForce(db, edition);
    const found = await gatherEdition(db, edition, document, now);
    editions.push(found.site);
    instants.push(...found.instants);
  }
  return { editions, instants };
}

/** One edition with the given words: those in force, or those of a draft. */
export async function gatherEdition(
  db: Db,
  edition: Pick<Edition, 'id' | 'slug'>,
  { settings, shown, pictures }: PublishedDocument,
  now: Date,
): Promise<{ site: EditionSite; instants: Date[] }> {
  const calls = await findCalls(db, { editionId: edition.id });
  const pages = withStandingPages(
    settings,
    calls.map((call) => call.settings),
  );
  const dates = importantDates(settings, calls, settings.about.language);
  const records = (await listRecords(db, edition.id, now)).filter(({ id }) => shown.includes(id));
  const site: EditionSite = {
    slug: edition.slug,
    settings: { ...settings, pages },
    calls: calls.map((call) => {
      const { deadline, ...rest } = forPublic(call, now, settings.about.language);
      const { left: _ticks, ...told } = deadline;
      return { ...rest, deadline: told };
    }),
    dates,
    next: nextOf(dates, now),
    records,
    pictures: await loadSitePictures(db, edition.id, pictures),
    contents: await contentsOf(records),
    search: searchAddress(edition.slug, records),
    base: resources().settings.url,
    elsewhere: elsewhere(),
    demo: resources().settings.demo,
  };
  const others = inOtherLanguages(site, { settings, calls, now });
  return {
    site: others.length > 0 ? { ...site, others } : site,
    instants: [...instantsOf(settings, calls), ...(await turnsOf(db, shown))],
  };
}

/** Embargoes end, grants begin and expire: each at its moment. */
async function turnsOf(db: Db, shown: string[]): Promise<Date[]> {
  const ledgers = await loadLedgers(db, shown);
  return [...ledgers.values()].flatMap(turningPoints);
}

function elsewhere(): string | null {
  const { userContentUrl } = resources().settings;
  return userContentUrl && new URL(userContentUrl).origin;
}

/** The few words among media that a page prints itself. */
async function contentsOf(records: PublicRecord[]): Promise<Record<string, string>> {
  const { files } = resources();
  const wanted = records.flatMap((record) => toBeRead(record));
  const read = wanted.map(async ({ sha256 }) => [sha256, await text(files.read(sha256))] as const);
  return Object.fromEntries(await Promise.all(read));
}

/** What is published of an edition; one that was just set up is public as it is. */
export async function inForce(db: Db, edition: Edition): Promise<PublishedDocument> {
  const [newest] = await listPublications(db, edition.id, 1);
  return newest?.document ?? { ...(await wordsInDraft(db, edition)), shown: [] };
}

/** The organizers' own words as they stand now, with the pictures that stand in them. */
export async function wordsInDraft(db: Db, edition: Edition): Promise<Omit<PublishedDocument, 'shown'>> {
  const { settings } = await loadSettings(db, edition);
  const calls = await findCalls(db, { editionId: edition.id });
  const uses = pictureUses({ settings, calls: calls.map((call) => call.settings) });
  const used = new Set(uses.map(({ key }) => key));
  const pictures = (await listPictures(db, edition.id)).flatMap(({ key, words }) => {
    if (!words || !used.has(key)) return [];
    const { revision, alt, credit, licence, link } = words;
    return [{ key, revision, alt, credit, licence, link }];
  });
  return { settings, pictures: pictures.sort((a, b) => (a.key < b.key ? -1 : 1)) };
}

/** The first publication says what an edition was set up with; from then on changes wait to be published. */
export async function publishFirst(db: Db, now: Date): Promise<void> {
  for (const edition of await listEditions(db)) {
    const [newest] = await listPublications(db, edition.id, 1);
    if (newest) continue;
    const document = await inForce(db, edition);
    const row = { id: randomId(), number: 1, document, publishedAt: now, publishedBy: null, againOf: null };
    await insertPublication(db, edition.id, { ...row, reason: 'As it was set up' });
  }
}
