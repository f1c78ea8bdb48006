/** The form of a section: dates beside those of the calls. */
import { key, listName, type FormOf } from './parts.ts';

export const dates: FormOf = () => ({
  lead: 'Dates beside those of the calls: openings, deadlines and decisions come from the calls themselves.',
  fields: [
    {
      kind: 'list',
      name: listName,
      label: 'Dates',
      item: 'date',
      fields: [
        key('what'),
        { kind: 'line', name: 'what', label: 'What', required: true },
        { kind: 'day', name: 'on', label: 'Day', required: true },
        { kind: 'day', name: 'until', label: 'Last day, if there are several' },
        { kind: 'line', name: 'note', label: 'Note' },
      ],
    },
  ],
});
