/** The edition that tests run on: small, invented, with both kinds of call. */

export const smallEdition = {
  about: {
    slug: '2024',
    name: 'The Small Workshop (invented)',
    zone: 'America/Vancouver',
    days: ['2024-12-14', '2024-12-15'],
    contactEmail: 'organizers@example.org',
  },
  dates: [{ key: 'workshop', what: 'Workshop', on: '2024-12-14', until: '2024-12-15' }],
  places: [{ key: 'hall', name: 'The Hall', kind: 'venue', rooms: [{ key: 'room-1', name: 'Room 1' }] }],
  people: [{ key: 'ines', name: 'Ines Invented', roles: ['speaker'] }],
  programme: {
    sessions: [
      {
        key: 'opening',
        day: '2024-12-14',
        start: '09:00',
        end: '09:15',
        title: 'Opening',
        kind: 'opening',
        places: ['room-1'],
      },
    ],
  },
};

const deadline = { date: '2024-09-12', time: '23:59', zone: 'AoE' };
const opens = { date: '2024-07-01', time: '09:00', zone: 'America/Vancouver' };

export const paperCall = {
  key: 'papers',
  kind: 'paper',
  title: 'Call for papers',
  opens,
  deadline,
  filesDeletedOn: '2025-06-30',
  topics: {
    options: [
      { key: 'tools', label: 'Tools' },
      { key: 'law', label: 'Law' },
    ],
    other: true,
  },
  kinds: {
    label: 'Kind of contribution',
    options: [
      { key: 'technical', label: 'Technical contribution' },
      { key: 'perspective', label: 'Perspective' },
    ],
  },
  questions: [
    {
      key: 'appeared',
      label: 'Has this appeared before?',
      type: 'choice',
      required: true,
      options: [
        { key: 'no', label: 'No' },
        { key: 'main', label: 'In the main conference' },
        { key: 'elsewhere', label: 'Elsewhere' },
      ],
    },
  ],
  agreements: [
    {
      key: 'attend',
      text: 'At least one author will register for and attend the workshop if this is accepted.',
    },
  ],
  rules: { kind: 'paper' },
};

export const workCall = {
  key: 'creative-work',
  kind: 'work',
  title: 'Call for creative work',
  opens,
  deadline,
  filesDeletedOn: '2025-06-30',
  kinds: {
    label: 'Form(s) of the work',
    several: true,
    other: true,
    options: [
      { key: 'visual-2d', label: 'Visual art' },
      { key: 'film', label: 'Film' },
      { key: 'music', label: 'Music' },
    ],
  },
  abstract: { label: 'About the work', required: false, maxLength: 3000 },
  questions: [
    { key: 'ai', label: 'How was AI used?', type: 'disclosure', required: true },
    { key: 'appearances', label: 'Where has it appeared?', type: 'appearances' },
    { key: 'no-prize', label: 'Leave this work out of the prize', type: 'yes-no', audience: 'organizers' },
  ],
  agreements: [
    { key: 'rights', text: 'If selected, I grant non-exclusive rights to publish and reproduce the work.' },
  ],
  rules: { kind: 'work' },
};
