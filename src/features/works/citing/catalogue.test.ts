import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  invented,
  inventedFilm,
  inventedPaper,
  inventedRecords,
  inventedTombstone,
} from '../../../../tests/public-records.ts';
import { all, readXml, textOf } from '../../../../tests/xml-reader.ts';
import { signals } from '../rights/signals.ts';
import { dataCite, dataCiteXml } from './datacite.ts';
import { dublinCoreXml } from './dublin-core.ts';
import { element, xmlDocument } from './xml.ts';

/** Markup, whitespace, and what XML cannot hold: controls, halves of pairs. */
const anything = fc.string({
  unit: fc.constantFrom(...'<>&"\'];-?!a 😀م\t\n\0\u000b\uffff', '\ud800', '\udc00', ']]>', '<!--'),
});

describe('XML', () => {
  it('comes back as it was, whatever stands in it', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const kept = text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
        const root = element('a', { b: `x${text}` }, element('c', {}, `x${text}`));
        expect(readXml(xmlDocument(root))).toEqual(
          element('a', { b: `x${kept}` }, element('c', {}, `x${kept}`)),
        );
      }),
    );
  });

  it('is well-formed in every catalogue of every record', () => {
    for (const record of inventedRecords)
      expect(readXml(dataCiteXml(record, invented))).toEqual(dataCite(record, invented));
    expect(
      inventedRecords.map((record) => textOf(all(readXml(dublinCoreXml(record, invented)), 'dc:title')[0])),
    ).toEqual(inventedRecords.map(({ title }) => title));
  });
});

describe('DataCite', () => {
  it('describes a film ready for a registrar once there is a DOI', () => {
    const page = 'https://salon.example/2024/works/four-minutes';
    expect(dataCite(inventedFilm, invented, '10.5072/invented').children).toEqual([
      element('identifier', { identifierType: 'DOI' }, '10.5072/invented'),
      element(
        'creators',
        {},
        element(
          'creator',
          {},
          element('creatorName', { nameType: 'Personal' }, 'Dara Director'),
          element(
            'nameIdentifier',
            { nameIdentifierScheme: 'ORCID', schemeURI: 'https://orcid.org' },
            'https://orcid.org/0000-0001-5109-3700',
          ),
        ),
        element(
          'creator',
          {},
          element('creatorName', { nameType: 'Organizational' }, 'The Tin & Wire Collective'),
        ),
      ),
      element('titles', {}, element('title', { 'xml:lang': 'en' }, 'Four Minutes')),
      element('publisher', {}, 'Workshop on Wit & Machines'),
      element('publicationYear', {}, '2024'),
      element('resourceType', { resourceTypeGeneral: 'Audiovisual' }, 'Film'),
      element(
        'contributors',
        {},
        element(
          'contributor',
          { contributorType: 'HostingInstitution' },
          element('contributorName', { nameType: 'Organizational' }, 'Workshop on Wit & Machines'),
        ),
        element(
          'contributor',
          { contributorType: 'Producer' },
          element('contributorName', { nameType: 'Organizational' }, 'The Tin & Wire Collective'),
        ),
      ),
      element(
        'dates',
        {},
        element('date', { dateType: 'Accepted' }, '2024-10-09'),
        element('date', { dateType: 'Available' }, '2024-11-20'),
        element('date', { dateType: 'Updated' }, '2024-11-21T08:30:00.000Z'),
      ),
      element('language', {}, 'en'),
      element(
        'alternateIdentifiers',
        {},
        element('alternateIdentifier', { alternateIdentifierType: 'Citation key' }, '2024-four-minutes'),
        element('alternateIdentifier', { alternateIdentifierType: 'URL' }, page),
      ),
      element(
        'relatedIdentifiers',
        {},
        element(
          'relatedIdentifier',
          { relatedIdentifierType: 'URL', relationType: 'IsPartOf' },
          'https://salon.example/2024/works',
        ),
        element(
          'relatedIdentifier',
          { relatedIdentifierType: 'URL', relationType: 'IsPublishedIn' },
          'https://salon.example/2024/',
        ),
      ),
      element(
        'formats',
        {},
        ...['image/jpeg', 'video/mp4', 'text/vtt'].map((mime) => element('format', {}, mime)),
      ),
      element(
        'rightsList',
        {},
        element('rights', {}, 'All rights reserved'),
        element('rights', {}, '© 2023 Mina Okafor'),
        element('rights', {}, signals('reserve-all').usageInfo.text),
      ),
      element(
        'descriptions',
        {},
        element('description', { descriptionType: 'Abstract', 'xml:lang': 'en' }, inventedFilm.summary),
        element(
          'description',
          { descriptionType: 'Other' },
          'Director: Dara Director; Producer: The Tin & Wire Collective',
        ),
      ),
    ]);
  });

  it('has an address for an identifier until then, and words where a value may not be given', () => {
    const paper = readXml(dataCiteXml(inventedPaper, invented));
    const gone = readXml(dataCiteXml(inventedTombstone, invented));
    expect([
      all(paper, 'identifier'),
      all(gone, 'creatorName'),
      all(gone, 'date')
        .map(({ attributes, children }) => [attributes.dateType, children[0]])
        .at(-1),
    ]).toEqual([
      [element('identifier', { identifierType: 'URL' }, 'https://salon.example/2024/papers/wit-costs-40')],
      [element('creatorName', {}, '(:unav)')],
      ['Withdrawn', '2025-01-10'],
    ]);
  });
});

describe('Dublin Core', () => {
  it('says of a paper what every harvester understands', () => {
    const told = readXml(dublinCoreXml(inventedPaper, invented)).children.map((child) =>
      typeof child === 'string' ? child : [child.name, textOf(child)],
    );
    expect(told).toEqual([
      ['dc:title', 'Wit {costs} 40% & "more": Über C#_2 \\ <b>'],
      ['dc:creator', 'Zoë Ångström'],
      ['dc:creator', 'Ali Invented, Jr.'],
      ['dc:subject', 'humour'],
      ['dc:subject', 'risk & return'],
      ['dc:description', 'A joke is a bet.\n\nWe count the bets.'],
      ['dc:description', 'Non-archival; no official proceedings'],
      ['dc:publisher', 'Workshop on Wit & Machines'],
      ['dc:date', '2024-11-20'],
      ['dc:type', 'Text'],
      ['dc:type', 'Workshop paper'],
      ['dc:identifier', 'https://salon.example/2024/papers/wit-costs-40'],
      ['dc:identifier', 'https://salon.example/2024/papers/wit-costs-40.pdf'],
      ['dc:language', 'en'],
      ['dc:relation', 'https://salon.example/2024/'],
      ['dc:rights', '© 2024 the authors. CC BY 4.0'],
      ['dc:rights', 'https://creativecommons.org/licenses/by/4.0/'],
      ['dc:rights', signals('no-training').usageInfo.text],
    ]);
  });
});
