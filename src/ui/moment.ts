/**
 * An instant in people's words. Owns how times read on every page: 24 hours, the month in letters,
 * the zone always named; the short form is for columns, and words above them name its zone. Leaves out what
 * a time means: deadlines are rules of their calls.
 */

import type { Spoken } from './language.ts';

/** Where a deadline stands at the end of a minute, people are shown that minute: 23:59, not 00:00. */
export type Wording = {
  zone?: string;
  part?: 'full' | 'short' | 'day' | 'time';
  deadline?: boolean;
  language?: Spoken;
};

export function sayMoment(
  at: Date,
  { zone = 'UTC', part = 'full', deadline = false, language = 'en' }: Wording = {},
): string {
  const p = partsOf(deadline ? new Date(at.getTime() - 1) : at, zone, locales[language]);
  const french = language === 'fr';
  const number = french && p.day === '1' ? '1er' : p.day;
  const day = `${p.weekday} ${number} ${p.month} ${p.year}`;
  const time = french ? `${Number(p.hour)}\u00a0h\u00a0${p.minute}` : `${p.hour}:${p.minute}`;
  if (part === 'short')
    return `${number} ${french ? (shortMonths[p.month!] ?? p.month) : p.month!.slice(0, 3)} ${p.year}, ${time}`;
  return part === 'day' ? day : part === 'time' ? time : `${day}${french ? ' à ' : ', '}${time}`;
}

export function sayZone(zone: string, language: Spoken = 'en'): string {
  if (zone === 'AoE' || zone === 'UTC') return zone;
  const place = zone.split('/').at(-1)!.replaceAll('_', ' ');
  if (/^[+-]/.test(place) || zone.startsWith('Etc/')) return zone;
  if (language === 'fr') return /^[AEIOUYÉÎ]/i.test(place) ? `heure d’${place}` : `heure de ${place}`;
  return `${place} time`;
}

/** What is left, in the two largest units; undefined once it is over. */
export function sayLeft(at: Date, now: Date, language: Spoken = 'en'): string | undefined {
  const seconds = Math.ceil((at.getTime() - now.getTime()) / 1000);
  if (seconds <= 0) return undefined;
  const sizes = [86_400, 3_600, 60, 1];
  const first = sizes.findIndex((size) => seconds >= size);
  let rest = seconds;
  return sizes
    .map((size, at) => {
      const many = Math.floor(rest / size);
      rest -= many * size;
      const [one, several] = units[language][at]!;
      return many === 0 ? '' : `${many} ${many === 1 ? one : several}`;
    })
    .slice(first, first + 2)
    .filter(Boolean)
    .join(' ');
}

const units: Record<Spoken, [one: string, several: string][]> = {
  en: [
    ['day', 'days'],
    ['hour', 'hours'],
    ['minute', 'minutes'],
    ['second', 'seconds'],
  ],
  fr: [
    ['jour', 'jours'],
    ['heure', 'heures'],
    ['minute', 'minutes'],
    ['seconde', 'secondes'],
  ],
};

const locales: Record<Spoken, string> = { en: 'en-GB', fr: 'fr-FR' };

/** As dictionaries shorten them; others are short already. */
const shortMonths: Record<string, string> = {
  janvier: 'janv.',
  février: 'févr.',
  avril: 'avr.',
  juillet: 'juil.',
  septembre: 'sept.',
  octobre: 'oct.',
  novembre: 'nov.',
  décembre: 'déc.',
};

/** Composed by hand: browsers and servers disagree about commas, and a page must not change when it wakes. */
function partsOf(at: Date, zone: string, locale: string): Record<string, string> {
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: zone === 'AoE' ? 'Etc/GMT+12' : zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}
