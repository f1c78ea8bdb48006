/** The limits of a call as plain fields: for papers, and for works. */
import type { FormField } from '../editions/form.ts';
import { formatFields } from './format-forms.ts';

const mebibyte = 1024 ** 2;

export const paperLimits: FormField[] = [
  { kind: 'number', name: 'maxBodyPages', label: 'Pages, references not counted', required: true },
  { kind: 'number', name: 'maxBytes', label: 'Size of the PDF in MiB', unit: mebibyte, required: true },
  { kind: 'yes', name: 'authorsVisible', label: 'The paper names its authors' },
  { kind: 'yes', name: 'hasSupplement', label: 'Supplementary material is welcome' },
  {
    kind: 'group',
    name: 'supplement',
    label: 'Supplementary material',
    fields: [
      { kind: 'number', name: 'maxFiles', label: 'Files' },
      { kind: 'number', name: 'maxBytes', label: 'Size together in MiB', unit: mebibyte },
    ],
  },
  ...formatFields,
];

export const workLimits: FormField[] = [
  {
    kind: 'picks',
    name: 'requireOneOf',
    label: 'At least one of these is handed in',
    options: [
      { value: 'main', label: 'The work itself' },
      { value: 'video', label: 'A video that shows it' },
    ],
  },
  { kind: 'number', name: 'maxVideoSeconds', label: 'Length of the video in seconds', required: true },
  { kind: 'yes', name: 'filmMayBeLonger', label: 'A film that is itself the work may be longer' },
  { kind: 'yes', name: 'requireDescription', label: 'A description has to be handed in' },
  { kind: 'number', name: 'descriptionMaxPages', label: 'Pages of the description', required: true },
  { kind: 'number', name: 'maxSupplementary', label: 'Files of supplementary material', required: true },
  {
    kind: 'number',
    name: 'maxBytes',
    label: 'Size of everything together in MiB',
    unit: mebibyte,
    required: true,
  },
];
