/** Every kind of public page of an edition whose interface is French, with everything that people wrote taken out. */
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import type { Call } from '#app/features/calls/call.ts';
import { importantDates } from '#app/features/calls/dates.ts';
import { callSchema } from '#app/features/calls/settings.ts';
import { endOf } from '#app/features/calls/deadline.ts';
import { forPublic } from '#app/features/calls/views.ts';
import { editionSettingsSchema } from '#app/features/editions/settings.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import { uiWords } from '#app/ui/words.ts';
import { drawPage } from '../../../rendering/draw.ts';
import { everyRecord, everySetting } from '../../../../tests/every-page.ts';
import { paperCall, workCall } from '../../../../tests/small-edition.ts';
import type { EditionSite } from '../edition-pages.ts';
import { standIns } from '../stand-ins.ts';
import { withStandingPages } from '../standing-pages.ts';
import { pagesOfSite } from '../whole-site.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { spacedInFrench } from '#app/ui/typeset.ts';
import { wordsIn } from './words.ts';

const now = new Date('2024-08-20T10:00:00Z');
const mark = '§';

/** What people write; everything else in settings and records is ours. */
const written =
  /^(name|tagline|host|summary|includes|notice|label|what|note|address|directions|access|level|field|affiliation|pronouns|bio|photoCredit|title|body|text|looksFor|judgedOn|ifAccepted|help|registration|medium|size|edition|words|alt|description|credit|topics|role|use|group)$/;

function marked<T>(value: T, key = ''): T {
  if (typeof value === 'string') return (written.test(key) && value !== '' ? mark : value) as T;
  if (Array.isArray(value)) return value.map((one) => marked(one, key)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, marked(one, name)])) as T;
}

/** Open and extended, not open yet, and over. */
const spans = [
  ['2024-07-01', '2024-09-01', '2024-09-08'],
  ['2024-09-01', '2024-10-01', '2024-10-08'],
  ['2024-07-01', '2024-08-01'],
];
const calls = spans.flatMap(([first, last, later], at) =>
  [paperCall, workCall].map((call): Call => {
    const settings = marked(v.parse(callSchema, call));
    const key = `${settings.key}-${at}`;
    const moment = { date: first!, time: '12:00', zone: 'America/Vancouver' };
    const set = (date: string) => ({ ...moment, date, zone: 'AoE' });
    const extended = later ? [{ asSet: set(later), deadline: endOf(set(later)) }] : [];
    return {
      id: key,
      editionId: '1',
      key,
      revision: 1,
      settings: { ...settings, key, opens: moment, deadline: set(last!), decisionsOn: '2024-10-09' },
      extensions: extended.map((one) => ({ ...one, id: '1', reason: mark, extendedAt: now })),
      finalExtensions: [],
      waivers: [],
    };
  }),
);

function siteIn(language: string): EditionSite {
  const raw = marked(v.parse(editionSettingsSchema, everySetting));
  const settings = { ...raw, about: { ...raw.about, language } };
  const told = calls.map((call) => forPublic(call, now, language));
  const standing = withStandingPages(
    settings,
    calls.map((call) => call.settings),
  );
  const dates = importantDates(settings, calls, language);
  return {
    slug: '2024',
    settings: { ...settings, pages: standing },
    calls: told,
    dates,
    next: dates[0]!,
    records: everyRecord().map((record) => {
      const { ai } = record.work ?? {};
      const plain = marked(record);
      // Levels and parts of AI are Salon's words, in records as they are in English.
      return (
        ai
          ? {
              ...plain,
              work: { ...plain.work!, ai: { ...plain.work!.ai!, level: ai.level, roles: ai.roles } },
            }
          : plain
      ) as PublicRecord;
    }),
    contents: {},
    pictures: [],
    search: 'assets/search-2024.js',
    base: 'https://workshop.example',
    demo: true,
  };
}

function textOf(html: string): string {
  const shown = html.replaceAll(/<script[^]*?<\/script>|<code[^]*?<\/code>|<pre[^]*?<\/pre>/g, ' ');
  const said = [
    ...shown.matchAll(/\s(?:aria-label|alt|title|label|data-(?:copied|all|some|time))="([^"]*)"/g),
  ].map(([, words]) => words);
  const bare = shown.replaceAll(/<[^>]*>/g, ' ');
  return [bare, ...said]
    .join(' | ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\{\w+\}/g, '')
    .replaceAll(/[ \n]+/g, ' ');
}

const drawnIn = (language: string) => {
  const site = siteIn(language);
  const linked = { styles: [], scripts: [] };
  return [...pagesOfSite([site, { ...site, slug: '2023' }]), ...standIns([site])].map((page) => ({
    address: page.address,
    text: textOf(drawPage(page, linked)),
  }));
};

/** Sentences of a table that make no use of anything given. */
const sentences = (table: unknown): string[] =>
  typeof table === 'string'
    ? [table]
    : typeof table === 'object' && table !== null
      ? Object.values(table).flatMap(sentences)
      : [];

const plain = (words: string) => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('a public page in French', () => {
  const pages = drawnIn('fr');

  it('is drawn of every kind that there is in English', () => {
    expect(pages.map(({ address }) => address)).toEqual(drawnIn('en').map(({ address }) => address));
    expect(pages.length).toBeGreaterThan(40);
  });

  it('says nothing in the English words of the pages', () => {
    const french = [...sentences(fr), ...sentences(uiWords.fr)].join('\n').toLowerCase();
    const english = [...sentences(en), ...sentences(uiWords.en)].filter(
      (one) => one.length > 3 && !french.includes(one.toLowerCase()) && one !== en.locale,
    );
    const left = pages.flatMap(({ address, text }) =>
      english
        .filter((one) => new RegExp(`(?<![\\p{L}])${plain(one)}(?![\\p{L}])`, 'u').test(text))
        .map((one) => `${address}: ${one}`),
    );
    expect(left).toEqual([]);
  });

  it('holds none of the words that no English sentence does without', () => {
    const quoted = /«[^»]*»/g;
    const common =
      /(?<![\p{L}’'-])(the|and|of|your|this|that|with|from|read|show|by|at most|is|are|was|in|it|all|not|to|as|or|you|time|works|papers|before|page of|January|May|June|July|August|September|October|November|December|Monday|Tuesday|Saturday|Sunday)(?![\p{L}-])/iu;
    const left = pages.flatMap(({ address, text }) => {
      const found = common.exec(text.replaceAll(quoted, ''));
      return found
        ? [
            `${address}: …${text.replaceAll(quoted, '').slice(Math.max(0, found.index - 40), found.index + 40)}…`,
          ]
        : [];
    });
    expect(left).toEqual([]);
  });

  it('says in its root which language it speaks, and counts and dates as that language does', () => {
    const linked = { styles: [], scripts: [] };
    const [home] = pagesOfSite([siteIn('fr')]);
    const html = drawPage(home!, linked);
    expect(/<html[^>]*>/.exec(html)![0]).toEqual('<html lang="fr" dir="ltr">');
    expect(textOf(html)).toContain('14–15 décembre 2024');
    expect(wordsIn('fr').places.minutes(1)).toEqual('1 minute');
    expect(wordsIn('fr-CA').places.minutes(0)).toEqual('0 minute');
  });
});

it('puts a space that breaks no line before high signs and inside guillemets', () => {
  expect(spacedInFrench('Quoi ? « Oui » : 10 000 !')).toEqual(
    'Quoi\u202f? «\u00a0Oui\u00a0»\u00a0: 10\u202f000\u202f!',
  );
});

it('speaks English where it has no words of its own', () => {
  expect(wordsIn('ar')).toBe(wordsIn('en'));
});
