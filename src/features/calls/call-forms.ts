/** A call as five calm forms. Each shows a part and leaves the rest of the call as it is. */
import type { FormField, FormValue, Option } from '../editions/form.ts';
import { finalField } from './final-forms.ts';
import { formatFromForm, formatToForm } from './format-forms.ts';
import { paperLimits, workLimits } from './limit-forms.ts';
import type { CallSettings } from './settings.ts';

export const callParts = ['text', 'dates', 'choices', 'questions', 'agreements', 'limits'] as const;
export type CallPart = (typeof callParts)[number];

export interface CallForm {
  title: string;
  lead: string;
  fields: FormField[];
}

export const partTitles: Record<CallPart, string> = {
  text: 'Texts',
  dates: 'Dates',
  choices: 'Topics, kinds and abstract',
  questions: 'Questions',
  agreements: 'Agreements',
  limits: 'Limits',
};

export function callForm(part: CallPart, call: CallSettings, zones: string[]): CallForm {
  return { title: partTitles[part], ...forms[part](call, zoneOptions(zones)) };
}

export function toForm(part: CallPart, call: CallSettings): FormValue {
  if (part !== 'limits') return structuredClone(call) as FormValue;
  const { rules } = call;
  if (rules.kind === 'work') return { rules };
  return { rules: { ...rules, ...formatToForm(rules.format), hasSupplement: rules.supplement !== null } };
}

export function fromForm(part: CallPart, value: FormValue, current: CallSettings): unknown {
  if (part === 'limits') return { ...current, rules: rulesFrom(value.rules as FormValue, current.rules) };
  const named = forms[part](current, []).fields.map(({ name }) => name);
  const kept = Object.fromEntries(Object.entries(current).filter(([name]) => !named.includes(name)));
  return { ...kept, ...value };
}

function rulesFrom(typed: FormValue, current: CallSettings['rules']): unknown {
  if (current.kind === 'work') return { ...current, ...typed };
  const { hasSupplement, supplement, template, format, ...rest } = typed;
  return {
    ...current,
    ...rest,
    format: formatFromForm(template, (format ?? {}) as FormValue, current.format),
    supplement: hasSupplement ? { ...current.supplement, ...(supplement as object) } : null,
  };
}

/** AoE first: it is how most deadlines are set. */
export const zoneOptions = (zones: string[]): Option[] => [
  { value: 'AoE', label: 'AoE (anywhere on Earth, UTC−12)' },
  ...zones.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
];

export const momentFields = (zones: Option[]): FormField[] => [
  { kind: 'day', name: 'date', label: 'Day', required: true },
  { kind: 'time', name: 'time', label: 'Time', required: true, help: 'The whole minute still counts.' },
  { kind: 'pick', name: 'zone', label: 'Zone', options: zones, required: true },
];

const key = (from: string): FormField => ({ kind: 'key', name: 'key', from });
const optionList = (name: string, label: string, item: string): FormField => ({
  kind: 'list',
  name,
  label,
  item,
  fields: [
    key('label'),
    { kind: 'line', name: 'label', label: 'What it says', required: true },
    { kind: 'line', name: 'help', label: 'More about it' },
  ],
});

const forms: Record<CallPart, (call: CallSettings, zones: Option[]) => Omit<CallForm, 'title'>> = {
  text: () => ({
    lead: 'What people read before they decide to take part.',
    fields: [
      { kind: 'line', name: 'title', label: 'Title', required: true },
      { kind: 'text', name: 'summary', label: 'In short', rows: 2, limit: 600 },
      {
        kind: 'text',
        name: 'text',
        label: 'The call',
        rows: 16,
        help: 'Markdown. On a line of its own, {{limits}} becomes the limits that the checks use.',
      },
      { kind: 'lines', name: 'looksFor', label: 'What you look for', help: 'One thing a line.' },
      { kind: 'lines', name: 'judgedOn', label: 'What it is judged on', help: 'One thing a line.' },
      { kind: 'lines', name: 'ifAccepted', label: 'If it is accepted', help: 'One thing a line.' },
      { kind: 'text', name: 'registration', label: 'Who has to register', rows: 2 },
      {
        kind: 'group',
        name: 'prize',
        label: 'Prize',
        mark: ['text', 'upTo'],
        fields: [
          {
            kind: 'text',
            name: 'text',
            label: 'In words',
            rows: 2,
            help: 'Leave empty where there is none.',
          },
          { kind: 'number', name: 'upTo', label: 'Up to' },
          { kind: 'line', name: 'currency', label: 'Currency', help: 'Such as USD or EUR.' },
        ],
      },
    ],
  }),
  dates: (call, zones) => ({
    lead: 'Once the call has opened its deadline moves only by an extension. Grace is shown on no public page.',
    fields: [
      {
        kind: 'group',
        name: 'opens',
        label: 'Opens',
        mark: ['date'],
        fields: momentFields(zones).map((field) => ({ ...field, required: false }) as FormField),
      },
      { kind: 'group', name: 'deadline', label: 'Deadline, as first set', fields: momentFields(zones) },
      {
        kind: 'number',
        name: 'graceMinutes',
        label: 'Grace in minutes',
        required: true,
        help: 'Finishes uploads begun in time. Accepts nothing new.',
      },
      { kind: 'day', name: 'decisionsOn', label: 'Decisions are told on' },
      {
        kind: 'day',
        name: 'filesDeletedOn',
        label: 'Files withdrawn or not selected are deleted on',
        help: 'With notice before.',
      },
      finalField(call.kind, momentFields(zones)),
    ],
  }),
  choices: () => ({
    lead: 'What people choose from when they describe what they hand in.',
    fields: [
      {
        kind: 'group',
        name: 'topics',
        label: 'Topics',
        mark: ['options'],
        fields: [
          optionList('options', 'Topics', 'topic'),
          { kind: 'yes', name: 'other', label: 'Also offer “other”, in words of one’s own' },
        ],
      },
      {
        kind: 'group',
        name: 'kinds',
        label: 'Kinds or forms',
        mark: ['label', 'options'],
        fields: [
          { kind: 'line', name: 'label', label: 'The question', help: 'Such as “Kind of paper”.' },
          optionList('options', 'Answers', 'answer'),
          { kind: 'yes', name: 'several', label: 'Several may be chosen' },
          { kind: 'yes', name: 'other', label: 'Also offer “other”, in words of one’s own' },
        ],
      },
      {
        kind: 'group',
        name: 'abstract',
        label: 'Abstract',
        fields: [
          { kind: 'line', name: 'label', label: 'What it is called', required: true },
          { kind: 'line', name: 'help', label: 'More about it' },
          { kind: 'yes', name: 'required', label: 'Has to be written' },
          { kind: 'number', name: 'maxLength', label: 'At most (characters)', required: true },
        ],
      },
    ],
  }),
  questions: (call) => ({
    lead: 'Everything else that the form asks, in this order.',
    fields: [
      {
        kind: 'list',
        name: 'questions',
        label: 'Questions',
        item: 'question',
        fields: [
          key('label'),
          { kind: 'line', name: 'label', label: 'Question', required: true },
          { kind: 'text', name: 'help', label: 'More about it', rows: 2 },
          { kind: 'pick', name: 'type', label: 'Answered by', options: questionTypes, required: true },
          optionList('options', 'To choose from', 'answer'),
          { kind: 'yes', name: 'other', label: 'Also offer “other”, in words of one’s own' },
          { kind: 'yes', name: 'required', label: 'Has to be answered' },
          { kind: 'number', name: 'maxLength', label: 'At most (characters)' },
          {
            kind: 'pick',
            name: 'audience',
            label: 'Besides you, the answer is read by',
            options: audiences,
            required: true,
          },
          {
            kind: 'pick',
            name: 'means',
            label: 'On the public page of an accepted work, the answer is',
            options: meanings,
          },
          { kind: 'line', name: 'group', label: 'Stands under the heading' },
          {
            kind: 'group',
            name: 'when',
            label: 'Asked only if',
            mark: ['question'],
            fields: [
              {
                kind: 'pick',
                name: 'question',
                label: 'This question',
                options: call.questions.map(({ key, label }) => ({ value: key, label })),
              },
              {
                kind: 'line',
                name: 'is',
                label: 'has this answer',
                help: 'The short name of the answer; for yes or no: yes, no.',
              },
            ],
          },
        ],
      },
    ],
  }),
  agreements: () => ({
    lead: 'The exact text that people agree to is kept with each submission. Changing it here asks nobody again.',
    fields: [
      {
        kind: 'list',
        name: 'agreements',
        label: 'Agreements',
        item: 'agreement',
        fields: [
          { kind: 'key', name: 'key', from: 'text' },
          { kind: 'text', name: 'text', label: 'Text', rows: 3, required: true },
          { kind: 'yes', name: 'required', label: 'Has to be agreed to' },
        ],
      },
    ],
  }),
  limits: ({ rules }) => ({
    lead: 'What the checks enforce. The call’s text says the same wherever it has {{limits}}.',
    fields: [
      {
        kind: 'group',
        name: 'rules',
        label: rules.kind === 'paper' ? 'The paper' : 'The work',
        fields: rules.kind === 'paper' ? paperLimits : workLimits,
      },
    ],
  }),
};

const questionTypes: Option[] = [
  { value: 'line', label: 'one line' },
  { value: 'text', label: 'several lines' },
  { value: 'choice', label: 'one of some answers' },
  { value: 'choices', label: 'any of some answers' },
  { value: 'yes-no', label: 'yes or no' },
  { value: 'year', label: 'a year' },
  { value: 'appearances', label: 'a list of places where it appeared or is considered' },
  { value: 'disclosure', label: 'how AI was used, step by step' },
  { value: 'size', label: 'dimensions or duration' },
  { value: 'rider', label: 'technical needs, line by line' },
];

const meanings: Option[] = [
  { value: '', label: 'an answer like others, if everybody may read it' },
  { value: 'medium', label: 'what the work is made of' },
  { value: 'edition', label: 'its edition, such as 2 of 5' },
  { value: 'content-notes', label: 'notes on its content' },
  { value: 'access', label: 'what makes it accessible' },
  { value: 'language', label: 'its language, as a code such as fr' },
];

const audiences: Option[] = [
  { value: 'reviewers', label: 'reviewers or the jury' },
  { value: 'organizers', label: 'nobody else' },
  { value: 'public', label: 'reviewers, and later everybody' },
];
