/** For tests: a call for works that asks everything, a work that answers it, and the record that it makes. */
import * as v from 'valibot';
import { insertCallRevision } from '#app/features/calls/queries.server.ts';
import { callSchema } from '#app/features/calls/settings.ts';
import { connectOrcid } from '#app/features/people/orcid-queries.server.ts';
import {
  addContributor,
  answerNamed,
  editContributor,
  grantClearance,
  open,
  saveDraft,
} from '#app/features/submissions/operations.server.ts';
import type { PublicRecord } from '#app/features/works/record.ts';
import {
  insertRendering,
  insertRenditions,
  updateRendering,
} from '#app/features/works/renditions/queries.server.ts';
import { choose } from '#app/features/works/rights/operations.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { accepted, after, granted } from './accepted.ts';
import { workCall } from './small-edition.ts';
import { completeWork, putFile, workWords } from './submissions.ts';
import { whileOpen, type World } from './world.ts';

export async function askEverything(world: World): Promise<void> {
  const choices = (key: string, means: string, options: string[]) => ({
    key,
    means,
    label: `Which ${key}?`,
    type: 'choices',
    other: true,
    audience: 'public',
    options: options.map((label) => ({ key: label.toLowerCase().replace(/\W+/g, '-'), label })),
  });
  const questions = [
    { key: 'stage', label: 'Where does it stand?', type: 'line', audience: 'public' },
    { key: 'medium', label: 'Made of?', type: 'line', audience: 'public', means: 'medium' },
    { key: 'year', label: 'Year', type: 'year', audience: 'public' },
    { key: 'size', label: 'Size', type: 'size', audience: 'public' },
    { key: 'ai', label: 'How was AI used?', type: 'disclosure', required: true, audience: 'public' },
    choices('notes', 'content-notes', ['Flashing light', 'Loud sound']),
    choices('access', 'access', ['Captions', 'Transcript']),
    { key: 'rider', label: 'What does it need?', type: 'rider', audience: 'organizers' },
    { key: 'jury', label: 'A word to the jury', type: 'text' },
  ];
  const body = v.parse(callSchema, { ...workCall, questions });
  const callId = world.callIds['creative-work'];
  await insertCallRevision(world.db, { callId, body, at: whileOpen, by: null, reason: '' });
}

/** A work with everything in it, much of which is nobody's business. */
export async function wholeWork(world: World): Promise<string> {
  const id = await completeWork(world);
  const { contributors } = (await open(world.as('chiara'), { id })).submission;
  const orcid = '0000-0002-1825-0097';
  const mine = { name: 'Chiara Creator', email: 'chiara@example.org', affiliation: 'Studio (invented)' };
  await editContributor(world.as('chiara'), {
    id,
    contributor: contributors[0]!.id,
    ...mine,
    orcid,
    pronouns: 'she/her',
    role: 'director',
  });
  await connectOrcid(world.db, { personId: world.people.chiara.id, orcid, now: whileOpen });
  const benno = {
    name: 'Benno Co-Author',
    email: 'benno@example.org',
    orcid: '0000-0001-5109-3700',
    role: 'sound',
  };
  await addContributor(world.as('chiara'), { id, ...benno });
  await addContributor(world.as('chiara'), { id, name: 'Attila Objects', email: 'attila@example.org' });
  await addContributor(world.as('chiara'), { id, name: 'Never Answered', email: 'never@example.org' });
  await addContributor(world.as('chiara'), {
    id,
    name: 'Kollektiv (invented)',
    kind: 'collective',
    role: 'light',
  });
  await answerNamed(world.as('benno'), { id, answer: 'confirmed' });
  await answerNamed(world.as('attila'), { id, answer: 'objected', words: 'I left early.' });
  await grantClearance(world.as('olga'), { id, rule: 'link', reason: 'It runs on a server.' });
  await putFile(world, id, { role: 'supplementary', name: 'SECRET tax return.pdf' });
  const { revision } = (await open(world.as('chiara'), { id })).submission;
  const draft = {
    ...workWords,
    abstract: ' Two words.\n\nAnd three more. ',
    kinds: ['film', 'other: Weather'],
    link: { url: 'https://piece.example.org/', purpose: 'The piece itself', needs: 'password: SECRET' },
    answers: {
      stage: 'Finished',
      medium: 'Film, silent',
      year: 2023,
      size: '4 min 10 s',
      ai: {
        roles: ['research', 'generated'],
        systems: [{ name: 'Dreamer', version: '2', provider: 'Nowhere', runs: 'local', use: 'waves' }],
        sources: ['own'],
        share: 'All cuts are mine.',
        prompts: 'SECRET prompt',
        promptsFor: 'jury',
        promptWriter: 'SECRET writer',
        likeness: 'SECRET consent of a neighbour',
      },
      notes: ['flashing-light', 'other: a dog barks'],
      access: ['captions'],
      rider: 'SECRET: four watchmen',
      jury: 'SECRET: please hurry',
    },
  };
  await saveDraft(world.as('chiara'), { id, base: revision, draft });
  await accepted(world, id, 'chiara');
  await granted(world, id, 'chiara');
  await choose(world.as('chiara', after(3)), {
    id,
    licence: 'cc-by-4.0',
    preference: 'no-training',
    maxPixels: null,
    credit: '',
  });
  return id;
}

const picture = {
  use: 'film' as const,
  name: 'main.mp4',
  sha256: 'f'.repeat(64),
  bytes: 12,
  mime: 'video/mp4',
  width: 640,
  height: 480,
};
const film = {
  role: 'main',
  label: 'Main work',
  kind: 'video' as const,
  alt: '',
  description: 'Water.',
  width: 640,
  height: 480,
  seconds: 250.4,
  pages: null,
};

/** By which copies are found; in no record without the use that allows it. */
export const mark = 'a1'.repeat(32);

export async function filmed(
  world: World,
  submissionId: string,
  /** What its credential says of how it was made: another thing than its creator. */
  credential = ['digitalCapture'],
): Promise<void> {
  const id = randomId();
  const source = { sourceSha256: 'a'.repeat(64), role: 'main', stem: 'main', recipe: 'r', position: 0 };
  await insertRendering(world.db, {
    id,
    submissionId,
    ...source,
    file: { ...film, likeness: mark, credential },
    askedAt: whileOpen,
  });
  await insertRenditions(world.db, id, [{ ...picture, seconds: 250 }], whileOpen);
  await updateRendering(world.db, [id], { madeAt: whileOpen });
}

export const whole = (id: string): PublicRecord => ({
  id,
  kind: 'work',
  slug: 'tide-tables-for-a-dry-sea',
  formerSlugs: [],
  title: 'Tide Tables for a Dry Sea',
  language: 'en',
  call: { key: 'creative-work', title: 'Call for creative work' },
  people: [
    {
      kind: 'person',
      name: 'Chiara Creator',
      affiliation: 'Studio (invented)',
      orcid: '0000-0002-1825-0097',
      pronouns: 'she/her',
      role: 'director',
    },
    { kind: 'person', name: 'Benno Co-Author', affiliation: '', orcid: '', pronouns: '', role: 'sound' },
    {
      kind: 'collective',
      name: 'Kollektiv (invented)',
      affiliation: '',
      orcid: '',
      pronouns: '',
      role: 'light',
    },
  ],
  summary: 'Two words.\n\nAnd three more.',
  topics: [],
  answers: [{ label: 'Where does it stand?', words: 'Finished' }],
  work: {
    forms: [
      { key: 'film', label: 'Film' },
      { key: 'other', label: 'Weather' },
    ],
    medium: 'Film, silent',
    year: '2023',
    size: '4 min 10 s',
    edition: '',
    seconds: 250,
    ai: {
      level: { key: 'part', label: 'Generated parts' },
      sourceType: 'compositeWithTrainedAlgorithmicMedia',
      roles: ['Research and finding ideas', 'Generated material is in the final work'],
      systems: [{ name: 'Dreamer', version: '2', provider: 'Nowhere', use: 'waves' }],
      words: 'All cuts are mine.',
      evidence: 'declared',
    },
    contentNotes: [
      { key: 'flashing-light', label: 'Flashing light' },
      { key: 'other', label: 'a dog barks' },
    ],
    access: [{ key: 'captions', label: 'Captions' }],
  },
  session: null,
  award: null,
  files: [{ ...film, renditions: [picture] }],
  links: [{ label: 'The piece itself', url: 'https://piece.example.org/', note: '', on: '2024-08-20' }],
  rights: {
    credit: '© 2023 Chiara Creator, Benno Co-Author, Kollektiv (invented)',
    licence: {
      key: 'cc-by-4.0',
      label: 'CC BY 4.0 (Attribution)',
      url: 'https://creativecommons.org/licenses/by/4.0/',
    },
    preference: 'no-training',
  },
  acceptedOn: '2024-08-20',
  publishedOn: '2024-08-20',
  changedAt: after(3).toISOString(),
  tombstone: null,
});
