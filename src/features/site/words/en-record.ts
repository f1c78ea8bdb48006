/** What pages of the record say in English: papers, works, their viewers, credits and rights. */
import type { Side } from '#app/features/works/renditions/model/views.ts';
import type { AiProcess } from '#app/features/works/record.ts';
import { aiLevels } from '#app/features/works/ai-process.ts';
import { notWalls, preferenceWords } from '#app/features/works/rights/preference-words.ts';
import type { Preference } from '#app/features/works/preference.ts';
import { counted } from '#app/ui/counted.ts';

const many = (one: string, other: string) => counted('en', { one, other });
const pictures = many('picture', 'pictures');

export const record = {
  names: {
    and: (some: string, last: string) => `${some} and ${last}`,
    others: (number: number) => `${number} others`,
    andOthers: (number: number) => `and ${number} others`,
  },
  file: {
    plainText: 'plain text',
    pages: many('page', 'pages'),
    megabytes: (number: string) => `${number} MB`,
    kilobytes: (number: number) => `${number} kB`,
  },
  awards: {
    none: 'No awards have been given yet',
    noneYet: 'They appear here with the works and papers they went to, and the reasons.',
  },
  cite: { copy: 'Copy', copied: 'Copied', files: 'As files:' },
  contentNote: { note: 'Content note:', show: 'Show it', cover: 'Cover it again' },
  facets: {
    search: (what: string) => `Search ${what}`,
    all: (what: string) => `{shown} ${what}`,
    some: (what: string) => `{shown} of {all} ${what}`,
    everything: 'Show everything',
    noNote: 'No content note',
    labels: {
      kind: 'Show',
      form: 'Form',
      ai: 'Part of AI',
      evidence: 'Evidence',
      access: 'Access',
      award: 'Award',
      note: 'Content notes',
      topic: 'Topic',
    },
    evidence: {
      declared: 'Declared',
      'process-shown': 'Process shown',
      'credential-read': 'Credential read',
    } as Record<AiProcess['evidence'], string>,
  },
  gallery: {
    none: 'No works are published yet',
    noneYet:
      'Accepted works appear here, each with a page of its own, once their creators have agreed to what is shown.',
    works: 'works',
    worksAndPapers: 'works and papers',
    other: 'Other works',
    forms: 'Forms',
    nothing: 'Nothing fits all of this. Take a choice back, or show everything.',
    labels: 'Wall labels to print (PDF)',
    ours: 'Is a picture one of ours?',
  },
  papers: {
    none: 'No papers are published yet',
    noneYet: 'Accepted papers appear here with their authors, abstracts and PDFs.',
    papers: 'papers',
  },
  paper: {
    read: 'Read the paper',
    nonArchival: 'Non-archival: presented at the workshop, no official proceedings.',
    abstract: 'Abstract',
    authors: (number: number): string => (number === 1 ? 'Author' : 'Authors'),
    more: 'With the paper',
    about: 'At the workshop',
    session: 'Session',
    call: 'Call',
    topics: 'Topics',
    accepted: 'Accepted',
    all: 'All accepted papers',
  },
  work: {
    statement: 'Statement',
    ai: 'How AI was used',
    credits: 'Credits',
    more: 'More of this work',
    before: 'Before you look and listen',
    notes: 'Content notes',
    access: 'Access',
    answers: 'In the creators’ words',
    all: 'All accepted works',
  },
  record: {
    elsewhere: 'Elsewhere',
    cite: 'How to cite',
    rights: 'Rights',
    takedown: 'Ask for a takedown',
    ifNotHere: 'if this should not be here.',
  },
  aiLevels: Object.fromEntries(aiLevels.map(({ key, label }) => [key, label])) as Record<string, string>,
  /** By its English words: records hold no others. */
  aiRole: (role: string) => role,
  process: {
    part: 'Its part',
    systems: 'Systems',
    colon: ':',
    known: 'How this is known',
    evidence: {
      declared: 'The creator says so.',
      'process-shown':
        'The creator says so, and gave the organizers files that show how it was made: sketches, layers or sessions.',
      'credential-read':
        'The creator says so, and a content credential inside the file says the same. Its signature was not checked.',
    } as Record<AiProcess['evidence'], string>,
    noDetector: 'No detector was asked.',
    machines: 'For machines',
    sourceType: 'IPTC digital source type',
  },
  rights: {
    licence: ({ label }: { key: string; label: string }) => label,
    forAi: 'For AI systems:',
    preference: {
      'reserve-all': preferenceWords['reserve-all'].words,
      'no-training': preferenceWords['no-training'].words,
      allow: preferenceWords.allow.words,
    } as Record<Preference, string>,
    notWalls,
  },
  tombstone: {
    gone: { paper: 'This paper is no longer shown', work: 'This work is no longer shown' },
    /** Words of ours that records bring along, by what they say in English. */
    said: (words: string) => words,
    on: 'Taken down on',
    stays: 'The address stays, so that nobody looks for what is not lost but gone.',
    write: 'Write to the organizers about it',
  },
  label: {
    form: 'Form',
    forms: 'Forms',
    medium: 'Medium',
    year: 'Year',
    size: 'Size',
    length: 'Length',
    edition: 'Edition',
    themes: 'Themes',
    shown: 'Shown',
  },
  viewers: {
    described: 'Described in words',
    readPdf: 'Read the PDF',
    open: 'Open the file',
    film: 'The film as a file',
    captions: 'Captions',
    captionsToRead: 'Captions to read',
    transcript: 'Transcript',
    elsewhere: 'leads to another site',
    givenOn: 'Handed in with the work on',
    since: 'What is there may have changed since, or gone.',
    model: 'The model to download',
    turn: 'Turn it',
    sides: {
      front: 'from the front',
      'front-right': 'from the front and the right',
      right: 'from the right',
      'back-right': 'from behind and the right',
      back: 'from behind',
      'back-left': 'from behind and the left',
      left: 'from the left',
      'front-left': 'from the front and the left',
      above: 'from above',
      below: 'from below',
    } as Record<Side, string>,
    view: (at: number, all: number, side: string) => `View ${at} of ${all}, ${side}`,
    drawn: (triangles: number) =>
      `A 3D model${triangles > 0 ? ` of ${triangles.toLocaleString('en')} triangles` : ''}, in pictures from all sides`,
    closer: 'Look closer',
    atPicture: (number: number) => `at picture ${number}`,
    strip: (number: number) => `${pictures(number)}, side by side`,
    of: (at: number, all: number) => `${at} of ${all}`,
    asFile: 'As a file',
    readText: 'Read the text',
    loudness: 'Loudness over time',
    start: 'Start the piece',
    away: 'Put it away',
    runs: (host: string) =>
      `It runs in your browser until you leave this page: locked away from this site, fetched from ${host}.`,
    notHere:
      'This piece runs in a browser. It is not played here: what others wrote may only run under another host name, and this site has none.',
    lens: 'Looking closer',
    larger: 'Larger',
    smaller: 'Smaller',
    whole: 'Whole',
    close: 'Close',
  },
};
