/** The form of a section: people whom the public pages name. */
import { key, links, listName, options, type FormOf } from './parts.ts';

export const people: FormOf = (_settings, _zones, pictures) => ({
  lead: 'Speakers, organizers and others whom the public pages name. Who may use the desk is set under Roles.',
  fields: [
    {
      kind: 'list',
      name: listName,
      label: 'People',
      item: 'person',
      fields: [
        key('name'),
        { kind: 'line', name: 'name', label: 'Name, as they write it', required: true },
        {
          kind: 'picks',
          name: 'roles',
          label: 'Here as',
          options: options(['speaker', 'panelist', 'moderator', 'organizer', 'advisor']),
        },
        { kind: 'line', name: 'field', label: 'Field' },
        { kind: 'line', name: 'affiliation', label: 'Affiliation' },
        { kind: 'line', name: 'pronouns', label: 'Pronouns' },
        { kind: 'text', name: 'bio', label: 'A few words about them', rows: 4, limit: 3_000 },
        {
          kind: 'pick',
          name: 'photo',
          label: 'Photo',
          options: pictures,
          help: 'Choose among your Pictures, once they agree to be shown. Without one there is only the name.',
        },
        {
          kind: 'line',
          name: 'photoCredit',
          label: 'Credit of the photo',
          help: 'Where it reads differently here than under Pictures.',
        },
        links,
      ],
    },
  ],
});
