/**
 * The guided set-up of an edition: four short forms and a look. Owns what each asks and how the answers become
 * settings and calls; everything asked here, and much more, can be changed on the desk afterwards.
 */
import type { FieldProblems } from '#app/platform/refusal.ts';
import { checkSection, checkTogether } from '../editions/check.ts';
import type { FormField, FormValue } from '../editions/form.ts';
import { sectionForm } from '../editions/section-forms.ts';
import type { EditionSettings, SectionName } from '../editions/settings.ts';
import { momentFields, zoneOptions } from './call-forms.ts';
import { checkCall } from './check.ts';
import type { CallSettings } from './settings.ts';
import { basicFields, basicsOf } from './edition-basics.ts';
import { daysBetween } from './shift.ts';
import { creativeWorkTemplate } from './templates/creative-work.ts';
import { papersTemplate } from './templates/papers.ts';
import { isDay } from '../editions/days.ts';

export const steps = ['dates', 'places', 'people', 'calls', 'look'] as const;
export type Step = (typeof steps)[number];
export type Draft = Partial<Record<Step, FormValue>>;

export const stepTitles: Record<Step, string> = {
  dates: 'Name and dates',
  places: 'Places',
  people: 'People',
  calls: 'Calls',
  look: 'Look at it',
};

const leads: Record<Step, string> = {
  dates: 'What the workshop is called, when it is, and in which zone its days are counted.',
  places: 'Where it happens. You can leave this empty and come back to it on the desk.',
  people: 'Whom the site names: speakers, organizers, moderators. This too can wait.',
  calls: 'Both calls come with texts, questions and agreements to begin from. Here are the dates and limits.',
  look: 'Nothing is public yet.',
};

export function stepForm(step: Step, zones: string[]): { title: string; lead: string; fields: FormField[] } {
  return { title: stepTitles[step], lead: leads[step], fields: fieldsOf(step, zones) };
}

/** What the form shows before anything was said. */
export const firstValues: Draft = {
  dates: {},
  places: { items: [] },
  people: { items: [] },
  calls: {
    papers: {
      use: true,
      deadline: { time: '23:59', zone: 'AoE' },
      pages: 4,
      bytes: papersTemplate.rules.maxBytes,
    },
    works: {
      use: true,
      deadline: { time: '23:59', zone: 'AoE' },
      bytes: creativeWorkTemplate.rules.maxBytes,
    },
  },
};

/** Problems of one step, by the names of its own fields. */
export function stepProblems(step: Step, value: FormValue): FieldProblems {
  if (step === 'dates') return datesProblems(value);
  if (step === 'calls') return callsProblems(value);
  if (step === 'look') return {};
  const checked = checkSection(step, value.items ?? []);
  const problems = checked.problems ?? checkTogether({ ...blank, [step]: checked.value })[step];
  return Object.fromEntries(Object.entries(problems).map(([path, sentence]) => [`items.${path}`, sentence]));
}

/** The edition that the draft describes; only for a draft whose steps have no problems. */
export function wholeOf(draft: Draft): { settings: EditionSettings; calls: CallSettings[] } {
  const section = <N extends SectionName>(name: N, body: unknown) => checkSection(name, body).value!;
  return {
    settings: {
      ...empty,
      about: section('about', aboutOf(draft.dates ?? {})),
      places: section('places', draft.places?.items ?? []),
      people: section('people', draft.people?.items ?? []),
    },
    calls: callsOf(draft.calls ?? firstValues.calls!).map(({ body }) => checkCall(body).value!),
  };
}

const empty = {
  dates: [],
  places: [],
  people: [],
  programme: { tentative: true, note: '', sessions: [], published: [] },
  roundtables: [],
  pages: [],
  news: [],
  translations: [],
} satisfies Omit<EditionSettings, 'about'>;

/** Stands in for what was not said yet where one step is looked at alone. */
const blank: EditionSettings = {
  ...empty,
  about: checkSection('about', {
    slug: 'edition',
    name: 'Edition',
    zone: 'UTC',
    days: ['2000-01-01'],
    contactEmail: 'nobody@example.org',
  }).value!,
};

function fieldsOf(step: Step, zones: string[]): FormField[] {
  if (step === 'dates') return datesFields(zones);
  if (step === 'calls') return callsFields(zones);
  if (step === 'look') return [];
  return sectionForm(step, blank, zones).fields;
}

const datesFields = (zones: string[]): FormField[] => [
  { kind: 'line', name: 'name', label: 'Name of the workshop', required: true },
  { kind: 'line', name: 'tagline', label: 'In one line' },
  { kind: 'line', name: 'host', label: 'Part of, or hosted by' },
  { kind: 'text', name: 'summary', label: 'What it is about', rows: 5, help: 'Markdown. It can wait.' },
  ...basicFields(zones),
];

const callsFields = (zones: string[]): FormField[] => [
  { kind: 'group', name: 'papers', label: papersTemplate.title, fields: callFields(zones, true) },
  { kind: 'group', name: 'works', label: creativeWorkTemplate.title, fields: callFields(zones, false) },
];

const callFields = (zones: string[], paper: boolean): FormField[] => [
  { kind: 'yes', name: 'use', label: 'This edition has this call' },
  {
    kind: 'group',
    name: 'opens',
    label: 'Opens',
    help: 'Leave the day empty to open at once.',
    mark: ['date'],
    fields: momentFields(zoneOptions(zones)).map((field) => ({ ...field, required: false }) as FormField),
  },
  {
    kind: 'group',
    name: 'deadline',
    label: 'Deadline',
    fields: momentFields(zoneOptions(zones)).map((field) => ({ ...field, required: false }) as FormField),
  },
  ...(paper ? [{ kind: 'number', name: 'pages', label: 'Pages, references not counted' } as const] : []),
  {
    kind: 'number',
    name: 'bytes',
    label: paper ? 'Size of the PDF in MiB' : 'Size of everything together in MiB',
    unit: 1024 ** 2,
  },
];

function aboutOf({ first, last, slug, ...about }: FormValue): FormValue {
  return { ...about, ...basicsOf({ first, last, slug }) };
}

function datesProblems(value: FormValue): FieldProblems {
  const checked = checkSection('about', aboutOf(value));
  const problems = checked.problems ?? checkTogether({ ...empty, about: checked.value }).about;
  const [first, last] = [String(value.first ?? ''), String(value.last || value.first || '')];
  const own =
    isDay(first) && isDay(last) && last < first ? { last: 'The last day lies before the first.' } : {};
  const far =
    isDay(first) && isDay(last) && daysBetween(first, last) > 30 ? { last: 'At most 31 days.' } : {};
  const renamed = Object.entries(problems).map(([path, sentence]) => [
    path === 'days.0' ? 'first' : path,
    sentence,
  ]);
  return { ...Object.fromEntries(renamed), ...own, ...far };
}

function callsOf(value: FormValue): { name: string; body: unknown }[] {
  const kinds = { papers: papersTemplate, works: creativeWorkTemplate };
  return Object.entries(kinds).flatMap(([name, template]) => {
    const { use, opens, deadline, pages, bytes } = (value[name] ?? {}) as FormValue;
    if (!use) return [];
    const rules = {
      ...template.rules,
      ...(bytes !== undefined && { maxBytes: bytes }),
      ...(pages !== undefined && { maxBodyPages: pages }),
    };
    return [
      { name, body: { ...template, rules, deadline: deadline ?? {}, ...(opens !== undefined && { opens }) } },
    ];
  });
}

function callsProblems(value: FormValue): FieldProblems {
  const problems: FieldProblems = {};
  for (const { name, body } of callsOf(value)) {
    for (const [path, sentence] of Object.entries(checkCall(body).problems ?? {})) {
      const own = path.replace(/^rules\.maxBytes$/, 'bytes').replace(/^rules\.maxBodyPages$/, 'pages');
      problems[`${name}.${own}`] = sentence;
    }
  }
  return problems;
}
