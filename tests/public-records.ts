/** Public records to write formats from. Every person, paper and work in here is invented. */
import { editionSettingsSchema, type EditionSettings } from '#app/features/editions/settings.ts';
import type { CitedEdition } from '#app/features/works/citing/addresses.ts';
import type { PublicFile, PublicRecord, Rendition } from '#app/features/works/record.ts';
import { credit, file as plainFile } from './records.ts';
import * as v from 'valibot';

export const inventedEdition: EditionSettings = v.parse(editionSettingsSchema, {
  about: {
    slug: '2024',
    name: 'Workshop on Wit & Machines',
    host: 'Harbour Hall, Lisbon',
    summary: 'Two days about wit, by people who are invented.',
    zone: 'Europe/Lisbon',
    days: ['2024-12-15', '2024-12-14'],
    contactEmail: 'hello@example.org',
  },
  places: [
    {
      key: 'hall',
      name: 'Harbour Hall',
      kind: 'venue',
      address: '1 Quay Street, Lisbon',
      rooms: [{ key: 'room-1', name: 'Room 1' }],
    },
    { key: 'online', name: 'Online', kind: 'online' },
  ],
  people: [
    { key: 'sana', name: 'Sana Speaker', roles: ['speaker'], affiliation: 'University of Nowhere' },
    { key: 'otto', name: 'Otto Organizer', roles: ['organizer'] },
  ],
  programme: {
    sessions: [
      {
        key: 'opening',
        day: '2024-12-14',
        start: '09:00',
        end: '09:30',
        title: 'Opening',
        kind: 'opening',
        places: ['room-1'],
      },
      {
        key: 'talk',
        day: '2024-12-14',
        start: '09:30',
        end: '10:30',
        title: 'Laughing <last>',
        kind: 'keynote',
        people: [{ person: 'sana', role: 'speaker' }],
        places: ['room-1'],
        online: true,
        summary: 'Why the joke comes first.',
      },
    ],
  },
});

export const invented: CitedEdition = {
  base: 'https://salon.example',
  slug: '2024',
  settings: inventedEdition,
};

const mimes: Record<string, string> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  avif: 'image/avif',
  mp4: 'video/mp4',
  m4a: 'audio/mp4',
  vtt: 'text/vtt',
  json: 'application/json',
  html: 'text/html',
};

export const rendition = (use: Rendition['use'], name: string, more: Partial<Rendition> = {}): Rendition => ({
  use,
  name,
  sha256: 'ab'.repeat(32),
  bytes: 1_000,
  mime: mimes[name.split('.').at(-1)!]!,
  width: null,
  height: null,
  ...more,
});

export const file = (role: string, kind: PublicFile['kind'], more: Partial<PublicFile> = {}): PublicFile =>
  plainFile({ role, label: role, kind, ...more });

export const inventedPaper: PublicRecord = {
  id: 'p1',
  kind: 'paper',
  slug: 'wit-costs-40',
  formerSlugs: [],
  title: 'Wit {costs} 40% & "more": Über C#_2 \\ <b>',
  language: 'en',
  call: { key: 'papers', title: 'Call for papers' },
  people: [
    credit('Zoë Ångström', { affiliation: 'University of Nowhere', orcid: '0000-0002-1825-0097' }),
    credit('Ali Invented, Jr.'),
  ],
  summary: 'A joke is a bet.\n\nWe count the bets.',
  topics: ['humour', 'risk & return'],
  answers: [],
  work: null,
  session: null,
  award: null,
  files: [
    file('paper', 'pdf', { label: 'Paper', pages: 2, renditions: [rendition('document', 'paper.pdf')] }),
    file('poster', 'pdf', { label: 'Poster', renditions: [rendition('document', 'poster.pdf')] }),
  ],
  links: [],
  rights: {
    credit: '© 2024 the authors',
    licence: { key: 'cc-by-4.0', label: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    preference: 'no-training',
  },
  acceptedOn: '2024-10-09',
  publishedOn: '2024-11-20',
  changedAt: '2024-11-21T08:30:00.000Z',
  tombstone: null,
};

const work: PublicRecord = {
  ...inventedPaper,
  id: 'w1',
  kind: 'work',
  call: { key: 'creative-work', title: 'Call for creative work' },
  people: [credit('Mina Okafor', { role: 'Artist' })],
  topics: [],
  files: [],
  rights: {
    credit: '© 2023 Mina Okafor',
    licence: { key: 'reserved', label: 'All rights reserved', url: '' },
    preference: 'reserve-all',
  },
};

const facts = {
  medium: '',
  year: '2023',
  size: '',
  edition: '',
  seconds: null,
  ai: null,
  contentNotes: [],
  access: [],
};

export const inventedPainting: PublicRecord = {
  ...work,
  slug: 'low-tide',
  title: 'جزر منخفض',
  language: 'ar',
  summary: 'ماء ينسحب.',
  award: { name: 'Prize of the house', words: 'For its patience.' },
  work: {
    ...facts,
    forms: [{ key: 'visual-2d', label: 'Image' }],
    medium: 'oil on canvas',
    size: '60 × 40 cm',
    edition: '1 of 3',
    ai: {
      level: { key: 'generated-parts', label: 'With generated parts' },
      sourceType: 'compositeWithTrainedAlgorithmicMedia',
      roles: [],
      systems: [],
      words: '',
      evidence: 'declared',
    },
    access: [{ key: 'image-description', label: 'A description of the image in words' }],
  },
  files: [
    file('main', 'image', {
      label: 'Main work',
      alt: 'A grey beach at dusk.',
      renditions: [480, 960, 1600].flatMap((width) =>
        ['avif', 'jpg'].map((ending) =>
          rendition('picture', `main-${width}.${ending}`, { width, height: width / 2 }),
        ),
      ),
    }),
  ],
};

export const inventedFilm: PublicRecord = {
  ...work,
  id: 'w2',
  slug: 'four-minutes',
  title: 'Four Minutes',
  people: [
    credit('Dara Director', { role: 'Director', orcid: '0000-0001-5109-3700' }),
    credit('The Tin & Wire Collective', { kind: 'collective', role: 'Producer' }),
  ],
  work: {
    ...facts,
    year: '',
    forms: [{ key: 'film', label: 'Film' }],
    seconds: 250,
    contentNotes: [{ key: 'flashing', label: 'Flashing light' }],
  },
  files: [
    file('main', 'video', {
      label: 'Film',
      seconds: 250,
      renditions: [
        rendition('still', 'main-still.jpg', { width: 960, height: 540 }),
        rendition('film', 'main.mp4', { width: 1280, height: 720 }),
        rendition('captions', 'main.vtt'),
      ],
    }),
  ],
};

export const inventedSound: PublicRecord = {
  ...work,
  id: 'w3',
  slug: 'a-room',
  title: 'A Room',
  people: [credit('Kei', { role: 'Composer' })],
  work: {
    ...facts,
    forms: [{ key: 'sound-art', label: 'Sound art' }],
    medium: 'four-channel sound',
    seconds: 3_605,
    contentNotes: [
      { key: 'violence', label: 'Violence' },
      { key: 'loud-sound', label: 'Loud or sudden sound' },
    ],
    access: [{ key: 'transcript', label: 'Transcript' }],
  },
  files: [
    file('main', 'audio', {
      label: 'Sound',
      seconds: 3_605,
      renditions: [rendition('sound', 'main.m4a'), rendition('peaks', 'main-peaks.json')],
    }),
    file('supplementary', 'image', {
      label: 'Picture',
      alt: 'The room.',
      renditions: [rendition('picture', 'room-480.jpg', { width: 480, height: 480 })],
    }),
  ],
};

export const inventedWeb: PublicRecord = {
  ...work,
  id: 'w4',
  slug: 'press-here',
  title: 'Press Here </script>',
  work: {
    ...facts,
    forms: [{ key: 'interactive-web', label: 'Interactive piece, web' }],
    access: [{ key: 'keyboard', label: 'Can be played with the keyboard alone' }],
  },
  files: [file('main', 'web', { label: 'Piece', renditions: [rendition('web', 'piece/index.html')] })],
};

export const inventedTombstone: PublicRecord = {
  ...work,
  id: 'w5',
  slug: 'gone',
  title: 'Gone',
  people: [],
  summary: '',
  work: null,
  tombstone: { on: '2025-01-10', words: 'Taken down at the wish of its creator on 10 January 2025.' },
};

export const inventedRecords = [
  inventedPaper,
  inventedPainting,
  inventedFilm,
  inventedSound,
  inventedWeb,
  inventedTombstone,
];
