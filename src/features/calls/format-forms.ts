/** The format of a paper as plain fields: a ready-made one to choose, or numbers of the call's own. */
import { formatProfiles } from '#app/preflight/profiles.ts';
import type { FormatProfile, Size } from '#app/preflight/rules.ts';
import type { FormField, FormValue } from '../editions/form.ts';
import { inch, isOwnFormat } from './format.ts';

const own = 'own';

const number = (name: string, label: string, unit = 1): FormField => ({
  kind: 'number',
  name,
  label,
  unit,
  required: true,
});
const sizeFields = (name: string, label: string): FormField => ({
  kind: 'group',
  name,
  label,
  fields: [number('width', 'Width in inches', inch), number('height', 'Height in inches', inch)],
});

export const formatFields: FormField[] = [
  {
    kind: 'pick',
    name: 'template',
    label: 'Format',
    options: [
      ...Object.values(formatProfiles).map(({ name, label }) => ({ value: name, label })),
      { value: own, label: 'a format of this call’s own, described below' },
    ],
    required: true,
    help: 'Choosing a ready-made format replaces one of the call’s own.',
  },
  {
    kind: 'group',
    name: 'format',
    label: 'A format of this call’s own',
    help: 'Counts once you give it a name. A paper that departs is warned of and never refused for it.',
    fields: [
      {
        kind: 'line',
        name: 'label',
        label: 'Name of the format',
        help: 'As creators know it, such as “Journal of the Workshop, 2026”.',
      },
      sizeFields('pageSize', 'The page'),
      sizeFields('textBlock', 'The text on it'),
      {
        kind: 'pick',
        name: 'columns',
        label: 'Columns',
        options: [
          { value: '1', label: 'one' },
          { value: '2', label: 'two' },
        ],
        required: true,
      },
      number('bodyFontSize', 'Size of the body’s type in points'),
      number('leading', 'From line to line in points'),
      number('titleFontSize', 'Size of the title in points'),
      { kind: 'yes', name: 'titleRules', label: 'A line above and one below the title' },
      {
        kind: 'group',
        name: 'tolerance',
        label: 'How far a paper may be off',
        fields: [
          number('page', 'The page, in points (72 are an inch)'),
          number('block', 'The width of the text, in points'),
          number('fontSize', 'The size of type, in points'),
          number('leading', 'From line to line, in points'),
        ],
      },
      {
        kind: 'group',
        name: 'notices',
        label: 'Words at the foot of page 1',
        help: 'One thing a line, as the template prints them. Leave empty where it prints none.',
        fields: [
          { kind: 'lines', name: 'final', label: 'Of the final version, which has to have them' },
          { kind: 'lines', name: 'preprint', label: 'Of a preprint' },
          { kind: 'lines', name: 'anonymous', label: 'Of a version for review' },
        ],
      },
    ],
  },
];

/** A ready-made format lends its numbers to one's own; its name and what its venue prints stay with it. */
export function formatToForm(format: FormatProfile): { template: string; format: FormValue } {
  const { name: _, ...shown } = format;
  const rounded = {
    ...shown,
    columns: String(format.columns),
    pageSize: hundredths(format.pageSize),
    textBlock: hundredths(format.textBlock),
  };
  if (isOwnFormat(format)) return { template: own, format: rounded };
  const notices = { ...format.notices, final: [], preprint: [] };
  return { template: format.name, format: { ...rounded, label: '', notices } };
}

/** A name of a ready-made format, or the whole profile as typed. A new name is meant, whatever is chosen above. */
export function formatFromForm(template: unknown, typed: FormValue, current: FormatProfile): unknown {
  const before = formatToForm(current);
  const named = template === before.template && String(typed.label ?? '').trim() !== '';
  if (template !== own && !named) return template;
  const asBefore = (size: 'pageSize' | 'textBlock') =>
    JSON.stringify(typed[size]) === JSON.stringify(before.format[size]) ? current[size] : typed[size];
  return {
    ...typed,
    name: isOwnFormat(current) ? current.name : own,
    pageSize: asBefore('pageSize'),
    textBlock: asBefore('textBlock'),
    columns: Number(typed.columns),
  };
}

/** Hundredths of an inch, in points: what a field shows comes back as the same number. */
function hundredths({ width, height }: Size): Size {
  const round = (points: number) => Math.round(Math.round((points / inch) * 100) * inch * 10) / 1000;
  return { width: round(width), height: round(height) };
}
