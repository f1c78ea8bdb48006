/** The forms for a new edition, from a template or as a copy: what it is called, when, and what it begins with. */
import { isDay } from '../editions/days.ts';
import { shortName, type FormField, type FormValue, type Option } from '../editions/form.ts';
import { momentFields, zoneOptions } from './call-forms.ts';
import { daysBetween, shiftDay } from './shift.ts';
import { templateNames, templates, type CallDates, type TemplateName } from './templates.ts';

export const ways = ['template', 'copy'] as const;
export type Way = (typeof ways)[number];

export const wayOf = (query: URLSearchParams): Way => (query.get('from') === 'copy' ? 'copy' : 'template');

export const templateFields = (zones: string[]): FormField[] => [
  {
    kind: 'pick',
    name: 'template',
    label: 'Begin with',
    required: true,
    options: templateNames.map((value) => ({
      value,
      label: `${templates[value].title}: ${templates[value].summary}`,
    })),
  },
  ...aboutFields(zones),
  {
    kind: 'group',
    name: 'deadline',
    label: 'Deadline of its calls',
    help: 'Each call can have its own later on.',
    fields: momentFields(zoneOptions(zones)),
  },
];

export const copyFields = (editions: Option[], zones: string[]): FormField[] => [
  { kind: 'pick', name: 'edition', label: 'A copy of', options: editions, required: true },
  ...aboutFields(zones),
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

export function templateInput({ template, deadline, ...about }: FormValue) {
  return {
    about: aboutOf(about),
    from: {
      template: String(template ?? '') as TemplateName,
      deadline: (deadline ?? {}) as CallDates['deadline'],
    },
  };
}

export function copyInput({ edition, keep, ...about }: FormValue) {
  return {
    about: aboutOf(about),
    from: { edition: String(edition ?? ''), keep: keep as ('people' | 'programme' | 'roundtables')[] },
  };
}

/** The operation's paths as the fields of the form. */
export function newEditionProblems(problems: Record<string, string>): Record<string, string> {
  const named = Object.fromEntries(
    Object.entries(problems).map(([path, sentence]) => [
      path.replace(/^about\.days.*/, 'first').replace(/^(about|from|calls\.\d+)\./, ''),
      sentence,
    ]),
  );
  // Without a first day there is no year to take the short name from; its own problem shows once there is one.
  if (named.first) delete named.slug;
  return named;
}

const aboutFields = (zones: string[]): FormField[] => [
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
];

function aboutOf({ name, first, last, zone, contactEmail, slug }: FormValue) {
  const from = String(first ?? '');
  const to = String(last || from);
  const span = isDay(from) && isDay(to) ? Math.max(0, Math.min(30, daysBetween(from, to))) : 0;
  return {
    slug: shortName(String(slug ?? '')) || from.slice(0, 4),
    name: String(name ?? ''),
    zone: String(zone ?? ''),
    days: span > 0 ? Array.from({ length: span + 1 }, (_, at) => shiftDay(from, at)) : [from],
    contactEmail: String(contactEmail ?? ''),
  };
}
