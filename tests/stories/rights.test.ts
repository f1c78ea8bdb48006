/** Issue 4: what a creator grants, chooses, holds back and takes down; without scripts, and on a phone. */
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { submit } from '#app/features/submissions/operations.server.ts';
import { allAgreed, completePaper, completeWork, putFile } from '../submissions.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage?.close());

test('a creator says what may be done with a work, without scripts, and takes it back', async () => {
  const { world } = stage;
  const id = await completeWork(world);
  const picture = await sharp({ create: { width: 480, height: 320, channels: 3, background: '#7a8f6a' } })
    .png()
    .toBuffer();
  const still = await putFile(world, id, { role: 'supplementary', name: 'still.png', content: picture });
  await sql`update submission_file set mime = 'image/png' where id = ${still.id}`.execute(world.db);
  await submit(world.as('chiara'), { id, agreed: await allAgreed(world, 'chiara', id) });

  const { page, look } = await stage.enter({ as: 'chiara', scripts: false, phone: true });
  const said = () => page.getByRole('status').first().textContent();
  await page.goto(`/my/submissions/${id}`);
  await page.getByRole('link', { name: 'Your rights and credit' }).click();
  await look('rights, before anything was granted');
  expect(await page.getByLabel('On the website').isChecked()).toBe(true);

  await page.getByRole('button', { name: 'Grant what is ticked' }).click();
  expect(await page.getByText('Please say that you have read this').first().isVisible()).toBe(true);
  await page.getByLabel('In a catalogue').check();
  await page.getByLabel('I have read all of this and agree.').check();
  await page.getByRole('button', { name: 'Grant what is ticked' }).click();
  expect(await said()).toContain('It is granted.');
  await look('rights, granted');
  await page.getByText('Read it', { exact: true }).click();
  const words = await page.getByRole('region', { name: 'Receipts' }).locator('pre').textContent();
  const file = await page.request.get((await page.getByText('Keep it as a file').getAttribute('href'))!);
  expect(await file.text()).toEqual(words);

  await page.getByLabel('Search and assistants, no training').check();
  await page.getByLabel('Largest public picture').selectOption('1200');
  await page.getByRole('button', { name: 'Keep these choices' }).click();
  expect(await said()).toContain('Your choices hold');
  expect(await page.getByLabel('Search and assistants, no training').isChecked()).toBe(true);

  await page.getByLabel('What it shows').fill('A dry sea bed, green in the evening (invented)');
  await page.getByRole('button', { name: 'Keep these words' }).click();
  expect(await page.getByLabel('What it shows').inputValue()).toContain('A dry sea bed');

  await page.getByText('Hold it back until a day').click();
  await page.getByLabel('Not before (').fill('2024-12-14T20:00');
  await page.getByRole('button', { name: 'Hold it back' }).click();
  expect(await page.getByText('Nothing of this work is public before').textContent()).toContain(
    '14 December 2024',
  );

  await page.getByText('Take something back').click();
  await page.getByRole('group', { name: 'What shall end' }).getByLabel('In a catalogue').check();
  await page.getByRole('button', { name: 'Take it back' }).click();
  expect(await said()).toContain('It has ended.');

  await page.getByText('Take it down', { exact: true }).click();
  await page.getByRole('button', { name: 'Take it down now' }).click();
  expect(await said()).toContain('It is hidden from now on.');
  await look('rights, taken back and taken down');
});

test('an organizer takes a paper down at the desk, with a reason', async () => {
  const { world } = stage;
  const id = await completePaper(world);
  await submit(world.as('ada'), { id, agreed: await allAgreed(world, 'ada', id) });
  const { page, look } = await stage.enter({ as: 'olga' });
  await page.goto(`/desk/${world.edition.slug}/submissions/${id}`);
  await page.getByRole('link', { name: 'Rights', exact: true }).click();
  await page.getByText('Take it down', { exact: true }).click();
  await look('rights at the desk');
  await page.getByLabel('Why').fill('A person in a figure did not agree (invented).');
  await page.getByRole('button', { name: 'Take it down now' }).click();
  await page.getByText('It is hidden from now on, and its people are told.').waitFor();
  await look('rights at the desk, taken down');

  const ada = await stage.enter({ as: 'ada', phone: true });
  await ada.page.goto(`/my/submissions/${id}/rights`);
  await ada.page.getByText('The organizers can end this.').waitFor();
  await ada.look('rights of a paper');
});
