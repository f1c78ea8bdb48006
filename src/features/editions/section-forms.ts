/** The form of each section, in the words of people who organize. Zones come from the machine that serves. */
import type { FormField, FormValue, Option } from './form.ts';
import { sessionKinds, type EditionSettings, type SectionName } from './settings.ts';

export interface SectionForm {
  title: string;
  lead: string;
  fields: FormField[];
}

/** Sections that are lists stand in the form under this name. */
export const listName = 'items';

const isList = (section: SectionName) => section !== 'about' && section !== 'programme';

export function toForm(section: SectionName, body: unknown): FormValue {
  return isList(section) ? { [listName]: body } : (body as FormValue);
}

/** What the form does not show (the address, the published table) stays as it is. */
export function fromForm(section: SectionName, value: FormValue, current: EditionSettings): unknown {
  if (isList(section)) return value[listName];
  return { ...(current[section] as object), ...value };
}

/** Problems of a list section are named from its root; the form shows them under `items`. */
export function problemPaths(section: SectionName, problems: Record<string, string>): Record<string, string> {
  if (!isList(section)) return problems;
  return Object.fromEntries(
    Object.entries(problems).map(([path, sentence]) => [path ? `${listName}.${path}` : listName, sentence]),
  );
}

export function sectionForm(section: SectionName, settings: EditionSettings, zones: string[]): SectionForm {
  return forms[section](settings, zones.map(asOption));
}

const key = (from: string, name = 'key'): FormField => ({ kind: 'key', name, from });
const asOption = (value: string): Option => ({ value, label: value.replaceAll('_', ' ') });
const optionsOf = (items: { key: string; name: string }[]): Option[] =>
  items.map((item) => ({ value: item.key, label: item.name }));
const options = (words: readonly string[]): Option[] =>
  words.map((value) => ({
    value,
    label: value.charAt(0).toUpperCase() + value.slice(1).replaceAll('-', ' '),
  }));

const links: FormField = {
  kind: 'list',
  name: 'links',
  label: 'Links',
  item: 'link',
  fields: [
    { kind: 'line', name: 'label', label: 'What it says', required: true },
    { kind: 'line', name: 'url', label: 'Address', required: true },
  ],
};

const forms: Record<SectionName, (settings: EditionSettings, zones: Option[]) => SectionForm> = {
  about: (_settings, zones) => ({
    title: 'About',
    lead: 'What the workshop is, when, and how to reach you.',
    fields: [
      { kind: 'line', name: 'name', label: 'Name', required: true },
      { kind: 'line', name: 'tagline', label: 'In one line' },
      { kind: 'line', name: 'host', label: 'Part of, or hosted by' },
      { kind: 'text', name: 'summary', label: 'What it is about', rows: 8, help: 'Markdown.' },
      { kind: 'lines', name: 'includes', label: 'What there will be', help: 'One thing a line.' },
      { kind: 'lines', name: 'days', label: 'Days', help: 'One day a line, as 2025-12-13.' },
      { kind: 'pick', name: 'zone', label: 'Time zone of the place', options: zones, required: true },
      { kind: 'email', name: 'contactEmail', label: 'Address to write to', required: true },
      { ...links, name: 'follow', label: 'Follow the workshop' } as FormField,
      { kind: 'line', name: 'language', label: 'Language of the site', help: 'A code such as en, de, ar.' },
      {
        kind: 'colour',
        name: 'accent',
        label: 'Accent colour',
        help: 'Made lighter or darker where text needs it.',
      },
      { kind: 'line', name: 'notice', label: 'A notice on every page' },
    ],
  }),
  dates: () => ({
    title: 'Dates',
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
  }),
  places: (settings) => ({
    title: 'Places',
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
  }),
  people: () => ({
    title: 'People on the site',
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
          { kind: 'line', name: 'photo', label: 'Photo, its address on this site' },
          { kind: 'line', name: 'photoCredit', label: 'Credit of the photo' },
          links,
        ],
      },
    ],
  }),
  programme: (settings) => ({
    title: 'Programme',
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
        ],
      },
    ],
  }),
  roundtables: (settings) => ({
    title: 'Round tables',
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
  }),
  pages: () => ({
    title: 'Pages',
    lead: 'Further pages of the site, in the order of its menu. Text is Markdown; look at it before you save.',
    fields: [
      {
        kind: 'list',
        name: listName,
        label: 'Pages',
        item: 'page',
        fields: [
          key('title', 'slug'),
          { kind: 'line', name: 'title', label: 'Title', required: true },
          { kind: 'text', name: 'body', label: 'Text', rows: 14, help: 'Markdown.' },
          { kind: 'yes', name: 'menu', label: 'Stands in the menu' },
        ],
      },
    ],
  }),
};
