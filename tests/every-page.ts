/** An edition in which every part of every public page has something to show. Everybody and everything is invented. */
import type { PublicRecord } from '#app/features/works/record.ts';
import { ai, credit, file, paper, picture, rendition, turned, vertical, work } from './records.ts';
import { smallEdition } from './small-edition.ts';

const [place] = smallEdition.places;
const [opening] = smallEdition.programme.sessions;

export const everySetting = {
  ...smallEdition,
  about: {
    ...smallEdition.about,
    tagline: 'A tagline',
    host: 'A city',
    summary: 'A summary',
    includes: ['A line'],
    notice: 'A notice',
    follow: [{ label: 'Elsewhere', url: 'https://elsewhere.example' }],
  },
  dates: [{ key: 'day', what: 'A day', on: '2024-12-01', note: 'A note' }, ...smallEdition.dates],
  places: [
    {
      ...place,
      address: 'A street',
      directions: 'A way',
      access: 'A lift',
      walking: [{ from: 'hotel', minutes: 4 }],
    },
    { key: 'hotel', name: 'The Hotel', kind: 'other', walking: [{ from: 'hall', minutes: 1 }] },
  ],
  people: [
    {
      key: 'ines',
      name: 'Ines Invented',
      roles: ['speaker', 'panelist', 'moderator'],
      field: 'A field',
      affiliation: 'A place',
      pronouns: 'she',
      bio: 'A life',
      photoCredit: 'Somebody',
      links: [{ label: 'Elsewhere', url: 'https://elsewhere.example' }],
    },
    { key: 'olga', name: 'Olga Organizer', roles: ['organizer'] },
    { key: 'anna', name: 'Anna Advisor', roles: ['advisor'] },
  ],
  programme: {
    tentative: true,
    note: 'A note',
    sessions: [
      { ...opening, people: [{ person: 'ines', role: 'speaker' }], summary: 'A summary', online: true },
      { ...opening, key: 'second', day: '2024-12-15', kind: 'coffee', places: ['hall'] },
      { ...opening, key: 'third', day: '2024-12-15', start: '09:10', places: ['hotel'] },
    ],
  },
  roundtables: [
    { key: 'one', title: 'A table', summary: 'A question', moderator: 'ines', mode: 'in-person' },
    { key: 'two', title: 'Another', moderator: 'ines', mode: 'online', whitePaper: true },
  ],
  pages: [{ slug: 'more', title: 'More', body: 'A text' }],
  news: [
    { slug: 'first', title: 'First', on: '2024-06-01', body: 'A text' },
    { slug: 'second', title: 'Second', on: '2024-07-01', body: 'A text' },
    { slug: 'third', title: 'Third', on: '2024-08-01', body: 'A text' },
  ],
};

const document = (mime: string, name: string, more: object = {}) =>
  file({ kind: 'pdf', label: 'A document', renditions: [rendition('document', name, mime)], ...more });

const everyFile = () => [
  picture([4000, 3000], { description: 'In words' }),
  picture([1200, 900], { stem: 'second' }),
  document('application/pdf', 'words.pdf', { role: 'description', pages: 1, alt: 'Its first page' }),
  document('text/plain', 'poem.txt', { role: 'supplementary', kind: 'text' }),
  document('model/gltf-binary', 'thing.glb', {
    role: 'supplementary',
    kind: 'model',
    renditions: [...turned([800, 600]).renditions, rendition('document', 'thing.glb', 'model/gltf-binary')],
  }),
  file({
    role: 'supplementary',
    kind: 'audio',
    label: 'A sound',
    seconds: 250,
    renditions: [
      rendition('sound', 'sound.mp3', 'audio/mpeg'),
      rendition('transcript', 'sound.txt', 'text/plain'),
    ],
  }),
  file({
    role: 'supplementary',
    kind: 'web',
    renditions: [rendition('web', 'piece/index.html', 'text/html')],
  }),
];

const session = { key: 'opening', title: 'Opening', day: '2024-12-14', start: '09:00', end: '09:15' };
const award = { name: 'A prize', words: 'For its calm.' };
const answers = [{ label: 'A question', words: 'An answer' }];
const elsewhere = [
  { label: 'Elsewhere', url: 'https://elsewhere.example/', note: 'A note', on: '2024-09-02' },
];
const notes = [{ key: 'flashing', label: 'Flashing light' }];

export const everyRecord = (): PublicRecord[] => [
  work('everything', {
    work: {
      ai: {
        ...ai,
        level: { key: 'part', label: 'Generated parts' },
        roles: ['Research and finding ideas', 'Generated material is in the final work'],
      },
      contentNotes: notes,
      access: [{ key: 'captions', label: 'Captions' }],
      edition: 'One of five',
      seconds: 250,
    },
    people: Array.from({ length: 15 }, (_, at) => credit(`Person ${at}`, { role: 'artist' })),
    topics: ['A topic'],
    session,
    award,
    answers,
    links: elsewhere,
    files: everyFile(),
  }),
  work('silent', {
    work: { forms: [], ai: { ...ai, level: { key: 'none', label: 'Made without AI' }, roles: ['None'] } },
    files: [],
  }),
  vertical(),
  work('gone', {
    title: 'A work that was taken down',
    files: [],
    tombstone: { on: '2024-12-01', words: 'This was taken down by the organizers.' },
  }),
  paper('everything-said', {
    session,
    award,
    answers,
    links: elsewhere,
    files: [...paper('x').files, document('application/pdf', 'slides.pdf', { role: 'slides', pages: 12 })],
  }),
  ...Array.from({ length: 6 }, (_, at) => paper(`paper-${at}`, { topics: [`Topic ${at % 2}`] })),
];
