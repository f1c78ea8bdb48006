/** How days and moments read in each language of the interface. English is written by hand: it must never change by itself. */
import type { Spoken } from '#app/ui/language.ts';

export interface DateWords {
  day(day: { day: number; month: number; year: number }): string;
  /** The first of two days in one month, or in one year, before the second in full. */
  sameMonth(first: number, last: string): string;
  sameYear(first: { day: number; month: number }, last: string): string;
  moment(day: string, time: string, zone: string): string;
  zone(place: string): string;
  ofCall(title: string, what: string): string;
  opens: string;
  deadline: string;
  decisions: string;
  finals: string;
  extended: string;
}

const monthsIn = (locale: string) =>
  Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month, 15)),
  );
const months = { en: monthsIn('en'), fr: monthsIn('fr') };

/** The first of a month is an ordinal in French. */
const inFrench = (day: number) => (day === 1 ? '1er' : String(day));

export const dateWords: Record<Spoken, DateWords> = {
  en: {
    day: ({ day, month, year }) => `${day} ${months.en[month - 1]} ${year}`,
    sameMonth: (first, last) => `${first}–${last}`,
    sameYear: ({ day, month }, last) => `${day} ${months.en[month - 1]} – ${last}`,
    moment: (day, time, zone) => `${day}, ${time} ${zone}`,
    zone: (place) => `${place} time`,
    ofCall: (title, what) => `${title}: ${what}`,
    opens: 'opens',
    deadline: 'deadline',
    decisions: 'decisions',
    finals: 'final versions due',
    extended: 'Extended',
  },
  fr: {
    day: ({ day, month, year }) => `${inFrench(day)} ${months.fr[month - 1]} ${year}`,
    sameMonth: (first, last) => `${inFrench(first)}–${last}`,
    sameYear: ({ day, month }, last) => `${inFrench(day)} ${months.fr[month - 1]} – ${last}`,
    moment: (day, time, zone) => `${day} à ${time.replace(':', '\u00a0h\u00a0')} ${zone}`,
    zone: (place) => (/^[AEIOUYÉÎ]/i.test(place) ? `heure d’${place}` : `heure de ${place}`),
    ofCall: (title, what) => `${title}\u00a0: ${what}`,
    opens: 'ouverture',
    deadline: 'date limite',
    decisions: 'décisions',
    finals: 'remise des versions définitives',
    extended: 'Reportée',
  },
};
