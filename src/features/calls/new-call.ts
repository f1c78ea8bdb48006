/** A further call from a template: what it is called, where it stands, and when it opens and closes. */
import { shortName, type FormField, type FormValue } from '../editions/form.ts';
import { momentFields, zoneOptions } from './call-forms.ts';
import { creativeWorkTemplate } from './templates/creative-work.ts';
import { papersTemplate } from './templates/papers.ts';

const kinds = { papers: papersTemplate, works: creativeWorkTemplate };

export function newCallFields(zones: string[]): FormField[] {
  const options = zoneOptions(zones);
  return [
    {
      kind: 'pick',
      name: 'template',
      label: 'What it asks for',
      required: true,
      options: [
        { value: 'papers', label: 'Papers' },
        { value: 'works', label: 'Creative work' },
      ],
    },
    { kind: 'line', name: 'title', label: 'Title', required: true },
    {
      kind: 'line',
      name: 'key',
      label: 'Short name in its address',
      help: 'Such as late-breaking. Made from the title if left empty.',
    },
    {
      kind: 'group',
      name: 'opens',
      label: 'Opens',
      help: 'Leave the day empty to open at once.',
      mark: ['date'],
      fields: momentFields(options).map((field) => ({ ...field, required: false }) as FormField),
    },
    { kind: 'group', name: 'deadline', label: 'Deadline', fields: momentFields(options) },
  ];
}

export function newCallFrom({ template, title, key, opens, deadline }: FormValue): unknown {
  const begun = template === 'works' ? kinds.works : kinds.papers;
  const own = String(key || '') || shortName(String(title ?? '')) || begun.key;
  return { ...begun, title, key: own, deadline, ...(opens !== undefined && { opens }) };
}
