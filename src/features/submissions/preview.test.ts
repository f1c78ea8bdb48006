import { afterAll, beforeAll, expect, test } from 'vitest';
import { callSchema } from '#app/features/calls/settings.ts';
import * as v from 'valibot';
import { allAgreed, completePaper, completeWork, paperWords } from '../../../tests/submissions.ts';
import { paperCall } from '../../../tests/small-edition.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { history, open, preview, saveDraft, submit } from './operations.server.ts';
import { forReviewer } from './reviewer-view.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const disclosure = {
  roles: ['research'],
  systems: [],
  sources: [],
  share: 'The sea is mine.',
  prompts: 'a prompt for organizers alone',
  promptsFor: 'organizers' as const,
  promptWriter: 'a writer for organizers alone',
  likeness: '',
};
const draft = {
  title: 'Tide Tables for a Dry Sea',
  kinds: ['film'],
  answers: { ai: disclosure, 'no-prize': 'yes' },
};

test('the jury reads the answers, and none that is for organizers only', async () => {
  const id = await completeWork(world);
  await saveDraft(world.as('chiara'), { id, base: 1, draft });
  const { submission } = await open(world.as('chiara'), { id });
  expect([submission.answers['no-prize'], submission.answers.ai]).toEqual(['yes', disclosure]);
  const { view } = await preview(world.as('chiara'), { id });
  expect(view.answers.map(({ question, answer }) => [question.key, answer])).toEqual([
    ['ai', { ...disclosure, prompts: '', promptWriter: '' }],
  ]);
  expect(JSON.stringify(view)).not.toMatch(/organizers alone|no-prize|chiara@/);
});

test('what is read of a version received leaves out the same', async () => {
  const id = await completeWork(world);
  await saveDraft(world.as('chiara'), { id, base: 1, draft });
  await submit(world.as('chiara'), { id, agreed: await allAgreed(world, 'chiara', id) });
  const { versions } = await history(world.as('chiara'), { id });
  expect(versions[0]!.answers).toEqual(draft.answers);
  const { submission } = await open(world.as('chiara'), { id });
  const read = forReviewer(id, versions[0]!, submission.call.settings);
  expect(read.answers.map(({ question }) => question.key)).toEqual(['ai']);
  expect(JSON.stringify(read)).not.toMatch(/organizers alone|no-prize|chiara@/);
});

test('prompts that the jury may read are read by the jury', async () => {
  const id = await completeWork(world);
  const shown = { ...disclosure, promptsFor: 'jury' as const };
  await saveDraft(world.as('chiara'), { id, base: 1, draft: { ...draft, answers: { ai: shown } } });
  const { view } = await preview(world.as('chiara'), { id });
  expect(view.answers.map(({ answer }) => answer)).toEqual([shown]);
});

test('in a blind call no name, address, file name or own word for a file is there', async () => {
  const id = await completePaper(world);
  const { submission } = await open(world.as('ada'), { id });
  const settings = v.parse(callSchema, { ...paperCall, rules: { kind: 'paper', authorsVisible: false } });
  const named = forReviewer(id, submission, submission.call.settings);
  expect(JSON.stringify(named)).toMatch(/Ada Author.*looking\.pdf|looking\.pdf.*Ada Author/);
  const blind = forReviewer(id, submission, settings);
  expect([blind.title, blind.files.map(({ name }) => name), 'credits' in blind]).toEqual([
    paperWords.title,
    ['paper-1'],
    false,
  ]);
  expect(JSON.stringify(blind)).not.toMatch(/Ada|Benno|example\.org|looking\.pdf/);
});
