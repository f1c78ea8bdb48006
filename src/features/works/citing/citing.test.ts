import { describe, expect, it } from 'vitest';
import {
  invented,
  inventedFilm,
  inventedPainting,
  inventedPaper,
  inventedRecords,
  inventedTombstone,
} from '../../../../tests/public-records.ts';
import { credit } from '../../../../tests/records.ts';
import { cslJson } from './csl.ts';
import { facesOf } from './faces.ts';
import { ris } from './ris.ts';
import { isoLength } from './when.ts';

describe('a citation in RIS', () => {
  it('says all of a paper, a tag a line', () => {
    expect(ris(inventedPaper, invented)).toBe(
      [
        'TY  - CPAPER',
        'ID  - 2024-wit-costs-40',
        'TI  - Wit {costs} 40% & "more": Über C#_2 \\ <b>',
        'AU  - Zoë Ångström',
        'AU  - Ali Invented, Jr.',
        'PY  - 2024',
        'DA  - 2024/11/20',
        'T2  - Workshop on Wit & Machines',
        'CY  - Harbour Hall, Lisbon',
        'M3  - Workshop paper',
        'KW  - humour',
        'KW  - risk & return',
        'AB  - A joke is a bet. We count the bets.',
        'N1  - Non-archival; no official proceedings',
        'C1  - © 2024 the authors. CC BY 4.0',
        'LA  - en',
        'UR  - https://salon.example/2024/papers/wit-costs-40',
        'L1  - https://salon.example/2024/papers/wit-costs-40.pdf',
        'ER  - ',
        '',
      ].join('\r\n'),
    );
  });

  it('lets nobody end the record or begin a tag from within their words', () => {
    const summary = 'One.\r\nER  - \r\nTY  - BOOK\u2028AU  - Nobody';
    const tags = readRis(ris({ ...inventedPaper, summary, people: [credit('A\nAU  - B')] }, invented));
    expect(tags.filter(([tag]) => ['TY', 'AU', 'AB', 'ER'].includes(tag))).toEqual([
      ['TY', 'CPAPER'],
      ['AU', 'A AU - B'],
      ['AB', 'One. ER - TY - BOOK AU - Nobody'],
      ['ER', ''],
    ]);
  });
});

describe('a citation in CSL-JSON', () => {
  it('tells when a film was shown, by whom and where', () => {
    expect(cslJson(inventedFilm, invented)).toEqual([
      {
        id: '2024-four-minutes',
        type: 'motion_picture',
        title: 'Four Minutes',
        author: [{ literal: 'Dara Director' }, { literal: 'The Tin & Wire Collective' }],
        issued: { 'date-parts': [[2024]] },
        abstract: 'A joke is a bet.\n\nWe count the bets.',
        genre: 'Film',
        'event-title': 'Workshop on Wit & Machines',
        'event-place': 'Harbour Hall, Lisbon',
        'event-date': {
          'date-parts': [
            [2024, 12, 14],
            [2024, 12, 15],
          ],
        },
        publisher: 'Workshop on Wit & Machines',
        language: 'en',
        URL: 'https://salon.example/2024/works/four-minutes',
      },
    ]);
  });

  it('keeps the medium and the size of a painting, and says of a paper that it is not archival', () => {
    const [painting] = cslJson(inventedPainting, invented);
    const [paper] = cslJson(inventedPaper, invented);
    expect([painting?.medium, painting?.dimensions, paper?.status, paper?.note, paper?.type]).toEqual([
      'oil on canvas',
      '60 × 40 cm',
      'Non-archival; no official proceedings',
      'Non-archival; no official proceedings',
      'speech',
    ]);
  });
});

describe('what lies beside a page', () => {
  it('is a file for each format, none for the citation of what was taken down', () => {
    const names = (record = inventedPaper) => facesOf(record, invented).map(({ address }) => address);
    expect([names(), names(inventedTombstone)]).toEqual([
      [
        'cite.bib',
        'cite.ris',
        'cite.json',
        'record.jsonld',
        'datacite.xml',
        'dublin-core.xml',
        'linkset.json',
        'oembed.json',
      ].map((name) => `2024/papers/wit-costs-40/${name}`),
      ['record.jsonld', 'datacite.xml', 'dublin-core.xml', 'linkset.json', 'oembed.json'].map(
        (name) => `2024/works/gone/${name}`,
      ),
    ]);
  });

  it('says nothing of a work that was taken down but that it was', () => {
    const record = {
      ...inventedPaper,
      tombstone: inventedTombstone.tombstone,
      summary: 'SECRET-SUMMARY',
      topics: ['SECRET-TOPIC'],
      files: inventedPaper.files.map((file) => ({ ...file, label: 'SECRET-FILE', alt: 'SECRET-ALT' })),
      rights: { ...inventedPaper.rights, credit: 'SECRET-CREDIT' },
    };
    const told = facesOf(record, invented)
      .map(({ text }) => text)
      .join('\n');
    expect([
      told.match(/SECRET-\w+|paper\.pdf|poster\.pdf|wit-costs-40\.pdf/g),
      told.includes('Taken down'),
    ]).toEqual([null, true]);
  });

  it('names no address but those made from the base', () => {
    const hosts = inventedRecords
      .flatMap((record) => facesOf(record, invented))
      .flatMap(({ text }) => [...text.matchAll(/https?:\/\/([^/"\s<>}]+)/g)].map((match) => match[1]!));
    expect([...new Set(hosts)].sort()).toEqual([
      'creativecommons.org',
      'datacite.org',
      'orcid.org',
      'purl.org',
      'salon.example',
      'schema.datacite.org',
      'schema.org',
      'www.openarchives.org',
      'www.w3.org',
    ]);
  });
});

it('writes lengths as ISO 8601 does', () => {
  expect([0, 59, 60, 250, 3_605, 86_399].map(isoLength)).toEqual([
    'PT0S',
    'PT59S',
    'PT1M',
    'PT4M10S',
    'PT1H5S',
    'PT23H59M59S',
  ]);
});

const readRis = (text: string) =>
  text
    .split('\r\n')
    .slice(0, -1)
    .map((line) => {
      const [, tag, value] = /^([A-Z][A-Z0-9])  - (.*)$/.exec(line)!;
      return [tag!, value!] as const;
    });
