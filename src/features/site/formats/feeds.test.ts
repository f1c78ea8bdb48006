import { describe, expect, it } from 'vitest';
import { invented, inventedPaper, inventedRecords } from '../../../../tests/public-records.ts';
import { all, readXml, textOf } from '../../../../tests/xml-reader.ts';
import { element } from '#app/features/works/citing/xml.ts';
import { lastingName } from '#app/features/works/citing/addresses.ts';
import { atomFeed, newsItems, recordItems } from './atom.ts';
import { sitemaps } from './sitemap.ts';

const self = 'https://salon.example/2024/news.atom';
const begunAt = '2024-05-01T00:00:00Z';

describe('the feed', () => {
  it('tells news and papers, newest first, under ids that stay', () => {
    const item = {
      slug: 'doors-open',
      title: 'Doors open at 8 & not before',
      on: '2024-12-01',
      body: 'Bring a *coat*.',
    };
    const at = { ...invented, settings: { ...invented.settings, news: [item] } };
    const address = 'https://salon.example/2024/news/doors-open';
    const renamed = { ...inventedPaper, slug: 'wit-costs-more', formerSlugs: ['wit-costs-40'] };
    const items = [...recordItems([renamed], at), ...newsItems(at)];
    expect(readXml(atomFeed(at, { self, begunAt, items }))).toEqual(
      element(
        'feed',
        { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' },
        element('id', {}, 'https://salon.example/2024/'),
        element('title', {}, 'Workshop on Wit & Machines'),
        element('updated', {}, '2024-12-01T00:00:00Z'),
        element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
        element('link', { rel: 'alternate', type: 'text/html', href: 'https://salon.example/2024/' }),
        element('author', {}, element('name', {}, 'Workshop on Wit & Machines')),
        element(
          'entry',
          {},
          element('id', {}, address),
          element('title', {}, item.title),
          element('updated', {}, '2024-12-01T00:00:00Z'),
          element('link', { rel: 'alternate', type: 'text/html', href: address }),
          element('content', { type: 'html' }, '<p dir="auto">Bring a <em>coat</em>.</p>\n'),
        ),
        element(
          'entry',
          { 'xml:lang': 'en' },
          element('id', {}, `https://salon.example/2024/#${lastingName(inventedPaper)}`),
          element('title', {}, inventedPaper.title),
          element('published', {}, '2024-11-20T00:00:00Z'),
          element('updated', {}, '2024-11-21T08:30:00.000Z'),
          element('link', {
            rel: 'alternate',
            type: 'text/html',
            href: 'https://salon.example/2024/papers/wit-costs-more',
          }),
          element('author', {}, element('name', {}, 'Zoë Ångström')),
          element('author', {}, element('name', {}, 'Ali Invented, Jr.')),
          element('category', { term: 'humour' }),
          element('category', { term: 'risk & return' }),
          element('rights', {}, '© 2024 the authors. CC BY 4.0'),
          element('summary', {}, inventedPaper.summary),
        ),
      ),
    );
  });

  it('is whole before there is any news, and tells of nothing that was taken down', () => {
    const empty = readXml(atomFeed(invented, { self, begunAt, items: [] }));
    const full = readXml(
      atomFeed(invented, { self, begunAt, items: recordItems(inventedRecords, invented) }),
    );
    expect([
      textOf(all(empty, 'updated')[0]),
      all(empty, 'entry'),
      all(full, 'title').map(textOf).sort(),
    ]).toEqual([
      begunAt,
      [],
      [
        'A Room',
        'Four Minutes',
        'Press Here </script>',
        inventedPaper.title,
        'Workshop on Wit & Machines',
        'جزر منخفض',
      ],
    ]);
  });
});

describe('the site map', () => {
  const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

  it('names each page, its last change and its other languages', () => {
    const languages = [
      { language: 'en', address: '2024/' },
      { language: 'fr', address: '2024/fr/' },
    ];
    const [file, ...others] = sitemaps('https://salon.example', [
      { address: '2024/', changedAt: '2024-11-21', languages },
      { address: '2024/dates', changedAt: '2024-11-21T08:30:00.000Z' },
    ]);
    expect([others, file!.address, readXml(file!.text)]).toEqual([
      [],
      'sitemap.xml',
      element(
        'urlset',
        { xmlns: namespace, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' },
        element(
          'url',
          {},
          element('loc', {}, 'https://salon.example/2024/'),
          element('lastmod', {}, '2024-11-21'),
          element('xhtml:link', { rel: 'alternate', hreflang: 'en', href: 'https://salon.example/2024/' }),
          element('xhtml:link', { rel: 'alternate', hreflang: 'fr', href: 'https://salon.example/2024/fr/' }),
        ),
        element(
          'url',
          {},
          element('loc', {}, 'https://salon.example/2024/dates'),
          element('lastmod', {}, '2024-11-21T08:30:00.000Z'),
        ),
      ),
    ]);
  });

  it('is split where it would be too long, with an index that tells the newest change', () => {
    const entries = ['2024-01-03', '2024-01-09', '2024-01-05'].map((changedAt, at) => ({
      address: `2024/${at}`,
      changedAt,
    }));
    const files = sitemaps('https://salon.example', entries, 2);
    expect([files.map(({ address }) => address), readXml(files[0]!.text)]).toEqual([
      ['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml'],
      element(
        'sitemapindex',
        { xmlns: namespace },
        element(
          'sitemap',
          {},
          element('loc', {}, 'https://salon.example/sitemap-1.xml'),
          element('lastmod', {}, '2024-01-09'),
        ),
        element(
          'sitemap',
          {},
          element('loc', {}, 'https://salon.example/sitemap-2.xml'),
          element('lastmod', {}, '2024-01-05'),
        ),
      ),
    ]);
  });
});
