/** The pages of conduct, access and privacy in English. What privacy says must be true of Salon itself, in every language. */
import { sayDay } from '#app/features/calls/dates.ts';
import type { StandingWords } from './standing.ts';

export const standing: StandingWords = {
  titles: { conduct: 'Conduct', access: 'Access', privacy: 'Privacy' },
  conduct: ({ name, mail }) => [
    `${name} brings people together who work in different ways and do not always agree. Disagree about ideas; look after one another.`,
    '**Do**',
    '- listen before you answer, and leave room for those who speak less;\n- name the people whose work you show, quote or build on;\n- ask before you record, photograph or post somebody or their work;\n- use the names and pronouns that people give.',
    '**Do not**',
    '- harass, insult, threaten or follow anybody;\n- remark on anybody’s body, origin, faith, gender, age or ability;\n- pass on what was told in confidence, or what is under review;\n- disturb the work of others, here or on screen.',
    '## When something goes wrong',
    `Speak to any of the organizers, or write to ${mail}. Say as much or as little as you want. They listen first, tell nobody without need, and decide what follows: a word, leaving the room, leaving the workshop. Where you are in danger, call the emergency services of the place first.`,
  ],
  access: ({ name, mail, places, online }) => [
    `Everybody who wants to take part in ${name} should be able to. Tell the organizers early what you need: ${mail}, or the contact page. You need not say why. They answer plainly what can be arranged and what cannot.`,
    places.length > 0 ? '## Places' : '',
    ...places.flatMap((place) => [`### ${place.name}`, place.access]),
    online ? '## From elsewhere\n\nSessions that can be followed online are marked so in the programme.' : '',
    '## Works and talks',
    'Creators are asked to say what their work contains, and to add captions and descriptions where they can; what may disturb is announced before it is shown. Nothing plays by itself. Speakers are asked to use the microphone, to describe what they show, and to keep letters large.',
    '## This site',
    'Every page is made to work by keyboard, on a phone, enlarged to twice its size, with a screen reader, and without JavaScript. Where it fails you, say so: that is a fault, and faults are mended.',
  ],
  privacy: ({ name, host, mail, deletions }) => [
    `This site is run for ${name}${host && `, ${host}`}. Questions about your data: ${mail}.`,
    '## Reading this site',
    'You can read every public page without being known. Nothing is loaded from another site, nothing counts you, and no cookie is set by reading. Beginning a submission and signing in each set one cookie that is needed for it, and choosing light or dark, or coming from a page in another language, remembers that.',
    '## What is kept',
    '- **Of an account:** your name, mail addresses, and what you add yourself (affiliation, pronouns, ORCID iD, passkeys); the browsers in which you are signed in, by their kind.\n- **Of what you hand in:** words, files, the people you name with their addresses, every version with its time, and what was agreed to.\n- **Of writing to each other:** messages, and the letters that were sent to you.\n- **Of acts:** who did what and when.\n- **Of your network address:** a count of attempts, for a day or two, where something may not be tried too often.\n- Backups hold the same until they are replaced.',
    '## Who sees it',
    'Organizers, and those whom they ask to review or to judge: these see what they need for it. Whoever reviews is not named to those whose work they judge. An organizer who takes part in a submission sees it only as one of its people. Nothing becomes public before it is accepted.',
    'Nothing that you hand in is sent to another service by this software, and it trains no model.',
    '## How long',
    '- **What was handed in** stays as it was received; the record of a workshop is its archive.',
    deletions.length > 0
      ? `- **Files of what was withdrawn or not submitted** are deleted, with notice before:\n${deletions.map(({ title, on }) => `  - ${title}: ${sayDay(on)}`).join('\n')}`
      : '',
    '- **What you ask on the contact page** is deleted a year after the workshop, or a year after the last words of the thread if that is later.\n- **Your place on the interest list** lasts until you leave it; every letter has the link. Without your yes the address is forgotten after thirty days.',
    '## Yours',
    'Signed in, under “Your data”, you download everything that is yours and erase your account; you are told beforehand what stays and why. Without an account, write to the address above.',
  ],
};
