import { describe, expect, it } from 'vitest';
import {
  invented,
  inventedFilm,
  inventedPainting,
  inventedPaper,
  inventedTombstone,
} from '../../../../tests/public-records.ts';
import { all, readXml, textOf } from '../../../../tests/xml-reader.ts';
import { preferences } from '#app/features/works/preference.ts';
import { signals, strictest } from '#app/features/works/rights/signals.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import { agentKinds, agents } from './agents.ts';
import { mediaHeaders } from './media-headers.ts';
import { reservations } from './reservations.ts';
import { robotsTxt } from './robots.ts';
import { securityTxt } from './security.ts';
import { rslLicence, tdmPolicy, tdmrep } from './tdm.ts';

const base = 'https://salon.example';
const wanting = (record: PublicRecord, preference: PublicRecord['rights']['preference']) => ({
  ...record,
  rights: { ...record.rights, preference },
});
const records = [
  wanting(inventedPaper, 'allow'),
  wanting(inventedPainting, 'reserve-all'),
  wanting(inventedFilm, 'no-training'),
  wanting(inventedTombstone, 'allow'),
];
const given = { base, site: 'no-training' as const, editions: [{ at: invented, records }] };
const policy = 'https://salon.example/policies/tdm.json';

describe('robots.txt', () => {
  it('says in each group what creators want, and turns away whom the organizers chose', () => {
    const text = robotsTxt({
      ...given,
      turnedAway: ['searchers', 'trainers'],
    });
    const signal = 'Content-Signal: search=yes, ai-input=no, ai-train=no';
    expect(text.split('\n')).toEqual([
      '# What creators want is a notice, not a wall. Each page says it in words.',
      '',
      ...agents.searchers.map((name) => `User-agent: ${name}`),
      signal,
      'Allow: /',
      '',
      ...agents.trainers.map((name) => `User-agent: ${name}`),
      signal,
      'Allow: /2024/papers/wit-costs-40/',
      'Allow: /2024/papers/wit-costs-40.html$',
      'Allow: /2024/papers/wit-costs-40$',
      'Allow: /2024/papers/wit-costs-40.pdf$',
      'Disallow: /',
      '',
      'User-agent: *',
      signal,
      'Allow: /',
      '',
      'Sitemap: https://salon.example/sitemap.xml',
      '',
    ]);
  });

  it('has no line but those that readers of such files agree on', () => {
    const known = ['User-agent', 'Allow', 'Disallow', 'Sitemap', 'Content-Signal'];
    const text = robotsTxt({ ...given, turnedAway: [...agentKinds] });
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect([...new Set(lines.map((line) => line.slice(0, line.indexOf(':'))))].sort()).toEqual(known.sort());
  });

  it('names no crawler twice and stays far under what crawlers read', () => {
    const names = agentKinds.flatMap((kind) => agents[kind]).map((name) => name.toLowerCase());
    const many = Array.from({ length: 1_000 }, (_, at) =>
      wanting({ ...inventedPainting, slug: `work-${at}` }, 'allow'),
    );
    const text = robotsTxt({
      ...given,
      editions: [{ at: invented, records: many }],
      turnedAway: ['trainers'],
    });
    expect([new Set(names).size === names.length, text.length < 500_000]).toEqual([true, true]);
  });
});

describe('text and data mining', () => {
  it('is reserved in a list, the particular before the whole', () => {
    expect(tdmrep(given)).toEqual([
      { location: '/2024/papers/wit-costs-40/', 'tdm-reservation': 0 },
      { location: '/2024/papers/wit-costs-40.html$', 'tdm-reservation': 0 },
      { location: '/2024/papers/wit-costs-40$', 'tdm-reservation': 0 },
      { location: '/2024/papers/wit-costs-40.pdf$', 'tdm-reservation': 0 },
      { location: '/', 'tdm-reservation': 1, 'tdm-policy': policy },
    ]);
  });

  it('says whom to ask', () => {
    expect(tdmPolicy(base, { name: 'Workshop on Wit & Machines', email: 'hello@example.org' })).toEqual({
      '@context': ['http://www.w3.org/ns/odrl.jsonld', 'http://www.w3.org/ns/tdmrep.jsonld'],
      '@type': 'Offer',
      profile: 'http://www.w3.org/ns/tdmrep',
      uid: policy,
      assigner: {
        uid: 'https://salon.example/',
        'vcard:fn': 'Workshop on Wit & Machines',
        'vcard:hasEmail': 'mailto:hello@example.org',
        'vcard:hasURL': 'https://salon.example/',
      },
      permission: [{ action: 'tdm:mine', duty: [{ action: 'obtainConsent' }] }],
    });
  });

  it('is told as a licence too', () => {
    const told = all(readXml(rslLicence(given)), 'content').map((content) => [
      content.attributes.url,
      ...all(content, 'permits').map((one) => `+ ${textOf(one)}`),
      ...all(content, 'prohibits').map((one) => `- ${textOf(one)}`),
    ]);
    const painting = ['+ search', '- ai-input ai-index ai-train'];
    const paper = ['+ search ai-input ai-index ai-train'];
    expect(told).toEqual([
      ['/2024/papers/wit-costs-40/', ...paper],
      ['/2024/papers/wit-costs-40.html$', ...paper],
      ['/2024/papers/wit-costs-40$', ...paper],
      ['/2024/papers/wit-costs-40.pdf$', ...paper],
      ['/2024/works/low-tide/', ...painting],
      ['/2024/works/low-tide.html$', ...painting],
      ['/2024/works/low-tide$', ...painting],
      ['/', '+ search ai-input ai-index', '- ai-train'],
    ]);
  });

  it('agrees for every place in every channel with what the creator chose', () => {
    for (const site of preferences)
      for (const preference of preferences) {
        const record = wanting(inventedPainting, preference);
        const one = { base, site, editions: [{ at: invented, records: [record] }] };
        const wanted = signals(preference);
        const place = '/2024/works/low-tide/main-960.jpg';
        const headers = mediaHeaders(record, invented).find(({ path }) => path.endsWith('/*'))!.headers;
        const rsl = all(readXml(rslLicence(one)), 'content').find(({ attributes }) =>
          holds(attributes.url!, place),
        )!;
        const robots = robotsTxt({ ...one, turnedAway: ['trainers'] }).split('\n');
        const crawl = robots
          .slice(robots.findIndex((line) => /^(Dis)?allow:/i.test(line)))
          .flatMap((line) => {
            const [, rule, path] = /^(Allow|Disallow): (\/.*)$/.exec(line) ?? [];
            return path && holds(path, place) ? [{ path, rule }] : [];
          })
          .sort((a, b) => b.path.length - a.path.length);
        const entry = tdmrep(one).find(({ location }) => holds(location, place))!;
        expect([
          reservations(one).find(({ path }) => holds(path, place))!.preference,
          entry['tdm-reservation'],
          all(rsl, 'permits').map(textOf),
          all(rsl, 'prohibits').map(textOf),
          Object.entries(headers).filter(([name]) => name in wanted.headers),
          headers['tdm-policy'],
          crawl[0]!.rule,
          robots.filter((line) => line.startsWith('Content-Signal')),
        ]).toEqual([
          preference,
          wanted.tdmReservation,
          wanted.rsl.permits.length > 0 ? [wanted.rsl.permits.join(' ')] : [],
          wanted.rsl.prohibits.length > 0 ? [wanted.rsl.prohibits.join(' ')] : [],
          Object.entries(wanted.headers),
          wanted.tdmReservation === 1 ? policy : undefined,
          wanted.allowed.training ? 'Allow' : 'Disallow',
          // One for all places of a group: never more than this place allows.
          [0, 1].map(() => `Content-Signal: ${signals(strictest([site, preference])).contentSignal}`),
        ]);
      }
  });

  it('does not catch the neighbour whose name goes on', () => {
    const neighbours = [
      wanting(inventedPainting, 'allow'),
      wanting({ ...inventedPainting, slug: 'low-tide-two' }, 'no-training'),
    ];
    const list = reservations({ ...given, editions: [{ at: invented, records: neighbours }] });
    const at = (place: string) => list.find(({ path }) => holds(path, place))!.preference;
    expect([
      at('/2024/works/low-tide'),
      at('/2024/works/low-tide-two'),
      at('/2024/works/low-tide-two/a.jpg'),
    ]).toEqual(['allow', 'no-training', 'no-training']);
  });

  it('knows an installation that does not stand at the root of its host', () => {
    const below = 'https://host.example/salon';
    const editions = [{ at: { ...invented, base: below }, records: [wanting(inventedPainting, 'allow')] }];
    expect(tdmrep({ base: below, site: 'reserve-all', editions }).map(({ location }) => location)).toEqual([
      '/salon/2024/works/low-tide/',
      '/salon/2024/works/low-tide.html$',
      '/salon/2024/works/low-tide$',
      '/salon/',
    ]);
  });
});

it('tells who finds a hole where to report it, for less than a year', () => {
  const now = new Date('2024-11-22T10:00:00Z');
  expect([
    securityTxt({ base, contact: 'safe@example.org', languages: ['en', 'fr'], now }),
    securityTxt({ base, contact: 'https://example.org/report', now }).split('\n')[0],
    securityTxt({ base: 'http://localhost:3000', contact: 'safe@example.org', now }).includes('Canonical'),
  ]).toEqual([
    [
      'Contact: mailto:safe@example.org',
      'Expires: 2025-10-01T00:00:00Z',
      'Preferred-Languages: en, fr',
      'Canonical: https://salon.example/.well-known/security.txt',
      '',
    ].join('\n'),
    'Contact: https://example.org/report',
    false,
  ]);
});

/** As robots.txt reads a path. */
const holds = (path: string, place: string) =>
  path.endsWith('$') ? place === path.slice(0, -1) : place.startsWith(path);
