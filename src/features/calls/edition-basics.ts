/** What every new edition is asked, guided or not: when, in which zone, how to reach it, its short name. */
import { isDay } from '../editions/days.ts';
import { shortName, type FormField, type FormValue } from '../editions/form.ts';
import { daysBetween, shiftDay } from './shift.ts';

export const basicFields = (zones: string[]): FormField[] => [
  { kind: 'day', name: 'first', label: 'First day', required: true },
  { kind: 'day', name: 'last', label: 'Last day, if there are several' },
  {
    kind: 'pick',
    name: 'zone',
    label: 'Time zone of the place',
    required: true,
    options: zones.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
  },
  { kind: 'email', name: 'contactEmail', label: 'Address that people may write to', required: true },
  {
    kind: 'line',
    name: 'slug',
    label: 'Short name in addresses',
    help: 'Such as 2025. It stays for good. Left empty, it is the year.',
  },
];

/** At most 31 days; where first or last make no sense, the first as it was given, for the check to name. */
export function basicsOf({ first, last, slug }: FormValue): { days: string[]; slug: string } {
  const from = String(first ?? '');
  const to = String(last || from);
  const span = isDay(from) && isDay(to) ? Math.max(0, Math.min(30, daysBetween(from, to))) : 0;
  return {
    days: Array.from({ length: span + 1 }, (_, at) => (at === 0 ? from : shiftDay(from, at))),
    slug: shortName(String(slug ?? '')) || from.slice(0, 4),
  };
}
