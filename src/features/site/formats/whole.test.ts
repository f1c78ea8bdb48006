import { describe, expect, it } from 'vitest';
import { invented, inventedRecords } from '../../../../tests/public-records.ts';
import { facesOf } from '#app/features/works/citing/faces.ts';
import { oEmbedLink } from '#app/features/works/citing/oembed.ts';
import { pageLinks } from '#app/features/works/citing/signposting.ts';
import { all, readXml, textOf } from '../../../../tests/xml-reader.ts';
import { machineFilesOf, recordHeadersOf } from './gathered.ts';
import { editionHead } from './edition-head.ts';
import { machineFiles, type MachineSite } from './machine-files.ts';
import { preferencePairs } from './tdm.ts';

const site: MachineSite = {
  base: 'https://salon.example',
  site: 'reserve-all',
  turnedAway: ['trainers'],
  editions: [
    {
      at: invented,
      records: inventedRecords,
      begunAt: '2024-05-01T00:00:00Z',
    },
  ],
  pages: [{ address: '2024/', changedAt: '2024-11-21' }],
  contact: { name: 'Workshop on Wit & Machines', email: 'hello@example.org' },
  security: 'safe@example.org',
  now: new Date('2024-12-01T00:00:00Z'),
};

describe('the head of a drawn page', () => {
  it('says what the creator wants of machines, as the headers do', () => {
    expect([preferencePairs('reserve-all', site.base), preferencePairs('allow', site.base)]).toEqual([
      [
        ['robots', 'noai, noimageai'],
        ['tdm-reservation', '1'],
        ['tdm-policy', 'https://salon.example/policies/tdm.json'],
      ],
      [['tdm-reservation', '0']],
    ]);
  });

  it('of the edition tells the event and leads to the feed', () => {
    const { links, properties, jsonLd } = editionHead(invented, []);
    expect([links, properties[4], (JSON.parse(jsonLd!) as { '@type': string })['@type']]).toEqual([
      [
        { rel: 'canonical', href: 'https://salon.example/2024/' },
        {
          rel: 'alternate',
          href: 'https://salon.example/2024/feed.atom',
          type: 'application/atom+xml',
          title: 'News of Workshop on Wit & Machines',
        },
      ],
      ['og:description', 'Two days about wit, by people who are invented.'],
      'Event',
    ]);
  });
});

describe('the files for machines', () => {
  const files = machineFiles(site);

  it('stand each at one address, and the heads of pages lead only to those', () => {
    const addresses = [...files, ...inventedRecords.flatMap((record) => facesOf(record, invented))].map(
      ({ address }) => address,
    );
    const led = inventedRecords
      .flatMap((record): { href: string; type?: string; rel: string }[] => [
        ...pageLinks(record, invented).filter(({ rel }) => rel !== 'item'),
        oEmbedLink(record, invented),
      ])
      .concat(editionHead(invented, inventedRecords).links)
      .filter(({ type, href }) => type && href.startsWith(site.base))
      .map(({ href }) => href.slice(site.base.length + 1));
    expect([
      new Set(addresses).size === addresses.length,
      [...new Set(led)].filter((address) => !addresses.includes(address)),
      files.map(({ address }) => address),
    ]).toEqual([
      true,
      [],
      [
        '2024/feed.atom',
        'sitemap.xml',
        'robots.txt',
        '.well-known/tdmrep.json',
        'policies/tdm.json',
        'license.xml',
        '.well-known/security.txt',
      ],
    ]);
  });

  it('are the same for as long as nothing changed, all month', () => {
    const later = machineFiles({ ...site, now: new Date('2024-12-31T23:59:59Z') });
    const next = machineFiles({ ...site, now: new Date('2025-01-01T00:00:00Z') });
    expect([
      later,
      next.filter(({ text }, at) => text !== files[at]!.text).map(({ address }) => address),
    ]).toEqual([files, ['.well-known/security.txt']]);
  });
});

describe('the gathered site', () => {
  const dates = ['2024-09-13T11:59:00Z', '2024-12-14'].map((datetime) => ({
    key: datetime,
    what: '',
    words: '',
    datetime,
    was: [],
    note: '',
  }));
  const edition = { slug: '2024', settings: invented.settings, dates, records: inventedRecords };
  const pages = ['', '2024/', '2024/works/gone', '2024/works/low-tide'].map((address) => ({ address }));
  const now = new Date('2024-12-01T00:00:00Z');

  it('names in its map each page once, and none that was taken down', () => {
    const map = machineFilesOf([edition], pages, site.base, now).find(
      ({ address }) => address === 'sitemap.xml',
    )!;
    expect(
      all(readXml(map.text), 'url').map((url) => url.children.map((child) => textOf(child as never))),
    ).toEqual([
      ['https://salon.example/2024/'],
      ['https://salon.example/2024/works/low-tide', '2024-11-21T08:30:00.000Z'],
    ]);
  });

  it('has a feed before there is news, and nothing before there is an edition', () => {
    const [feed] = machineFilesOf([{ ...edition, records: [] }], pages, site.base, now);
    expect([textOf(all(readXml(feed!.text), 'updated')[0]), machineFilesOf([], [], site.base, now)]).toEqual([
      '2024-09-13T11:59:00.000Z',
      [],
    ]);
  });

  it('finds the headers of a file by its address, none for what is no record', () => {
    const find = recordHeadersOf([edition], site.base);
    const below = recordHeadersOf([edition], 'https://host.example/salon');
    expect([
      find('2024/dates'),
      find('2024/works/low-tide/main-960.jpg'),
      below('2024/works/low-tide/a.jpg').length,
    ]).toEqual([
      [],
      [
        ['content-usage', 'train-ai=n, search=y'],
        ['tdm-reservation', '1'],
        ['x-robots-tag', 'noai, noimageai'],
        ['tdm-policy', 'https://salon.example/policies/tdm.json'],
        ['x-content-type-options', 'nosniff'],
        ['cross-origin-resource-policy', 'same-site'],
      ],
      6,
    ]);
  });
});
