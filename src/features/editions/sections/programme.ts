/** The form of a section: sessions by day and time. */
import { materialKinds, sessionKinds } from '../settings.ts';
import { asOption, key, options, optionsOf, type FormOf } from './parts.ts';

export const programme: FormOf = (settings) => ({
  lead: 'Sessions in plain fields, by day and time.',
  fields: [
    { kind: 'yes', name: 'tentative', label: 'The programme may still change' },
    { kind: 'line', name: 'note', label: 'A note above the programme' },
    {
      kind: 'list',
      name: 'sessions',
      label: 'Sessions',
      item: 'session',
      fields: [
        key('title'),
        { kind: 'line', name: 'title', label: 'Title', required: true },
        { kind: 'pick', name: 'kind', label: 'Kind', options: options(sessionKinds), required: true },
        {
          kind: 'pick',
          name: 'day',
          label: 'Day',
          options: settings.about.days.map(asOption),
          required: true,
        },
        { kind: 'time', name: 'start', label: 'Begins', required: true },
        { kind: 'time', name: 'end', label: 'Ends', required: true },
        {
          kind: 'picks',
          name: 'places',
          label: 'Where',
          options: settings.places.flatMap((place) => [
            { value: place.key, label: place.name },
            ...place.rooms.map((room) => ({ value: room.key, label: `${place.name}: ${room.name}` })),
          ]),
        },
        { kind: 'yes', name: 'online', label: 'Can be followed online' },
        {
          kind: 'list',
          name: 'people',
          label: 'Who speaks',
          item: 'person',
          fields: [
            {
              kind: 'pick',
              name: 'person',
              label: 'Person',
              options: optionsOf(settings.people),
              required: true,
            },
            {
              kind: 'pick',
              name: 'role',
              label: 'As',
              options: options(['speaker', 'panelist', 'moderator']),
              required: true,
            },
          ],
        },
        { kind: 'text', name: 'summary', label: 'What it is about', rows: 3 },
        {
          kind: 'list',
          name: 'materials',
          label: 'Links and materials',
          item: 'link',
          fields: [
            { kind: 'pick', name: 'kind', label: 'Kind', options: options(materialKinds), required: true },
            { kind: 'line', name: 'label', label: 'What it says', required: true },
            { kind: 'line', name: 'url', label: 'Address', required: true },
          ],
        },
      ],
    },
  ],
});
