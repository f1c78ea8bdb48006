/** The edition in the words of schema.org: an event in a place and online, with a part for each session. */
import { homeOf, pageOf, type CitedEdition, type CitedIn } from '#app/features/works/citing/addresses.ts';
import { filled, type JsonLd } from '#app/features/works/citing/json-ld.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import type { EditionSettings } from '#app/features/editions/settings.ts';
import { personPlace, sessionPlace } from '../own-pages.ts';
import { Temporal } from 'temporal-polyfill';

type Session = EditionSettings['programme']['sessions'][number];
type Person = EditionSettings['people'][number];

/** Absolute address of a picture of the organizers, by its short name. */
export type PictureOf = (key: string) => string | undefined;

export function eventJsonLd(
  at: CitedEdition,
  records: PublicRecord[],
  pictureOf: PictureOf = () => undefined,
): JsonLd {
  const { about, people, places, programme } = at.settings;
  const days = [...about.days].sort();
  const sessions = [...programme.sessions].sort((a, b) => (a.day + a.start < b.day + b.start ? -1 : 1));
  const starts = sessions.map((session) => instantIn(session.day, session.start, about.zone));
  const ends = sessions.map((session) => endOf(session, about.zone)).sort(byInstant);
  const online = sessions.some(isOnline) || places.some(({ kind }) => kind === 'online');
  const venues = places.filter(({ kind }) => kind === 'venue').map((place) => placeOf(place));
  const having = (...roles: Person['roles'][number][]) =>
    people
      .filter((person) => person.roles.some((role) => roles.includes(role)))
      .map((person) => personOf(person, at, pictureOf));
  const organizers = having('organizer');
  return filled({
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': idOf(at),
    url: homeOf(at),
    name: about.name,
    description: (about.summary || about.tagline).trim(),
    // Without a programme only the days are known; with one the hour is, as it stands on the clock there.
    startDate: starts[0] ?? days[0],
    endDate: ends.at(-1) ?? days.at(-1),
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: attendance(online, venues.length > 0),
    location: [...venues, ...(online ? [virtual(at)] : [])],
    inLanguage: about.language,
    image: pictureOf(about.hero),
    organizer:
      organizers.length > 0 ? organizers : [{ '@type': 'Organization', name: about.name, url: homeOf(at) }],
    performer: having('speaker', 'panelist', 'moderator'),
    subEvent: sessions.map((session) => subEvent(session, at, records)),
  });
}

export const idOf = (at: CitedEdition) => `${homeOf(at)}#event`;

/** A session on a page of its own. */
export const sessionJsonLd = (session: Session, at: CitedEdition, records: PublicRecord[]): JsonLd => ({
  '@context': 'https://schema.org',
  ...subEvent(session, at, records),
  url: `${at.base}/${at.slug}/sessions/${session.key}`,
});

function subEvent(session: Session, at: CitedEdition, records: PublicRecord[]): JsonLd {
  const { about, people, places } = at.settings;
  const inPlaces = places.filter(
    ({ key, kind, rooms }) =>
      kind !== 'online' &&
      session.places.some((one) => one === key || rooms.some((room) => room.key === one)),
  );
  const online = isOnline(session);
  return filled({
    '@type': 'Event',
    '@id': `${at.base}/${at.slug}/${sessionPlace(session)}`,
    name: session.title,
    description: session.summary.trim(),
    startDate: instantIn(session.day, session.start, about.zone),
    endDate: endOf(session, about.zone),
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: attendance(online, inPlaces.length > 0),
    location: [
      ...inPlaces.map((place) =>
        placeOf(
          place,
          place.rooms.filter(({ key }) => session.places.includes(key)).map(({ name }) => name),
        ),
      ),
      ...(online ? [virtual(at)] : []),
    ],
    performer: session.people
      .flatMap(({ person }) => people.filter(({ key }) => key === person))
      .map((person) => personOf(person, at)),
    superEvent: { '@id': idOf(at) },
    workFeatured: [
      ...records
        .filter((record) => record.session?.key === session.key && !record.tombstone)
        .map((record) => ({ '@id': pageOf(record, at), name: record.title })),
      ...session.materials.filter(({ kind }) => kind !== 'recording').map(material),
    ],
    recordedIn: session.materials.filter(({ kind }) => kind === 'recording').map(material),
  });
}

const material = ({ label, url }: Session['materials'][number]): JsonLd => ({
  '@type': 'CreativeWork',
  name: label,
  url,
});

const isOnline = ({ online, places }: Session) => online || places.includes('online');

function attendance(online: boolean, inPerson: boolean): string {
  const mode = online ? (inPerson ? 'Mixed' : 'Online') : 'Offline';
  return `https://schema.org/${mode}EventAttendanceMode`;
}

const virtual = (at: CitedEdition): JsonLd => ({
  '@type': 'VirtualLocation',
  url: `${at.base}/${at.slug}/programme`,
});

const placeOf = ({ name, address }: EditionSettings['places'][number], rooms: string[] = []): JsonLd =>
  filled({ '@type': 'Place', name: [...rooms, name].join(', '), address });

export const personJsonLd = (person: Person, at: CitedIn): JsonLd => personOf(person, at);

const personOf = (person: Person, at: CitedIn, pictureOf?: PictureOf): JsonLd => {
  const { name, affiliation, links, photo } = person;
  return filled({
    '@type': 'Person',
    '@id': `${at.base}/${at.slug}/${personPlace(person)}`,
    name,
    affiliation: affiliation && { '@type': 'Organization', name: affiliation },
    url: links.find(({ url }) => url.startsWith('http'))?.url,
    image: pictureOf?.(photo),
  });
};

/** With the offset that the place keeps at that moment: 2024-12-14T09:00:00-08:00. */
export const instantIn = (day: string, time: string, zone: string) =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toString({ timeZoneName: 'never' });

/** What ends before it began ends on the next day. */
function endOf({ day, start, end }: Session, zone: string): string {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
  return instantIn(end < start ? next : day, end, zone);
}

const byInstant = (a: string, b: string) => Temporal.Instant.compare(a, b);
