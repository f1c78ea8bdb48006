import { describe, expect, it } from 'vitest';
import {
  invented,
  inventedPainting,
  inventedPaper,
  inventedRecords,
  inventedTombstone,
} from '../../../../../tests/public-records.ts';
import { all, readXml, textOf } from '../../../../../tests/xml-reader.ts';
import { lastingName } from '#app/features/works/citing/addresses.ts';
import { dataCite } from '#app/features/works/citing/datacite.ts';
import { dublinCore } from '#app/features/works/citing/dublin-core.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import { element } from '#app/features/works/citing/xml.ts';
import { answerOai } from './answer.ts';
import type { Repository } from './repository.ts';
import { tokenOf } from './token.ts';

const now = new Date('2024-12-01T12:00:00.500Z');
const url = 'https://salon.example/oai';
const repository: Repository = {
  url,
  name: 'Workshop on Wit & Machines',
  adminEmail: 'hello@example.org',
  earliest: '2024-05-01T00:00:00.000Z',
  editions: [{ at: invented, records: inventedRecords }],
};
const ask = (query: string, of = repository) => readXml(answerOai(of, new URLSearchParams(query), now));
const answered = (query: string, of = repository) => ask(query, of).children.slice(1);
const codes = (query: string, of = repository) =>
  all(ask(query, of), 'error').map(({ attributes }) => attributes.code);
const ids = (query: string, of = repository) => all(ask(query, of), 'identifier').map(textOf);

describe('a harvester', () => {
  it('is told who answers', () => {
    expect(ask('verb=Identify').children).toEqual([
      element('responseDate', {}, '2024-12-01T12:00:00Z'),
      element('request', { verb: 'Identify' }, url),
      element(
        'Identify',
        {},
        element('repositoryName', {}, 'Workshop on Wit & Machines'),
        element('baseURL', {}, url),
        element('protocolVersion', {}, '2.0'),
        element('adminEmail', {}, 'hello@example.org'),
        element('earliestDatestamp', {}, '2024-05-01T00:00:00Z'),
        element('deletedRecord', {}, 'persistent'),
        element('granularity', {}, 'YYYY-MM-DDThh:mm:ssZ'),
      ),
    ]);
  });

  it('can choose between two formats, and sets for editions, papers and works', () => {
    expect([
      all(ask('verb=ListMetadataFormats'), 'metadataPrefix').map(textOf),
      all(ask(`verb=ListMetadataFormats&identifier=${idOf(inventedTombstone)}`), 'metadataPrefix').map(
        textOf,
      ),
      all(ask('verb=ListSets'), 'set').map((set) => set.children.map((child) => textOf(child as never))),
    ]).toEqual([
      ['oai_dc', 'oai_datacite'],
      ['oai_dc', 'oai_datacite'],
      [
        ['2024', 'Workshop on Wit & Machines'],
        ['2024:papers', 'Workshop on Wit & Machines: papers'],
        ['2024:works', 'Workshop on Wit & Machines: works'],
      ],
    ]);
  });

  it('gets a record in either format', () => {
    const id = idOf(inventedPainting);
    const header = element(
      'header',
      {},
      element('identifier', {}, id),
      element('datestamp', {}, '2024-11-21T08:30:00Z'),
      element('setSpec', {}, '2024'),
      element('setSpec', {}, '2024:works'),
    );
    const [request, dc] = answered(`verb=GetRecord&identifier=${id}&metadataPrefix=oai_dc`);
    const wrapped = all(
      ask(`verb=GetRecord&identifier=${id}&metadataPrefix=oai_datacite`),
      'oai_datacite',
    )[0]!;
    expect([request, dc, wrapped.children]).toEqual([
      element('request', { verb: 'GetRecord', identifier: id, metadataPrefix: 'oai_dc' }, url),
      element(
        'GetRecord',
        {},
        element('record', {}, header, element('metadata', {}, dublinCore(inventedPainting, invented))),
      ),
      [element('schemaVersion', {}, '4.6'), element('payload', {}, dataCite(inventedPainting, invented))],
    ]);
  });

  it('hears for ever that a work was taken down, and nothing else of it', () => {
    const query = `verb=GetRecord&identifier=${idOf(inventedTombstone)}&metadataPrefix=oai_dc`;
    expect([all(ask(query), 'header')[0]!.attributes, all(ask(query), 'metadata')]).toEqual([
      { status: 'deleted' },
      [],
    ]);
  });

  it('asks by set and by time, a day meaning all of it', () => {
    const records = [
      { ...inventedPaper, id: 'a', slug: 'a', changedAt: '2024-11-01T00:00:00.000Z' },
      { ...inventedPainting, id: 'b', slug: 'b', changedAt: '2024-11-02T23:59:59.999Z' },
      { ...inventedTombstone, id: 'c', slug: 'c', changedAt: '2024-11-03T00:00:00.000Z' },
    ];
    const three = { ...repository, editions: [{ at: invented, records }] };
    const list = (more: string) =>
      ids(`verb=ListIdentifiers&metadataPrefix=oai_dc${more}`, three)
        .map((id) => records.find((record) => idOf(record) === id)!.slug)
        .join('');
    expect([
      list(''),
      list('&set=2024'),
      list('&set=2024:works'),
      list('&from=2024-11-02'),
      list('&until=2024-11-02'),
      list('&from=2024-11-02&until=2024-11-02'),
      list('&from=2024-11-02T23:59:59Z&until=2024-11-02T23:59:59Z'),
      list('&from=2024-11-01T00:00:01Z&set=2024:works'),
    ]).toEqual(['abc', 'abc', 'bc', 'bc', 'ab', 'b', 'b', 'bc']);
  });

  it('knows a work whatever it is called, and tells nothing of its number', () => {
    const list = (slug: string, formerSlugs: string[]) =>
      ids('verb=ListIdentifiers&metadataPrefix=oai_dc', {
        ...repository,
        editions: [{ at: invented, records: [{ ...inventedPainting, id: 'SECRET', slug, formerSlugs }] }],
      });
    const [id] = list('low-tide', []);
    expect([list('ebb', ['low-tide']), list('low-tide', ['ebb']), id?.includes('SECRET')]).toEqual([
      [id],
      [id],
      false,
    ]);
  });
});

describe('a long list', () => {
  const many = (changed: Record<string, string> = {}): Repository => ({
    ...repository,
    editions: [
      {
        at: invented,
        records: Array.from({ length: 250 }, (_, at) => {
          const slug = `w${String(at).padStart(3, '0')}`;
          return {
            ...inventedPainting,
            id: slug,
            slug,
            changedAt: changed[slug] ?? '2024-11-21T08:30:00.000Z',
          };
        }),
      },
    ],
  });
  const begin = 'verb=ListIdentifiers&metadataPrefix=oai_dc&set=2024:works&from=2024-11-01';
  const go = (token: string) => `verb=ListIdentifiers&resumptionToken=${token}`;

  it('comes a hundred at a time, whole and without repetition, and says how long it is', () => {
    const pages = [ask(begin, many())];
    for (let token = tokenIn(pages[0]!); token && pages.length < 9; token = tokenIn(pages.at(-1)!))
      pages.push(ask(go(token), many()));
    const found = pages.map((page) => all(page, 'identifier').map(textOf));
    expect([
      found.map((page) => page.length),
      new Set(found.flat()).size,
      pages.map((page) => all(page, 'resumptionToken')[0]!.attributes),
    ]).toEqual([
      [100, 100, 50],
      250,
      ['0', '100', '200'].map((cursor) => ({ completeListSize: '250', cursor })),
    ]);
  });

  it('misses nothing that changes while it is read', () => {
    const first = ask(begin, many());
    const seen = all(first, 'identifier').map(textOf);
    const again = seen[0]!;
    const slugs = many().editions[0]!.records.map(({ slug }) => slug);
    const handedOut = slugs.find((id) => idOf({ ...inventedPainting, id }) === again)!;
    const waiting = slugs.find((id) => !seen.includes(idOf({ ...inventedPainting, id })))!;
    const changedAt = '2024-11-30T00:00:00.000Z';
    const changed = many({ [handedOut]: changedAt, [waiting]: changedAt });
    let token = tokenIn(first);
    while (token) {
      const page = ask(go(token), changed);
      seen.push(...all(page, 'identifier').map(textOf));
      token = tokenIn(page);
    }
    expect([new Set(seen).size, seen.filter((id) => id === again).length]).toEqual([250, 2]);
  });

  it('on one page has no token', () => {
    expect(all(ask('verb=ListRecords&metadataPrefix=oai_dc'), 'resumptionToken')).toEqual([]);
  });
});

describe('what cannot be answered', () => {
  it('is named by the codes of the protocol', () => {
    const list = 'verb=ListRecords&metadataPrefix=oai_dc';
    const token = tokenOf({
      verb: 'ListRecords',
      prefix: 'oai_dc',
      set: '',
      from: '',
      until: '',
      after: '9',
      cursor: 1,
    });
    const asked: [string, string][] = [
      ['', 'badVerb'],
      ['verb=Nope', 'badVerb'],
      ['verb=constructor', 'badVerb'],
      ['verb=Identify&verb=Identify', 'badVerb'],
      ['verb=Identify&set=2024', 'badArgument'],
      ['verb=GetRecord&identifier=x', 'badArgument'],
      ['verb=ListRecords', 'badArgument'],
      [`${list}&metadataPrefix=oai_dc`, 'badArgument'],
      [`${list}&from=yesterday`, 'badArgument'],
      [`${list}&from=2024-02-30`, 'badArgument'],
      [`${list}&from=2024-11-01&until=2024-11-02T00:00:00Z`, 'badArgument'],
      [`${list}&from=2024-11-02&until=2024-11-01`, 'badArgument'],
      [`${list}&set=%3Cb%3E`, 'badArgument'],
      ['verb=ListRecords&metadataPrefix=%22', 'badArgument'],
      [`${list}&resumptionToken=${token}`, 'badArgument'],
      ['verb=ListRecords&metadataPrefix=marc', 'cannotDisseminateFormat'],
      [`verb=GetRecord&identifier=${idOf(inventedTombstone)}&metadataPrefix=marc`, 'cannotDisseminateFormat'],
      ['verb=GetRecord&identifier=oai:salon.example:2024/none&metadataPrefix=oai_dc', 'idDoesNotExist'],
      ['verb=ListMetadataFormats&identifier=%3C', 'idDoesNotExist'],
      [`${list}&until=2020-01-01`, 'noRecordsMatch'],
      [`${list}&set=2023`, 'noRecordsMatch'],
      ['verb=ListRecords&resumptionToken=zzz', 'badResumptionToken'],
      [`verb=ListIdentifiers&resumptionToken=${token}`, 'badResumptionToken'],
      [`verb=ListRecords&resumptionToken=${token}`, 'badResumptionToken'],
      ['verb=ListSets&resumptionToken=x', 'badResumptionToken'],
    ];
    expect(asked.map(([query]) => [query, ...codes(query)])).toEqual(asked);
    expect(codes('verb=ListSets', { ...repository, editions: [] })).toEqual(['noSetHierarchy']);
  });

  it('is not repeated to whoever asked it wrongly', () => {
    expect([
      all(ask('verb=Nope&x=%3Cscript%3E'), 'request'),
      all(ask('verb=ListRecords&metadataPrefix=oai_dc&set=%3Cb%3E'), 'request'),
      all(ask('verb=GetRecord&identifier=%3Cb%3E%20&metadataPrefix=oai_dc'), 'request'),
    ]).toEqual([
      [element('request', {}, url)],
      [element('request', {}, url)],
      [element('request', { verb: 'GetRecord', metadataPrefix: 'oai_dc' }, url)],
    ]);
  });
});

const idOf = (record: PublicRecord) => `oai:salon.example:2024/${lastingName(record)}`;
const tokenIn = (page: ReturnType<typeof ask>) => textOf(all(page, 'resumptionToken')[0]);
