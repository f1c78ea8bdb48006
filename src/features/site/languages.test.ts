/** An edition in English, with French beside it; everybody and everything is invented. */
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import type { Call } from '#app/features/calls/call.ts';
import { importantDates } from '#app/features/calls/dates.ts';
import { callSchema } from '#app/features/calls/settings.ts';
import { forPublic } from '#app/features/calls/views.ts';
import { checkTogether } from '#app/features/editions/check.ts';
import { editionSettingsSchema } from '#app/features/editions/settings.ts';
import { everyRecord, everySetting } from '../../../tests/every-page.ts';
import { attribute, links, tags } from '../../../tests/drawn.ts';
import { paperCall } from '../../../tests/small-edition.ts';
import { drawPage } from '../../rendering/draw.ts';
import type { EditionSite } from './edition-pages.ts';
import { machineFilesOf } from './formats/gathered.ts';
import { inOtherLanguages } from './other-languages.ts';
import { withStandingPages } from './standing-pages.ts';
import { translationChanges, translationRows, withTranslations } from './translating.ts';
import { pagesOfSite } from './whole-site.ts';

const now = new Date('2024-08-20T10:00:00Z');
const base = 'https://workshop.example';

const translations = [
  {
    key: 'fr',
    texts: [
      { key: 'about.tagline', of: 'A tagline', text: 'Une devise' },
      { key: 'pages.more.title', of: 'Once', text: 'Davantage' },
      { key: 'calls.papers.title', of: 'Call for papers', text: 'Appel à articles' },
      { key: 'calls.papers.summary', of: 'An older summary', text: 'Un ancien résumé' },
      { key: 'calls.papers.topics.options.law.label', of: 'Law', text: 'Droit' },
      { key: 'pictures.hall.alt', of: 'A hall', text: 'Une salle' },
    ],
  },
];

const callSettings = v.parse(callSchema, { ...paperCall, summary: 'A new summary' });
const call: Call = {
  id: '1',
  editionId: '1',
  key: 'papers',
  revision: 1,
  settings: callSettings,
  extensions: [],
  finalExtensions: [],
  waivers: [],
};

const settingsWith = (otherLanguages: string[]) =>
  v.parse(editionSettingsSchema, {
    ...everySetting,
    about: { ...everySetting.about, otherLanguages, hero: 'hall' },
    translations,
  });

const hall = {
  key: 'hall',
  revision: 1,
  alt: 'A hall',
  credit: 'Olga (invented)',
  licence: '',
  link: '',
  files: [
    {
      name: 'picture-480.jpg',
      mime: 'image/jpeg',
      width: 480,
      height: 320,
      bytes: 9,
      sha256: 'a'.repeat(64),
    },
  ],
};

function siteWith(otherLanguages: string[]): EditionSite {
  const settings = settingsWith(otherLanguages);
  const site: EditionSite = {
    slug: '2024',
    settings: { ...settings, pages: withStandingPages(settings, [callSettings]) },
    calls: [forPublic(call, now)],
    dates: importantDates(settings, [call]),
    next: null,
    records: everyRecord().map((record) => ({ ...record, topics: record.kind === 'paper' ? ['Law'] : [] })),
    pictures: [hall],
    contents: {},
    search: 'assets/search-2024.js',
    base,
    demo: false,
  };
  const others = inOtherLanguages(site, { settings, calls: [call], now });
  return others.length > 0 ? { ...site, others } : site;
}

const drawn = (languages: string[]) => {
  const pages = pagesOfSite([siteWith(languages)]);
  return new Map(pages.map((page) => [page.address, drawPage(page, { styles: [], scripts: [] })]));
};

describe('an edition in two languages', () => {
  const pages = drawn(['fr']);

  it('has every page in both, the main language where it always was', () => {
    const [main, other] = [[...drawn([]).keys()], [...pages.keys()]];
    expect(other.filter((address) => !address.startsWith('2024/fr/'))).toEqual(main);
    expect(other.filter((address) => address.startsWith('2024/fr/'))).toEqual(
      main.filter((address) => address !== '').map((address) => address.replace('2024/', '2024/fr/')),
    );
  });

  it('leads from each page to itself in the other, and tells machines so', () => {
    const html = pages.get('2024/fr/dates')!;
    const alternates = tags(html, 'link').filter((tag) => attribute(tag, 'hreflang'));
    expect(alternates.map((tag) => [attribute(tag, 'hreflang'), attribute(tag, 'href')])).toEqual([
      ['en', `${base}/2024/dates`],
      ['fr', `${base}/2024/fr/dates`],
      ['x-default', `${base}/2024/dates`],
    ]);
    expect(tags(html, 'link').find((tag) => attribute(tag, 'rel') === 'canonical')).toContain(
      `href="${base}/2024/fr/dates"`,
    );
    const chosen = tags(html, 'a').filter((tag) => attribute(tag, 'hreflang'));
    expect(
      chosen.map((tag) => [attribute(tag, 'href'), attribute(tag, 'lang'), attribute(tag, 'aria-current')]),
    ).toEqual([
      ['../dates.html', 'en', undefined],
      ['dates.html', 'fr', 'true'],
    ]);
  });

  it('keeps a reader in the language that was chosen, and leads to files where they lie', () => {
    const paper = pages.get('2024/fr/papers/paper-0')!;
    const own = links(paper).filter((link) => !/^(https?|mailto):/.test(link));
    expect(own).toContain('../../papers/paper-0.pdf');
    expect(own).toContain('../papers.html');
    expect(links(pages.get('2024/fr/calls/papers')!)).not.toContain('papers/begin.html');
    const addresses = new Set(
      [...pages.keys()].map((address) => (address.endsWith('/') ? `${address}index` : address)),
    );
    const lost = [...pages].flatMap(([from, html]) =>
      links(html.replaceAll(/<nav class="languages[^]*?<\/nav>|<link[^>]*>/g, ''))
        .filter((link) => /\.html($|[#?])/.test(link))
        .map((link) => new URL(link, `https://x/${from}`).pathname.slice(1).replace(/\.html$/, ''))
        .filter((to) => to.startsWith('2024/fr/') && !addresses.has(to)),
    );
    expect(lost).toEqual([]);
  });

  it('says what is translated in French, and marks what is not as English', () => {
    const home = pages.get('2024/fr/')!;
    expect(home).toContain('Une devise');
    expect(home).not.toContain('A tagline');
    expect(home).toMatch(/<div class="prose[^"]*" lang="en"><p dir="auto">A summary/);
    expect(pages.get('2024/fr/more')).toContain('Davantage');
    expect(pages.get('2024/fr/papers/paper-0')).toContain('Droit');
    expect(pages.get('2024/')).not.toMatch(/Une devise|Droit/);
  });

  it('says what a picture shows in the language of its page', () => {
    const alts = ['2024/', '2024/fr/'].map((address) =>
      tags(pages.get(address)!, 'img').map((tag) => attribute(tag, 'alt')),
    );
    expect(alts).toEqual([['A hall'], ['Une salle']]);
  });

  it('never says of a call by a translation what has changed since', () => {
    const html = pages.get('2024/fr/calls/papers')!;
    expect(html).toContain('Appel à articles');
    expect(html).toContain('A new summary');
    expect(html).not.toContain('Un ancien résumé');
  });

  it('tells citations and the event once, on the page in the main language', () => {
    expect(pages.get('2024/papers/paper-0')).not.toContain('2024/fr/papers/paper-0.pdf');
    expect(pages.get('2024/fr/papers/paper-0')).not.toMatch(/citation_|application\/ld\+json/);
    expect(pages.get('2024/fr/')).not.toContain('application/ld+json');
    expect(pages.get('2024/')).toContain('application/ld+json');
  });

  it('stands in the sitemap with its other language and where to go by default', () => {
    const site = siteWith(['fr']);
    const found = machineFilesOf([site], pagesOfSite([site]), base, now);
    const text = found.find(({ address }) => address === 'sitemap.xml')!.text.replaceAll(/\s+/g, ' ');
    expect(text).toContain(`hreflang="fr" href="${base}/2024/fr/dates"`);
    expect(text).toContain(`hreflang="x-default" href="${base}/2024/dates"`);
    expect(text).not.toContain('works/gone');
  });
});

it('draws an edition with one language as if there were no others', () => {
  const html = [...drawn([]).values()].join('');
  expect(html).not.toMatch(/hreflang|class="languages/);
});

it('lies from right to left where its language does', () => {
  expect(/<html[^>]*>/.exec(drawn(['ar']).get('2024/ar/dates')!)![0]).toEqual('<html lang="ar" dir="rtl">');
});

it('refuses a page where the other language lies', () => {
  const settings = settingsWith(['fr']);
  const pages = [...settings.pages, { slug: 'fr', title: 'French', body: '', menu: true }];
  expect(checkTogether({ ...settings, pages }).pages).toEqual({
    '1.slug': 'The site in another language lies at “fr”. Choose another title.',
  });
});

describe('translating at the desk', () => {
  const settings = settingsWith(['fr']);
  const rows = translationRows(settings, [callSettings], 'fr', [hall]);
  const row = (path: string) => rows.find((one) => one.path === path)!;

  it('sets every text beside its translation, and tells what is missing and what was left behind', () => {
    expect(['pictures.hall.alt', 'pictures.hall.credit'].map((path) => row(path)?.where)).toEqual([
      'Pictures › Hall › What it shows',
      'Pictures › Hall › Credit',
    ]);
    expect(['about.tagline', 'about.summary', 'pages.more.title'].map((path) => row(path))).toEqual([
      {
        path: 'about.tagline',
        where: 'About › Tagline',
        text: 'A tagline',
        translation: 'Une devise',
        state: 'done',
        madeFrom: '',
      },
      {
        path: 'about.summary',
        where: 'About › Summary',
        text: 'A summary',
        translation: '',
        state: 'missing',
        madeFrom: '',
      },
      {
        path: 'pages.more.title',
        where: 'Pages › More › Title',
        text: 'More',
        translation: 'Davantage',
        state: 'behind',
        madeFrom: 'Once',
      },
    ]);
  });

  it('keeps a mark until somebody writes anew or says that it is still right', () => {
    const said = (typed: [string, string][], kept: string[] = []) =>
      withTranslations(settings, rows, 'fr', { typed: new Map(typed), kept: new Set(kept) })[0]!.texts.find(
        ({ key }) => key === 'pages.more.title',
      );
    const path = 'pages.more.title';
    expect([
      said([[path, 'Davantage']]),
      said([[path, 'Plus']]),
      said([], [path]),
      said([[path, ' ']]),
    ]).toEqual([
      { key: path, of: 'Once', text: 'Davantage' },
      { key: path, of: 'More', text: 'Plus' },
      { key: path, of: 'More', text: 'Davantage' },
      undefined,
    ]);
  });

  it('is told text by text before it is published', () => {
    const after = withTranslations(settings, rows, 'fr', {
      typed: new Map([['about.summary', 'Un résumé']]),
      kept: new Set(),
    });
    expect(translationChanges(translations, after)).toEqual([
      { where: 'Translations › Français › About › Summary', before: null, after: 'Un résumé' },
    ]);
  });
});
