/** The form of a section: tables at which people talk. */
import { key, listName, options, optionsOf, type FormOf } from './parts.ts';

export const roundtables: FormOf = (settings) => ({
  lead: 'Tables at which people talk, each with its moderator.',
  fields: [
    {
      kind: 'list',
      name: listName,
      label: 'Round tables',
      item: 'round table',
      fields: [
        key('title'),
        { kind: 'line', name: 'title', label: 'Title', required: true },
        { kind: 'text', name: 'summary', label: 'What it is about', rows: 4 },
        {
          kind: 'pick',
          name: 'moderator',
          label: 'Moderator',
          options: optionsOf(settings.people),
          required: true,
        },
        {
          kind: 'pick',
          name: 'mode',
          label: 'Takes place',
          options: options(['in-person', 'online']),
          required: true,
        },
        { kind: 'yes', name: 'whitePaper', label: 'Writes a white paper' },
      ],
    },
  ],
});
