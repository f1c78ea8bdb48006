/**
 * Every page of one edition, from what is published of it. Owns which pages there are, what stands in the menu and
 * what each is told: no more than it shows, so that a page is drawn anew only when something on it changed.
 */
import { sayDay, sayDays, sayZone, type ImportantDate } from '#app/features/calls/dates.ts';
import type { PublicCall } from '#app/features/calls/views.ts';
import type { EditionSettings } from '#app/features/editions/settings.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import { menuAsWished, type Entry } from './menu.ts';
import { newsInOrder } from './news.ts';
import type { Frame, Page } from './page.ts';
import { absolutePicture } from './pictures/picture.ts';
import { picturesIn } from './pictures/uses.ts';
import type { SitePicture } from './pictures/picture.ts';
import { editionHead } from './formats/edition-head.ts';
import type { CardWords } from './cards/card.ts';
import { descriptionsOf } from './descriptions.ts';
import { hasPersonPage } from './own-pages.ts';
import { personPages, sessionPages, type Own } from './session-pages.ts';
import { recordPages } from './record-pages.ts';
import { programmeByDay, programmeByPlace, type Day } from './programme.ts';
import { wordsIn } from './words/words.ts';

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
  /** Of the organizers, as far as the words use them. */
  pictures: SitePicture[];
  /** Short texts among their files, by hash: pages print them. */
  contents: Record<string, string>;
  /** Address of the search index, which readers load when they search. */
  search: string;
  /** Absolute address of the installation, without a slash at its end. */
  base: string;
  /** Origin of the other host name, where web pieces run; null where there is none. */
  elsewhere?: string | null;
  demo: boolean;
  /** The same in its other languages, in the order of their switch. */
  others?: OtherSite[];
}

/** An edition in another language than its main one. */
export interface OtherSite extends EditionSite {
  /** What nobody has translated, and the language it is in. */
  untranslated: { language: string; texts: Set<string> };
}

export interface HomeData {
  about: Pick<
    EditionSettings['about'],
    'name' | 'tagline' | 'host' | 'summary' | 'includes' | 'notice' | 'follow' | 'hero'
  >;
  calls: Pick<SiteCall, 'key' | 'kind' | 'title' | 'summary' | 'phase' | 'deadline'>[];
  next: ImportantDate | null;
  speakers: Pick<
    EditionSettings['people'][number],
    'key' | 'name' | 'pronouns' | 'field' | 'affiliation' | 'photo'
  >[];
}
export interface DatesData {
  dates: ImportantDate[];
  calls: Pick<SiteCall, 'key' | 'title' | 'deadline' | 'finals'>[];
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
  const { titles, programme: w } = wordsIn(frame.language);
  const told = descriptionsOf(site);
  const page = (
    place: string,
    title: string,
    component: string,
    data: object,
    description: string,
    card?: CardWords,
  ): Page => ({
    address: `${slug}/${place}`,
    title,
    component,
    data: { title, ...data },
    frame,
    description,
    ...(card && { card }),
    pictures: picturesIn(data, site.pictures),
  });
  const { people, places, programme, roundtables, pages, news, about } = settings;
  const days = programmeByDay(settings, w.online);
  const zone = sayZone(about.zone, about.language);
  const own =
    (component: string) =>
    (one: Own<object>): Page => ({
      ...page(one.place, one.title, component, one.data, one.description, one.card),
      head: one.head,
    });
  const names = Object.fromEntries(
    people.map((one) => [one.key, { name: one.name, pronouns: one.pronouns, paged: hasPersonPage(one) }]),
  );
  return [
    homePage(site, `${slug}/`),
    page(
      'dates',
      titles.dates,
      'Dates',
      { dates, calls: calls.map(({ key, title, deadline, finals }) => ({ key, title, deadline, finals })) },
      told.dates(),
    ),
    ...calls.map((call) => page(`calls/${call.key}`, call.title, 'CallPage', { call }, told.call(call))),
    page(
      'programme',
      titles.programme,
      'Programme',
      { days, zone, tentative: programme.tentative, note: programme.note },
      told.programme(frame.when),
    ),
    ...(days.length > 0
      ? [
          page(
            'programme/places',
            w.byPlace,
            'ProgrammeByPlace',
            { places: programmeByPlace(days) },
            told.byPlace(days),
          ),
        ]
      : []),
    ...(roundtables.length > 0
      ? [
          page(
            'roundtables',
            titles.roundtables,
            'Roundtables',
            { tables: roundtables, names },
            told.roundtables(),
          ),
        ]
      : []),
    page('people', titles.people, 'People', { people }, told.people()),
    ...sessionPages(site, days, zone).map(own('SessionPage')),
    ...personPages(site, days).map(own('PersonPage')),
    page('places', titles.places, 'Places', { places }, told.places()),
    ...(news.length > 0 ? [page('news', titles.news, 'News', { items: news }, told.news())] : []),
    ...newsInOrder(news).map((one) => {
      const { slug: name, title, body, on } = one.item;
      const card = { foot: [sayDay(on, about.language)] };
      return page(`news/${name}`, title, 'NewsItem', one, told.text(body, title), card);
    }),
    ...pages.map(({ slug: name, title, body }) =>
      page(name, title, 'FreePage', { body }, told.text(body, title)),
    ),
    ...recordPages(site, frame),
    {
      ...page('contact', titles.contact, 'Contact', { follow: about.follow }, told.contact()),
      scripts: ['about.js'],
    },
  ];
}

/** The edition's own page; the newest edition's stands at the root as well. */
export function homePage(site: EditionSite, address: string): Page {
  const { name, tagline, host, summary, includes, notice, follow, hero } = site.settings.about;
  const speakers = site.settings.people.filter(({ roles }) => roles.includes('speaker'));
  const data: HomeData = {
    about: { name, tagline, host, summary, includes, notice, follow, hero },
    calls: site.calls.map(({ key, kind, title, summary, phase, deadline }) => ({
      key,
      kind,
      title,
      summary,
      phase,
      deadline,
    })),
    next: site.next,
    speakers: speakers.map(({ key, name, pronouns, field, affiliation, photo }) => ({
      key,
      name,
      pronouns,
      field,
      affiliation,
      photo,
    })),
  };
  const frame = frameOf(site);
  return {
    address,
    title: name,
    component: 'Home',
    data: { ...data },
    frame,
    description: descriptionsOf(site).home(frame.when),
    card: { foot: [tagline, host] },
    pictures: picturesIn(data, site.pictures),
    head: editionHead(
      { base: site.base, slug: site.slug, settings: site.settings },
      site.records,
      absolutePictures(site),
    ),
  };
}

/** For machines, which follow no relative links. */
const absolutePictures =
  ({ pictures, slug, base }: EditionSite) =>
  (key: string) => {
    const found = pictures.find((one) => one.key === key);
    return found && absolutePicture(found, slug, base);
  };

/** What stands around every page of the edition. */
export function frameOf({ slug, settings, calls, records, pictures, demo }: EditionSite): Frame {
  const { name, days, host, contactEmail, language, accent, logo } = settings.about;
  const { menu: w } = wordsIn(language);
  const usual = [
    ['dates', w.dates],
    ...calls.map(({ key, title }) => [`calls/${key}`, title]),
    ['programme', w.programme],
    ...(settings.roundtables.length > 0 ? [['roundtables', w.roundtables]] : []),
    ['people', w.people],
    ['places', w.places],
    ...(records.some(({ kind }) => kind === 'paper') ? [['papers', w.papers]] : []),
    ...(records.some(({ kind }) => kind === 'work') ? [['works', w.works]] : []),
    ...(records.some(({ award }) => award) ? [['awards', w.awards]] : []),
    ...(settings.news.length > 0 ? [['news', w.news]] : []),
    ...settings.pages.filter(({ menu: shown }) => shown).map((one) => [one.slug, one.title]),
    ['contact', w.contact],
  ] as Entry[];
  const menu = menuAsWished(usual, settings.about.menu);
  return {
    slug,
    name,
    language,
    accent,
    logo: pictures.find(({ key }) => key === logo),
    demo,
    when: sayDays(days[0]!, days.at(-1)!, language),
    where: host,
    contact: contactEmail,
    menu: menu.map(([place, label]) => ({ address: `${slug}/${place}`, label })),
  };
}
