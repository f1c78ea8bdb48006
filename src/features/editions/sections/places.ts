/** The form of a section: places with their rooms, and the ways between them. */
import { key, listName, options, optionsOf, type FormOf } from './parts.ts';

export const places: FormOf = (settings, _zones, pictures) => ({
  lead: 'Where things happen, and how to get there and in.',
  fields: [
    {
      kind: 'list',
      name: listName,
      label: 'Places',
      item: 'place',
      fields: [
        key('name'),
        { kind: 'line', name: 'name', label: 'Name', required: true },
        {
          kind: 'pick',
          name: 'kind',
          label: 'Kind',
          options: options(['venue', 'restaurant', 'online', 'other']),
          required: true,
        },
        { kind: 'line', name: 'address', label: 'Address' },
        { kind: 'text', name: 'directions', label: 'How to get there', rows: 3 },
        { kind: 'text', name: 'access', label: 'How to get in, and what is accessible', rows: 3 },
        {
          kind: 'pick',
          name: 'map',
          label: 'Map',
          options: pictures,
          help: 'A picture of your own, among your Pictures. Pages ask no other site for one.',
        },
        {
          kind: 'list',
          name: 'rooms',
          label: 'Rooms',
          item: 'room',
          fields: [
            key('name'),
            { kind: 'line', name: 'name', label: 'Name', required: true },
            { kind: 'line', name: 'level', label: 'Level' },
          ],
        },
        {
          kind: 'list',
          name: 'walking',
          label: 'On foot from other places',
          item: 'walk',
          fields: [
            {
              kind: 'pick',
              name: 'from',
              label: 'From',
              options: optionsOf(settings.places),
              required: true,
            },
            { kind: 'number', name: 'minutes', label: 'Minutes', required: true },
          ],
        },
      ],
    },
  ],
});
