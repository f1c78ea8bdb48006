/** The edition's feed: news, and what was published. Entries keep their id for ever, so that nothing is news twice. */
import { homeOf, lastingSlug, listOf, pageOf, type CitedIn } from '#app/features/works/citing/addresses.ts';
import { rightsLine } from '#app/features/works/citing/citation.ts';
import { element, xmlDocument } from '#app/features/works/citing/xml.ts';
import type { PublicRecord } from '#app/features/works/record.ts';

export interface FeedItem {
  /** An absolute address or another URI; never used for anything else, never changed. */
  id: string;
  title: string;
  /** ISO instant. */
  updated: string;
  published?: string;
  /** Plain; paragraphs parted by an empty line. */
  words: string;
  /** Absolute. */
  address: string;
  language?: string;
  people?: string[];
  topics?: string[];
  rights?: string;
}

export interface Feed {
  /** Absolute, of the feed itself. */
  self: string;
  /** When there is no entry yet. */
  begunAt: string;
  items: FeedItem[];
}

export function atomFeed(at: CitedIn, { self, begunAt, items }: Feed): string {
  const { about } = at.settings;
  const newest = [...items].sort((a, b) => (a.updated < b.updated ? 1 : -1)).slice(0, 100);
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': about.language },
      element('id', {}, homeOf(at)),
      element('title', {}, about.name),
      about.tagline && element('subtitle', {}, about.tagline),
      element('updated', {}, newest[0]?.updated ?? begunAt),
      element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
      element('link', { rel: 'alternate', type: 'text/html', href: homeOf(at) }),
      element('author', {}, element('name', {}, about.name)),
      ...newest.map((item) =>
        element(
          'entry',
          { 'xml:lang': item.language },
          element('id', {}, item.id),
          element('title', {}, item.title),
          item.published && element('published', {}, item.published),
          element('updated', {}, item.updated),
          element('link', { rel: 'alternate', type: 'text/html', href: item.address }),
          ...(item.people ?? []).map((name) => element('author', {}, element('name', {}, name))),
          ...(item.topics ?? []).map((term) => element('category', { term })),
          item.rights && element('rights', {}, item.rights),
          element('summary', {}, item.words),
        ),
      ),
    ),
  );
}

/** What was taken down is no news; readers that kept it see it change at its address. */
export const recordItems = (records: PublicRecord[], at: CitedIn): FeedItem[] =>
  records
    .filter(({ tombstone }) => !tombstone)
    .map((record) => ({
      id: `${listOf(record.kind, at)}/${lastingSlug(record)}`,
      title: record.title,
      published: `${record.publishedOn}T00:00:00Z`,
      updated: record.changedAt,
      words: record.summary,
      address: pageOf(record, at),
      language: record.language,
      people: record.people.map(({ name }) => name),
      topics: record.topics,
      rights: rightsLine(record),
    }));
