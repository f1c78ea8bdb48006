/**
 * Dates in words, as they were set. Owns what an edition's list of dates says, extensions with the old date kept.
 * Grace is nowhere in here: no page that reads this can show it.
 */
import { spokenFor } from '#app/ui/language.ts';
import { sayLeft } from '#app/ui/moment.ts';
import { Temporal } from 'temporal-polyfill';
import type { EditionSettings } from '../editions/settings.ts';
import { deadlineAsSet, deadlineOf, phaseOf, type Call } from './call.ts';
import { dateWords } from './date-words.ts';
import { endOf, startOf, zoneId } from './deadline.ts';
import { finalCall } from './final.ts';
import type { Moment } from './settings.ts';

/** `12 September 2024, 23:59 AoE`: what was set, without asking any clock. */
export function sayAsSet({ date, time, zone }: Moment, language = 'en'): string {
  return wordsFor(language).moment(sayDay(date, language), time, sayZone(zone, language));
}

export const sayDay = (day: string, language = 'en'): string =>
  wordsFor(language).day(Temporal.PlainDate.from(day));

/** The last minute of a deadline in another zone: `13 September 2024, 04:59 Vancouver time`. */
export function sayDeadlineIn(deadline: Date, zone: string, language = 'en'): string {
  const last = Temporal.Instant.fromEpochMilliseconds(deadline.getTime() - 1).toZonedDateTimeISO(
    zoneId(zone),
  );
  return sayAsSet(
    { date: last.toPlainDate().toString(), time: last.toString().slice(11, 16), zone },
    language,
  );
}

/** What a page says about a deadline; `datetime` is the first instant that is too late. */
export function sayDeadline(call: Call, now: Date, language = 'en') {
  const deadline = deadlineOf(call);
  return {
    words: sayAsSet(deadlineAsSet(call), language),
    datetime: deadline.toISOString(),
    left: sayLeft(deadline, now) ?? null,
    extensions: call.extensions.map((extension, at) => ({
      was: sayAsSet(at === 0 ? call.settings.deadline : call.extensions[at - 1]!.asSet, language),
      words: sayAsSet(extension.asSet, language),
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
export function importantDates(
  settings: Pick<EditionSettings, 'dates'>,
  calls: Call[],
  language = 'en',
): ImportantDate[] {
  const own = settings.dates.map(({ key, what, on, until, note }) => ({
    at: on,
    date: { key, what, words: sayDays(on, until ?? on, language), datetime: on, was: [], note },
  }));
  return [...calls.flatMap((call) => datesOf(call, language)), ...own]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ date }) => date);
}

function datesOf(call: Call, language: string) {
  const w = wordsFor(language);
  const say = (moment: Moment) => sayAsSet(moment, language);
  const { opens, decisionsOn, title } = call.settings;
  const finals = finalCall(call);
  const made = (name: string, what: string, at: string, words: string, rest = {}) => ({
    at,
    date: {
      key: `${call.key}-${name}`,
      what: w.ofCall(title, what),
      words,
      datetime: at,
      was: [],
      note: '',
      ...rest,
    },
  });
  return [
    ...(opens ? [made('opens', w.opens, startOf(opens).toISOString(), say(opens))] : []),
    made('deadline', w.deadline, ...deadlineWords(call, language)),
    ...(decisionsOn ? [made('decisions', w.decisions, decisionsOn, sayDay(decisionsOn, language))] : []),
    ...(finals ? [made('final-deadline', w.finals, ...deadlineWords(finals, language))] : []),
  ];
}

/** Where it stands among dates, as it was set, and what it was before. */
function deadlineWords(call: Call, language: string): [string, string, { was: string[]; note: string }] {
  const was = [call.settings.deadline, ...call.extensions.map((extension) => extension.asSet)].slice(0, -1);
  return [
    deadlineOf(call).toISOString(),
    sayAsSet(deadlineAsSet(call), language),
    {
      was: was.map((one) => sayAsSet(one, language)),
      note: was.length > 0 ? wordsFor(language).extended : '',
    },
  ];
}

/** `14–15 December 2024`, `30 November – 2 December 2024`, or both in full. */
export function sayDays(first: string, last: string, language = 'en'): string {
  const [a, b] = [Temporal.PlainDate.from(first), Temporal.PlainDate.from(last)];
  const end = sayDay(last, language);
  if (first === last) return end;
  if (a.year !== b.year) return `${sayDay(first, language)} – ${end}`;
  const w = wordsFor(language);
  return a.month !== b.month ? w.sameYear(a, end) : w.sameMonth(a.day, end);
}

/** Whether one moment as set is later than another, by the instant at which each ends. */
export const isLater = (a: Moment, b: Moment) => endOf(a) > endOf(b);

/** A zone of the map by its city; AoE, UTC and offsets by their names. */
export function sayZone(zone: string, language = 'en'): string {
  if (zone === 'AoE' || zone === 'UTC' || zone.startsWith('Etc/')) return zone;
  return wordsFor(language).zone(zone.split('/').at(-1)!.replaceAll('_', ' '));
}

const wordsFor = (language: string) => dateWords[spokenFor(language)];
