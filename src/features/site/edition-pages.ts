/**
 * Every page of one edition, from what is published of it. Owns which pages there are, what stands in the menu and
 * what each is told: no more than it shows, so that a page is drawn anew only when something on it changed.
 */
import { sayDays, type ImportantDate } from '#app/features/calls/dates.ts';
import type { PublicCall } from '#app/features/calls/views.ts';
import type { EditionSettings } from '#app/features/editions/settings.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import { sayZone } from '#app/ui/moment.ts';
import { newsInOrder } from './news.ts';
import type { Frame, Page } from './page.ts';
import { editionHead } from './formats/edition-head.ts';
import { citedIn, recordPages } from './record-pages.ts';
import { programmeByDay, type Day } from './programme.ts';

/** A call as a page holds it: nothing that ticks. */
export type SiteCall = Omit<PublicCall, 'deadline'> & { deadline: Omit<PublicCall['deadline'], 'left'> };

/** An edition as the world may know it, at one moment. */
export interface EditionSite {
  slug: string;
  settings: EditionSettings;
  calls: SiteCall[];
  dates: ImportantDate[];
  /** The next of the dates at this moment. */
  next: ImportantDate | null;
  /** Accepted, granted and published; in the order of their titles. */
  records: PublicRecord[];
  /** Short texts among their files, by hash: pages print them. */
  contents: Record<string, string>;
  /** Address of the search index, which readers load when they search. */
  search: string;
  /** Absolute address of the installation, without a slash at its end. */
  base: string;
  demo: boolean;
}

export interface HomeData {
  about: Pick<
    EditionSettings['about'],
    'name' | 'tagline' | 'host' | 'summary' | 'includes' | 'notice' | 'follow'
  >;
  calls: Pick<SiteCall, 'key' | 'kind' | 'title' | 'summary' | 'phase' | 'deadline'>[];
  next: ImportantDate | null;
  speakers: Pick<EditionSettings['people'][number], 'key' | 'name' | 'field' | 'affiliation'>[];
}
export interface DatesData {
  dates: ImportantDate[];
  calls: Pick<SiteCall, 'key' | 'title' | 'deadline'>[];
}
export interface ProgrammeData {
  zone: string;
  days: Day[];
  tentative: boolean;
  note: string;
}

export function pagesOf(site: EditionSite): Page[] {
  const { slug, settings, calls, dates } = site;
  const frame = frameOf(site);
  const page = (place: string, title: string, component: string, data: object, description = ''): Page => ({
    address: `${slug}/${place}`,
    title,
    component,
    data: { title, ...data },
    frame,
    description,
  });
  const { people, places, programme, roundtables, pages, news, about } = settings;
  const days = programmeByDay(settings);
  const names = Object.fromEntries(people.map(({ key, name }) => [key, name]));
  return [
    homePage(site, `${slug}/`),
    page('dates', 'Important dates', 'Dates', {
      dates,
      calls: calls.map(({ key, title, deadline }) => ({ key, title, deadline })),
    }),
    ...calls.map((call) => page(`calls/${call.key}`, call.title, 'CallPage', { call }, call.summary)),
    page('programme', 'Programme', 'Programme', {
      days,
      zone: sayZone(about.zone),
      tentative: programme.tentative,
      note: programme.note,
    }),
    ...(roundtables.length > 0
      ? [page('roundtables', 'Roundtables', 'Roundtables', { tables: roundtables, names })]
      : []),
    page('people', 'People', 'People', { people }),
    page('places', 'Places', 'Places', { places }),
    ...(news.length > 0 ? [page('news', 'News', 'News', { items: news })] : []),
    ...newsInOrder(news).map((one) => page(`news/${one.item.slug}`, one.item.title, 'NewsItem', one)),
    ...pages.map(({ slug: name, title, body }) => page(name, title, 'FreePage', { body })),
    ...recordPages(site, frame),
    page('contact', 'Contact', 'Contact', { follow: about.follow }),
  ];
}

/** The edition's own page; the newest edition's stands at the root as well. */
export function homePage(site: EditionSite, address: string): Page {
  const { name, tagline, host, summary, includes, notice, follow } = site.settings.about;
  const speakers = site.settings.people.filter(({ roles }) => roles.includes('speaker'));
  const data: HomeData = {
    about: { name, tagline, host, summary, includes, notice, follow },
    calls: site.calls.map(({ key, kind, title, summary, phase, deadline }) => ({
      key,
      kind,
      title,
      summary,
      phase,
      deadline,
    })),
    next: site.next,
    speakers: speakers.map(({ key, name, field, affiliation }) => ({ key, name, field, affiliation })),
  };
  return {
    address,
    title: name,
    component: 'Home',
    data: { ...data },
    frame: frameOf(site),
    description: tagline,
    head: editionHead(citedIn(site), site.records),
  };
}

/** What stands around every page of the edition. */
export function frameOf({ slug, settings, calls, records, demo }: EditionSite): Frame {
  const { name, days, host, contactEmail, language, accent } = settings.about;
  const menu = [
    ['dates', 'Dates'],
    ...calls.map(({ key, title }) => [`calls/${key}`, title]),
    ['programme', 'Programme'],
    ...(settings.roundtables.length > 0 ? [['roundtables', 'Roundtables']] : []),
    ['people', 'People'],
    ['places', 'Places'],
    ...(records.some(({ kind }) => kind === 'paper') ? [['papers', 'Papers']] : []),
    ...(records.some(({ kind }) => kind === 'work') ? [['works', 'Works']] : []),
    ...(records.some(({ award }) => award) ? [['awards', 'Awards']] : []),
    ...(settings.news.length > 0 ? [['news', 'News']] : []),
    ...settings.pages.filter(({ menu: shown }) => shown).map((one) => [one.slug, one.title]),
    ['contact', 'Contact'],
  ] as [string, string][];
  return {
    slug,
    name,
    language,
    accent,
    demo,
    when: sayDays(days[0]!, days.at(-1)!),
    where: host,
    contact: contactEmail,
    menu: menu.map(([place, label]) => ({ address: `${slug}/${place}`, label })),
  };
}
