/** A call for short papers to begin from: every word, limit and question is meant to be changed. */
export const papersTemplate = {
  key: 'papers',
  kind: 'paper',
  title: 'Call for papers',
  summary: 'Short papers on the theme of the workshop.',
  text: [
    'We invite papers on the theme of the workshop: finished work, work in progress and well-argued views.',
    '### What to hand in',
    '{{limits}}',
    '### What has appeared before',
    'Say so on the form. Work that has not appeared at a conference or in a journal is preferred.',
    '### Publication',
    'Accepted papers appear on the site of the workshop. There are no formal proceedings.',
  ].join('\n\n'),
  ifAccepted: [
    'At least one author registers for the workshop and attends it.',
    'The authors are invited to present a poster.',
    'A few papers may be selected for a talk.',
  ],
  graceMinutes: 15,
  topics: { other: true, options: [] },
  kinds: {
    label: 'Kind of paper',
    options: [
      { key: 'technical', label: 'Technical contribution' },
      { key: 'perspective', label: 'Perspective', help: 'A view on a broader question of the field.' },
    ],
  },
  abstract: { label: 'Abstract', help: 'Reviewers read this first.', required: true, maxLength: 3_000 },
  questions: [
    {
      key: 'prior-publication',
      group: 'Prior publication',
      label: 'Has this paper appeared at a conference or in a journal?',
      help: 'A preprint is neither.',
      type: 'choice',
      required: true,
      options: [
        { key: 'new', label: 'No' },
        { key: 'elsewhere', label: 'Yes' },
      ],
    },
    {
      key: 'prior-publication-where',
      group: 'Prior publication',
      label: 'Where did it appear?',
      type: 'line',
      maxLength: 300,
      when: { question: 'prior-publication', is: 'elsewhere' },
    },
    {
      key: 'attending-author',
      group: 'If it is accepted',
      label: 'Which of the authors expects to attend?',
      type: 'line',
      maxLength: 200,
      audience: 'organizers',
    },
  ],
  agreements: [
    {
      key: 'attendance',
      text: 'If this paper is accepted, at least one of its authors will register for the workshop and attend it.',
    },
    {
      key: 'accuracy',
      text: 'Everyone who should be an author is named and knows of this submission, and what we state is accurate.',
    },
    {
      key: 'publication',
      text: 'If this paper is accepted, it may be published on the site of the workshop.',
    },
  ],
  registration: 'At least one author of each accepted paper registers for the workshop and attends it.',
  rules: {
    kind: 'paper',
    maxBodyPages: 4,
    maxBytes: 50 * 1024 ** 2,
    authorsVisible: true,
    format: 'a4-article',
    supplement: { maxFiles: 5, maxBytes: 100 * 1024 ** 2 },
  },
} as const;
