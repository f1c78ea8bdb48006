/**
 * Sessions and people with pages of their own (`own-pages.ts` says who and what has one): what each page is told, and
 * where it leads on. Coffee stays on the programme.
 */
import type { EditionSettings } from '#app/features/editions/settings.ts';
import { personJsonLd, sessionJsonLd } from './formats/event.ts';
import type { CardWords } from './cards/card.ts';
import { descriptionsOf } from './descriptions.ts';
import type { HeadData } from './head.ts';
import type { EditionSite } from './edition-pages.ts';
import { hasPersonPage, hasSessionPage } from './own-pages.ts';
import { sayDay, sayNames } from './pages/record-words.ts';
import type { Day, Row } from './programme.ts';

type Person = EditionSettings['people'][number];
type Link = { key: string; title: string };

export interface SessionData {
  day: string;
  zone: string;
  /** When it begins, as an instant, for the reader's own time. */
  from: string;
  row: Row;
  before: Link | null;
  after: Link | null;
}

export interface PersonData {
  person: Person;
  sessions: (Link & { day: string; start: string; role: string })[];
  tables: Link[];
}

export interface Own<T> {
  place: string;
  title: string;
  description: string;
  data: T;
  head: HeadData;
  card: CardWords;
}

export function sessionPages(site: EditionSite, days: Day[], zone: string): Own<SessionData>[] {
  const { settings } = site;
  const { language } = settings.about;
  const told = descriptionsOf(site);
  const rows = days.flatMap(({ day, rows }) => rows.map((row) => ({ day, row })));
  const shown = rows.filter(({ row }) => hasSessionPage(row.session));
  const link = (at: number) => {
    const session = shown[at]?.row.session;
    return session ? { key: session.key, title: session.title } : null;
  };
  return shown.map(({ day, row }, at) => {
    const jsonLd = sessionJsonLd(row.session, site, site.records);
    return {
      place: `sessions/${row.session.key}`,
      title: row.session.title,
      description: told.session(row, day),
      card: {
        foot: [
          `${sayDay(day, language)}, ${row.session.start}–${row.session.end}`,
          sayNames(
            row.people.map(({ name }) => name),
            5,
            language,
          ),
        ],
      },
      head: headWith(jsonLd),
      data: {
        day,
        zone,
        from: instant(jsonLd.startDate),
        row,
        before: link(at - 1),
        after: link(at + 1),
      },
    };
  });
}

export function personPages(site: EditionSite, days: Day[]): Own<PersonData>[] {
  const { settings } = site;
  const told = descriptionsOf(site);
  const rows = days.flatMap(({ day, rows }) => rows.map((row) => ({ day, session: row.session })));
  return settings.people.filter(hasPersonPage).map((person) => ({
    place: `people/${person.key}`,
    title: person.name,
    description: told.person(person),
    card: { foot: [[person.field, person.affiliation].filter(Boolean).join(', ')] },
    head: headWith({ '@context': 'https://schema.org', ...personJsonLd(person, site) }),
    data: {
      person,
      sessions: rows.flatMap(({ day, session }) =>
        session.people
          .filter((one) => one.person === person.key)
          .map(({ role }) => ({ key: session.key, title: session.title, day, start: session.start, role })),
      ),
      tables: settings.roundtables
        .filter(({ moderator }) => moderator === person.key)
        .map(({ key, title }) => ({ key, title })),
    },
  }));
}

const instant = (told: unknown) => new Date(String(told)).toISOString().replace('.000Z', 'Z');

const headWith = (data: object): HeadData => ({
  metas: [],
  properties: [],
  links: [],
  jsonLd: JSON.stringify(data),
});
