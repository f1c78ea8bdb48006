/**
 * Pages that every edition has: conduct, access, privacy. Owns their words, with the edition's own facts in them;
 * promises that a page of the same slug in the settings takes the place of one. What privacy says must be true of
 * Salon itself: whoever changes what is kept changes it here. Leaves out what only organizers know.
 */
import type { CallSettings } from '../calls/settings.ts';
import { sayDay } from '../calls/dates.ts';
import type { EditionSettings, Section } from '../editions/settings.ts';

type Page = Section<'pages'>[number];
type Facts = Pick<EditionSettings, 'about' | 'places' | 'programme'>;
type Call = Pick<CallSettings, 'title' | 'kind' | 'filesDeletedOn'>;

/** The organizers' own pages in their order, then those of the three that they have not replaced. */
export function withStandingPages(settings: EditionSettings, calls: Call[]): Page[] {
  const own = new Set(settings.pages.map(({ slug }) => slug));
  return [...settings.pages, ...standingPages(settings, calls).filter(({ slug }) => !own.has(slug))];
}

export function standingPages(facts: Facts, calls: Call[]): Page[] {
  const page = (slug: string, title: string, parts: string[]) => ({
    slug,
    title,
    body: parts.filter(Boolean).join('\n\n'),
    menu: true,
  });
  return [
    page('conduct', 'Conduct', conduct(facts)),
    page('access', 'Access', access(facts)),
    page('privacy', 'Privacy', privacy(facts, calls)),
  ];
}

const conduct = ({ about }: Facts) => [
  `${text(about.name)} brings people together who work in different ways and do not always agree. Disagree about ideas; look after one another.`,
  '**Do**',
  '- listen before you answer, and leave room for those who speak less;\n- name the people whose work you show, quote or build on;\n- ask before you record, photograph or post somebody or their work;\n- use the names and pronouns that people give.',
  '**Do not**',
  '- harass, insult, threaten or follow anybody;\n- remark on anybody’s body, origin, faith, gender, age or ability;\n- pass on what was told in confidence, or what is under review;\n- disturb the work of others, here or on screen.',
  '## When something goes wrong',
  `Speak to any of the organizers, or write to ${mail(about)}. Say as much or as little as you want. They listen first, tell nobody without need, and decide what follows: a word, leaving the room, leaving the workshop. Where you are in danger, call the emergency services of the place first.`,
];

function access({ about, places, programme }: Facts): string[] {
  const known = places.filter((place) => place.access);
  return [
    `Everybody who wants to take part in ${text(about.name)} should be able to. Tell the organizers early what you need: ${mail(about)}, or the contact page. You need not say why. They answer plainly what can be arranged and what cannot.`,
    known.length > 0 ? '## Places' : '',
    ...known.flatMap(({ name, access: words }) => [`### ${text(name)}`, words]),
    programme.sessions.some(({ online }) => online)
      ? '## From elsewhere\n\nSessions that can be followed online are marked so in the programme.'
      : '',
    '## Works and talks',
    'Creators are asked to say what their work contains, and to add captions and descriptions where they can; what may disturb is announced before it is shown. Nothing plays by itself. Speakers are asked to use the microphone, to describe what they show, and to keep letters large.',
    '## This site',
    'Every page is made to work by keyboard, on a phone, enlarged to twice its size, with a screen reader, and without JavaScript. Where it fails you, say so: that is a fault, and faults are mended.',
  ];
}

function privacy({ about }: Facts, calls: Call[]): string[] {
  const deletions = calls.flatMap(({ title, filesDeletedOn }) =>
    filesDeletedOn ? [`- ${text(title)}: ${sayDay(filesDeletedOn)}`] : [],
  );
  return [
    `This site is run for ${text(about.name)}${about.host ? `, ${text(about.host)}` : ''}. Questions about your data: ${mail(about)}.`,
    '## Reading this site',
    'You can read every public page without being known. Nothing is loaded from another site, nothing counts you, and no cookie is set by reading. Beginning a submission and signing in each set one cookie that is needed for it, and choosing light or dark remembers that.',
    '## What is kept',
    '- **Of an account:** your name, mail addresses, and what you add yourself (affiliation, pronouns, ORCID iD, passkeys); the browsers in which you are signed in, by their kind.\n- **Of what you hand in:** words, files, the people you name with their addresses, every version with its time, and what was agreed to.\n- **Of writing to each other:** messages, and the letters that were sent to you.\n- **Of acts:** who did what and when.\n- **Of your network address:** a count of attempts, for a day or two, where something may not be tried too often.\n- Backups hold the same until they are replaced.',
    '## Who sees it',
    'Organizers, and those whom they ask to review or to judge: these see what they need for it. Whoever reviews is not named to those whose work they judge. An organizer who takes part in a submission sees it only as one of its people. Nothing becomes public before it is accepted.',
    'Nothing that you hand in is sent to another service by this software, and it trains no model.',
    '## How long',
    '- **What was handed in** stays as it was received; the record of a workshop is its archive.',
    deletions.length > 0
      ? `- **Files of what was withdrawn or not submitted** are deleted, with notice before:\n${deletions.map((line) => `  ${line}`).join('\n')}`
      : '',
    '- **What you ask on the contact page** is deleted a year after the workshop, or a year after the last words of the thread if that is later.\n- **Your place on the interest list** lasts until you leave it; every letter has the link. Without your yes the address is forgotten after thirty days.',
    '## Yours',
    'Signed in, under “Your data”, you download everything that is yours and erase your account; you are told beforehand what stays and why. Without an account, write to the address above.',
  ];
}

const mail = ({ contactEmail }: Facts['about']) => `[${text(contactEmail)}](mailto:${contactEmail})`;

/** What organizers typed as plain words: none of it is taken for Markdown. */
const text = (words: string) => words.replace(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&');
