/** The form for a copy of an edition: which, what it is called now, when, and what comes along. */
import { isDay } from '../editions/days.ts';
import { shortName, type FormField, type FormValue, type Option } from '../editions/form.ts';
import { daysBetween, shiftDay } from './shift.ts';

export const copyFields = (editions: Option[], zones: string[]): FormField[] => [
  { kind: 'pick', name: 'edition', label: 'A copy of', options: editions, required: true },
  { kind: 'line', name: 'name', label: 'Name', required: true },
  { kind: 'day', name: 'first', label: 'First day', required: true },
  { kind: 'day', name: 'last', label: 'Last day, if there are several' },
  {
    kind: 'pick',
    name: 'zone',
    label: 'Time zone of the place',
    required: true,
    options: zones.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
  },
  { kind: 'email', name: 'contactEmail', label: 'Address to write to', required: true },
  {
    kind: 'line',
    name: 'slug',
    label: 'Short name in addresses',
    help: 'It stays for good. Left empty, it is the year.',
  },
  {
    kind: 'picks',
    name: 'keep',
    label: 'Also take along',
    help: 'Texts, places, pages and calls always come along; every date moves with the first day.',
    options: [
      { value: 'people', label: 'People on the site' },
      { value: 'programme', label: 'The programme' },
      { value: 'roundtables', label: 'Round tables' },
    ],
  },
];

export function copyInput({ edition, name, first, last, zone, contactEmail, slug, keep }: FormValue) {
  const from = String(first ?? '');
  const to = String(last || from);
  const span = isDay(from) && isDay(to) ? Math.max(0, Math.min(30, daysBetween(from, to))) : 0;
  return {
    about: {
      slug: shortName(String(slug ?? '')) || from.slice(0, 4),
      name: String(name ?? ''),
      zone: String(zone ?? ''),
      days: span > 0 ? Array.from({ length: span + 1 }, (_, at) => shiftDay(from, at)) : [from],
      contactEmail: String(contactEmail ?? ''),
    },
    from: { edition: String(edition ?? ''), keep: keep as ('people' | 'programme' | 'roundtables')[] },
  };
}

/** The operation's paths as the fields of the form. */
export function copyProblems(problems: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).map(([path, sentence]) => [
      path.replace(/^about\.days.*/, 'first').replace(/^(about|from)\./, ''),
      sentence,
    ]),
  );
}
