/** Sentences of the pages of the record: credits, rights, lengths, sizes. */
import type { PublicRecord } from '#app/features/works/record.ts';
import { sayDay as sayBareDay } from '#app/features/calls/dates.ts';
import { wordsIn } from '../words/words.ts';

/** "Ada Invented, Bo Invented and Chi Invented"; beyond `most`, how many others. */
export function namesOf(
  { people }: Pick<PublicRecord, 'people'>,
  most = people.length,
  language = 'en',
): string {
  const names = people.map(({ name }) => name);
  return sayNames(names, most, language);
}

export function sayNames(names: string[], most: number, language: string): string {
  const w = wordsIn(language).names;
  if (names.length > most + 1) return w.and(names.slice(0, most).join(', '), w.others(names.length - most));
  return names.length < 2 ? names.join('') : w.and(names.slice(0, -1).join(', '), names.at(-1)!);
}

/** The same on a page: a name that runs from right to left keeps its place among the others. */
export function namesApart({ people }: Pick<PublicRecord, 'people'>, most: number, language: string): string {
  const apart = people.map((one) =>
    turning.test(one.name) ? { ...one, name: `\u2068${one.name}\u2069` } : one,
  );
  return namesOf({ people: apart }, most, language);
}

const turning = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/** "4 min 10 s", "58 s", "1 h 2 min". */
export function sayLength(seconds: number): string {
  const whole = Math.round(seconds);
  const [h, min, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  return [h && `${h} h`, min && `${min} min`, (s || whole === 0) && `${s} s`].filter(Boolean).join(' ');
}

export function sayBytes(bytes: number, language = 'en'): string {
  const w = wordsIn(language).file;
  if (bytes >= 1e6) return w.megabytes((bytes / 1e6).toFixed(bytes >= 1e7 ? 0 : 1));
  return w.kilobytes(Math.max(1, Math.round(bytes / 1000)));
}

const formats: Record<string, string> = {
  'application/pdf': 'PDF',
  'text/vtt': 'WebVTT',
  'model/gltf-binary': 'GLB',
};

/** "PDF, 8 pages, 412 kB". */
export const sayFile = (
  { pages }: { pages: number | null },
  { mime, bytes }: { mime: string; bytes: number },
  language = 'en',
): string => {
  const w = wordsIn(language).file;
  const [type = ''] = mime.split(';');
  return [
    type === 'text/plain' ? w.plainText : (formats[type] ?? type.split('/')[1]!.toUpperCase()),
    pages && w.pages(pages),
    sayBytes(bytes, language),
  ]
    .filter(Boolean)
    .join(', ');
};

/** "Saturday 14 December 2024" for an ISO day. */
export function sayDay(iso: string, language = 'en'): string {
  const day = iso.slice(0, 10);
  return `${weekdayIn(language).format(new Date(`${day}T00:00:00Z`))} ${sayBareDay(day, language)}`;
}

const weekdays = new Map<string, Intl.DateTimeFormat>();

/** Made once for each language: it is asked for on every page of the record. */
function weekdayIn(language: string): Intl.DateTimeFormat {
  const { locale } = wordsIn(language);
  const known = weekdays.get(locale) ?? new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  weekdays.set(locale, known);
  return known;
}

export const paragraphs = (words: string) =>
  words
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter(Boolean);
