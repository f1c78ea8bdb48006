/**
 * The site as it is gathered, for machines: its files and the headers of its records. Owns what an installation says
 * where organizers have no setting for it yet.
 */
import { pageOf, type CitedEdition } from '#app/features/works/citing/addresses.ts';
import type { Preference } from '#app/features/works/preference.ts';
import type { EditionSite } from '../edition-pages.ts';
import type { Page } from '../page.ts';
import type { AgentKind } from './agents.ts';
import { headerFinder } from './headers.ts';
import { machineFiles } from './machine-files.ts';
import { mediaHeaders, ownHeaders } from './media-headers.ts';
import type { SitemapEntry, TextFile } from './sitemap.ts';

type Gathered = Pick<EditionSite, 'slug' | 'settings' | 'dates' | 'records'> &
  Partial<Pick<EditionSite, 'pictures'>>;

/** Of programme, calls and people: to be found and to be answered from, not to be trained on. */
const ownPages: Preference = 'no-training';
const turnedAway: AgentKind[] = ['trainers'];

/** Editions come newest first; the newest answers for the installation. */
export function machineFilesOf(
  editions: Gathered[],
  pages: Pick<Page, 'address' | 'twins'>[],
  base: string,
  now: Date,
): TextFile[] {
  const [newest] = editions;
  if (!newest) return [];
  const { name, contactEmail } = newest.settings.about;
  return machineFiles({
    base,
    site: ownPages,
    turnedAway,
    editions: editions.map((edition) => ({
      at: placeOf(edition, base),
      records: edition.records,
      pictures: edition.pictures,
      begunAt: begunAt(edition),
    })),
    pages: entriesOf(editions, pages, base),
    contact: { name, email: contactEmail },
    security: contactEmail,
    now,
  });
}

/** Of pages that are about no record. */
export const ownHeadersOf = (base: string) => ownHeaders(ownPages, base);

/** By address, as the site names its files; empty for what belongs to no record. The same list for all of a folder. */
export function recordHeadersOf(
  editions: Gathered[],
  base: string,
): (address: string) => [name: string, value: string][] {
  const find = headerFinder(
    editions.flatMap((edition) =>
      edition.records.flatMap((record) => mediaHeaders(record, placeOf(edition, base))),
    ),
  );
  const root = new URL(`${base}/`).pathname;
  const lists = new Map<object, [string, string][]>();
  return (address) => {
    const found = find(`${root}${address}`);
    if (!lists.has(found))
      lists.set(
        found,
        Object.entries(found).map(([name, value]) => [name.toLowerCase(), value]),
      );
    return lists.get(found)!;
  };
}

const placeOf = ({ slug, settings }: Gathered, base: string): CitedEdition => ({ base, slug, settings });

/** Once each: the newest edition's page at the root is the one under its own name. No tombstones. */
function entriesOf(
  editions: Gathered[],
  pages: Pick<Page, 'address' | 'twins'>[],
  base: string,
): SitemapEntry[] {
  const records = new Map(
    editions.flatMap((edition) =>
      edition.records.map(
        (record) => [pageOf(record, placeOf(edition, base)).slice(base.length + 1), record] as const,
      ),
    ),
  );
  // In every language a page is about the record that it is about in the main one.
  const recordOf = ({ address, twins }: Pick<Page, 'address' | 'twins'>) =>
    records.get(twins?.[0]?.address ?? address);
  return pages
    .filter((page) => page.address !== '' && !recordOf(page)?.tombstone)
    .map((page) => {
      const { address, twins } = page;
      const entry = { address, changedAt: recordOf(page)?.changedAt ?? '' };
      return twins ? { ...entry, languages: [...twins, { ...twins[0]!, language: 'x-default' }] } : entry;
    });
}

/** Before there is any news, the feed is as old as the edition's first date. */
function begunAt({ dates, settings }: Gathered): string {
  const [first] = [...dates.map(({ datetime }) => datetime), ...settings.about.days].sort();
  return new Date(first!).toISOString();
}
