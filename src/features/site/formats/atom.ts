/** The edition's feed: news, and what was published. Entries keep their id for ever, so that nothing is news twice. */
import { homeOf, lastingName, pageOf, type CitedEdition } from '#app/features/works/citing/addresses.ts';
import { rightsLine } from '#app/features/works/citing/citation.ts';
import { element, xmlDocument } from '#app/features/works/citing/xml.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import { markdown } from '#app/ui/markdown.ts';
import { drawnFrom, type SitePicture } from '../pictures/picture.ts';
import { newsAddress } from '../news.ts';

export interface FeedItem {
  /** An absolute address or another URI; never used for anything else, never changed. */
  id: string;
  title: string;
  /** ISO instant. */
  updated: string;
  published?: string;
  /** Plain; paragraphs parted by an empty line. */
  words: string;
  /** The same as markup, where there is more to it than words. */
  html?: string;
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

export function atomFeed(at: CitedEdition, { self, begunAt, items }: Feed): string {
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
          item.words && element('summary', {}, item.words),
          item.html && element('content', { type: 'html' }, item.html),
        ),
      ),
    ),
  );
}

/** A day is all that is known of when. Readers of feeds follow no relative links. */
export function newsItems(at: CitedEdition, pictures: SitePicture[] = []): FeedItem[] {
  const place = { slug: at.slug, language: at.settings.about.language };
  const led = (href: string) => (/^\/(?!\/)/.test(href) ? `${at.base}${href}` : href);
  const shown = new Map(
    pictures.map((one) => [one.key, drawnFrom(one, place, (address) => `${at.base}/${address}`)]),
  );
  return at.settings.news.map((item) => {
    const address = `${at.base}/${newsAddress(at.slug, item)}`;
    const updated = `${item.on}T00:00:00Z`;
    const html = markdown(item.body, 3, led, (key) => shown.get(key));
    return { id: address, title: item.title, updated, words: '', html, address };
  });
}

/** What was taken down is no news; readers that kept it see it change at its address. */
export const recordItems = (records: PublicRecord[], at: CitedEdition): FeedItem[] =>
  records
    .filter(({ tombstone }) => !tombstone)
    .map((record) => ({
      id: `${homeOf(at)}#${lastingName(record)}`,
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
