/** What a call asks of final versions, as plain fields. */
import type { FormField, Option } from '../editions/form.ts';
import type { CallSettings } from './settings.ts';

/** Left out while its day is empty: then what was accepted is shown as it is. */
export function finalField(kind: CallSettings['kind'], moment: FormField[]): FormField {
  return {
    kind: 'group',
    name: 'final',
    label: 'Final versions of what is accepted',
    help: 'Leave the day empty where what was accepted is shown as it is.',
    mark: ['deadline'],
    fields: [
      {
        kind: 'group',
        name: 'deadline',
        label: 'Due',
        mark: ['date'],
        fields: moment.map((field) => ({ ...field, required: false }) as FormField),
      },
      ...(kind === 'paper' ? ofPapers : []),
      {
        kind: 'text',
        name: 'text',
        label: 'How to prepare it',
        rows: 3,
        limit: 4_000,
        help: 'Such as the option of your template that makes it camera-ready. Stands on the page of the call.',
      },
    ],
  };
}

const asked: Option[] = [
  { value: 'no', label: 'is not asked for' },
  { value: 'welcome', label: 'is welcome' },
  { value: 'needed', label: 'has to come' },
];

const ofPapers: FormField[] = [
  {
    kind: 'number',
    name: 'extraPages',
    label: 'Pages more than before',
    help: 'For what reviewers asked to be added. Empty is none.',
  },
  { kind: 'pick', name: 'poster', label: 'A poster', options: asked, required: true },
  { kind: 'pick', name: 'slides', label: 'A file of slides', options: asked, required: true },
];
