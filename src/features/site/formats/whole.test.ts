import { describe, expect, it } from 'vitest';
import { invented, inventedRecords } from '../../../../tests/public-records.ts';
import { oEmbedLink } from '#app/features/works/citing/oembed.ts';
import { pageLinks } from '#app/features/works/citing/signposting.ts';
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
      pages: [{ address: '2024/', changedAt: '2024-11-21' }],
      begunAt: '2024-05-01T00:00:00Z',
    },
  ],
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
    const addresses = files.map(({ address }) => address);
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
      addresses.filter((address) => !/^2024\/(papers|works)\//.test(address)),
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
