/** Issue 2, point 3: what is typed while the scripts are still on their way is saved too. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin, open } from '#app/features/submissions/operations.server.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage?.close());

test('words and ticks from before the page wakes up are kept and saved', async () => {
  const { id } = await begin(stage.world.as('ada'), { call: stage.world.callIds.papers });
  const { page, look, close } = await stage.enter({ as: 'ada' });
  let release = () => undefined as void;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/_app/**/*.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(`/my/submissions/${id}`, { waitUntil: 'commit' });
  await page.getByLabel('Title').fill('Typed on a Slow Line');
  await page.getByLabel('Technical contribution').check();
  await page.getByLabel('Law').check();
  release();
  await page.getByText(/^Saved at/).waitFor();
  await look('typed early, saved');
  const { submission } = await open(stage.world.as('ada'), { id });
  expect([submission.title, submission.kinds, submission.topics]).toEqual([
    'Typed on a Slow Line',
    ['technical'],
    ['law'],
  ]);
  await page.reload({ waitUntil: 'networkidle' });
  const { revision } = (await open(stage.world.as('ada'), { id })).submission;
  expect([await page.getByLabel('Title').inputValue(), revision]).toEqual(['Typed on a Slow Line', 1]);
  await close();
});
