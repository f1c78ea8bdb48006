/** The forms for a new edition, from a template or as a copy: what it is called, when, and what it begins with. */
import type { FormField, FormValue, Option } from '../editions/form.ts';
import { momentFields, zoneOptions } from './call-forms.ts';
import { basicFields, basicsOf } from './edition-basics.ts';
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
  ...basicFields(zones),
];

function aboutOf({ name, zone, contactEmail, ...rest }: FormValue) {
  return {
    ...basicsOf(rest),
    name: String(name ?? ''),
    zone: String(zone ?? ''),
    contactEmail: String(contactEmail ?? ''),
  };
}
