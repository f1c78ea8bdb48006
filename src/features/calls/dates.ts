/**
 * Dates in words, as they were set. Owns what an edition's list of dates says, extensions with the old date kept.
 * Grace is nowhere in here: no page that reads this can show it.
 */
import { sayLeft } from '#app/ui/moment.ts';
import { Temporal } from 'temporal-polyfill';
import type { EditionSettings } from '../editions/settings.ts';
import { deadlineAsSet, deadlineOf, phaseOf, type Call } from './call.ts';
import { endOf, startOf, zoneId } from './deadline.ts';
import type { Moment } from './settings.ts';

/** `12 September 2024, 23:59 AoE`: what was set, without asking any clock. */
export function sayAsSet({ date, time, zone }: Moment): string {
  return `${sayDay(date)}, ${time} ${zone === 'AoE' ? zone : sayZone(zone)}`;
}

export function sayDay(day: string): string {
  const { year, month, day: number } = Temporal.PlainDate.from(day);
  return `${number} ${months[month - 1]} ${year}`;
}

/** The last minute of a deadline in another zone: `13 September 2024, 04:59 Vancouver time`. */
export function sayDeadlineIn(deadline: Date, zone: string): string {
  const last = Temporal.Instant.fromEpochMilliseconds(deadline.getTime() - 1).toZonedDateTimeISO(
    zoneId(zone),
  );
  return sayAsSet({ date: last.toPlainDate().toString(), time: last.toString().slice(11, 16), zone });
}

/** What a page says about a deadline; `datetime` is the first instant that is too late. */
export function sayDeadline(call: Call, now: Date) {
  const deadline = deadlineOf(call);
  return {
    words: sayAsSet(deadlineAsSet(call)),
    datetime: deadline.toISOString(),
    left: sayLeft(deadline, now) ?? null,
    extensions: call.extensions.map((extension, at) => ({
      was: sayAsSet(at === 0 ? call.settings.deadline : call.extensions[at - 1]!.asSet),
      words: sayAsSet(extension.asSet),
      reason: extension.reason,
      on: extension.extendedAt.toISOString(),
    })),
  };
}

/** To everybody but the person whose upload is still running, grace looks like closed. */
export function publicPhase(call: Call, now: Date): 'upcoming' | 'open' | 'closed' {
  const phase = phaseOf(call, now);
  return phase === 'grace' ? 'closed' : phase;
}

export interface ImportantDate {
  key: string;
  what: string;
  words: string;
  /** For the `datetime` attribute: an instant, or a day. */
  datetime: string;
  /** Earlier dates that an extension replaced, oldest first: shown struck through. */
  was: string[];
  note: string;
}

/** Every date of an edition in order: those its calls make, and those the organizers added. */
export function importantDates(settings: Pick<EditionSettings, 'dates'>, calls: Call[]): ImportantDate[] {
  const own = settings.dates.map(({ key, what, on, until, note }) => ({
    at: on,
    date: { key, what, words: until ? sayDays(on, until) : sayDay(on), datetime: on, was: [], note },
  }));
  return [...calls.flatMap(datesOf), ...own]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ date }) => date);
}

function datesOf(call: Call) {
  const { opens, decisionsOn, title } = call.settings;
  const asSet = deadlineAsSet(call);
  const was = [call.settings.deadline, ...call.extensions.map((extension) => extension.asSet)].slice(0, -1);
  const made = (name: string, what: string, at: string, words: string, rest = {}) => ({
    at,
    date: {
      key: `${call.key}-${name}`,
      what: `${title}: ${what}`,
      words,
      datetime: at,
      was: [],
      note: '',
      ...rest,
    },
  });
  return [
    ...(opens ? [made('opens', 'opens', startOf(opens).toISOString(), sayAsSet(opens))] : []),
    made('deadline', 'deadline', deadlineOf(call).toISOString(), sayAsSet(asSet), {
      was: was.map(sayAsSet),
      note: was.length > 0 ? 'Extended' : '',
    }),
    ...(decisionsOn ? [made('decisions', 'decisions', decisionsOn, sayDay(decisionsOn))] : []),
  ];
}

/** `14–15 December 2024`, `30 November – 2 December 2024`, or both in full. */
export function sayDays(first: string, last: string): string {
  const [a, b] = [Temporal.PlainDate.from(first), Temporal.PlainDate.from(last)];
  if (first === last) return sayDay(first);
  if (a.year !== b.year) return `${sayDay(first)} – ${sayDay(last)}`;
  if (a.month !== b.month) return `${a.day} ${months[a.month - 1]} – ${sayDay(last)}`;
  return `${a.day}–${sayDay(last)}`;
}

/** Whether one moment as set is later than another, by the instant at which each ends. */
export const isLater = (a: Moment, b: Moment) => endOf(a) > endOf(b);

function sayZone(zone: string): string {
  if (zone === 'UTC' || zone.startsWith('Etc/')) return zone;
  return `${zone.split('/').at(-1)!.replaceAll('_', ' ')} time`;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
