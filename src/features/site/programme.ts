/** The programme as readers use it: by day, by place, and where to be when, all made from the same sessions. */
import type { EditionSettings } from '#app/features/editions/settings.ts';
import { personPlace } from './own-pages.ts';

type Session = EditionSettings['programme']['sessions'][number];

export interface Row {
  session: Session;
  /** Names of rooms with their place, "Online" last. */
  where: string[];
  /** `place` is where one reads of them, below the edition. */
  people: { name: string; pronouns: string; key: string; role: string; place: string }[];
  /** Another session runs at the same time. */
  concurrent: boolean;
}

export interface Day {
  day: string;
  rows: Row[];
  stays: Stay[];
}

/** A stretch of the day in one place, as long as nothing else begins elsewhere. */
export interface Stay {
  start: string;
  end: string;
  where: string;
}

/** Days in order, sessions by start, then end. */
export function programmeByDay({ programme, places, people }: EditionSettings, online = 'Online'): Day[] {
  const names = placeNames(places);
  const days = [...new Set(programme.sessions.map(({ day }) => day))].sort();
  return days.map((day) => {
    const sessions = programme.sessions
      .filter((session) => session.day === day)
      .sort((a, b) => (a.start + a.end < b.start + b.end ? -1 : 1));
    const rows = sessions.map((session) => ({
      session,
      where: [
        ...session.places.map((key) => names.get(key) ?? key),
        ...(session.online && !session.places.includes('online') ? [online] : []),
      ],
      people: session.people.map(({ person, role }) => {
        const { name = person, pronouns = '', ...found } = people.find(({ key }) => key === person) ?? {};
        return {
          key: person,
          role,
          name,
          pronouns,
          place: personPlace({ bio: '', roles: [], ...found, key: person }),
        };
      }),
      concurrent: sessions.some(
        (other) => other !== session && other.start < session.end && session.start < other.end,
      ),
    }));
    return { day, rows, stays: whereToBe(sessions, names) };
  });
}

export interface PlaceDay {
  where: string;
  days: { day: string; sessions: Pick<Session, 'key' | 'title' | 'start' | 'end' | 'kind'>[] }[];
}

/** Places in the order in which something first happens there; what names none is left to the days. */
export function programmeByPlace(days: Day[]): PlaceDay[] {
  const wheres = [...new Set(days.flatMap(({ rows }) => rows.flatMap(({ where }) => where)))];
  return wheres.map((where) => ({
    where,
    days: days
      .map(({ day, rows }) => ({
        day,
        sessions: rows
          .filter((row) => row.where.includes(where))
          .map(({ session: { key, title, start, end, kind } }) => ({ key, title, start, end, kind })),
      }))
      .filter(({ sessions }) => sessions.length > 0),
  }));
}

/** Neighbouring sessions in the same place become one stay; what names no place leaves a gap. */
export function whereToBe(sessions: Session[], names: Map<string, string>): Stay[] {
  const stays: Stay[] = [];
  for (const { start, end, places } of sessions) {
    if (places.length === 0) continue;
    const where = places.map((key) => names.get(key) ?? key).join(', ');
    const last = stays.at(-1);
    if (last?.where === where && start <= last.end) last.end = end > last.end ? end : last.end;
    else stays.push({ start, end, where });
  }
  return stays;
}

/** "Corduva Ballroom, Level A, Pinnacle Hotel" for a room, the bare name for a place. */
export function placeNames(places: EditionSettings['places']): Map<string, string> {
  return new Map(
    places.flatMap(({ key, name, rooms }) => [
      [key, name] as const,
      ...rooms.map((room) => [room.key, [room.name, room.level, name].filter(Boolean).join(', ')] as const),
    ]),
  );
}
