/** Issue 2, points 7 and 9: the table of submissions and what organizers do from it, without scripts. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { submit } from '#app/features/submissions/operations.server.ts';
import { allAgreed, completePaper, completeWork } from '../submissions.ts';
import { openInbox } from './letters.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  const { world } = stage;
  const id = await completePaper(world, 'ada');
  await submit(world.as('ada'), { id, agreed: await allAgreed(world, 'ada', id) });
  await completeWork(world);
});
afterAll(() => stage?.close());

describe('the desk', () => {
  test('filters its table, takes it out as CSV and its files as a .zip', async () => {
    const { page, look, close } = await stage.enter({ as: 'olga', scripts: false });
    await page.goto('/desk/2024/submissions');
    await look('desk table');
    await page.getByLabel('Title, person or receipt').fill('looking');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('1 submission', { exact: true }).waitFor();
    expect(await page.locator('#rows th').allInnerTexts()).toEqual(['On Looking Twice']);
    await look('desk table, found');
    await page.locator('#rows input').check();
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    const rows = readFileSync(await csv.path(), 'utf8');
    expect([rows.includes('On Looking Twice'), rows.includes('Tide Tables')]).toEqual([true, false]);
    const [zip] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Files (.zip)' }).click(),
    ]);
    expect(readFileSync(await zip.path()).toString('latin1')).toContain('On_Looking_Twice_paper.pdf');
    await page.goto('/desk/2024/submissions/days');
    await look('desk, counts per day');
    await close();
  });

  test('writes to a selection, looks at every copy, holds it and sends it', async () => {
    const { page, look, close } = await stage.enter({ as: 'olga', scripts: false });
    await page.goto('/desk/2024/submissions');
    await page.getByLabel('On Looking Twice').check();
    await page.getByRole('button', { name: 'Write a letter' }).click();
    await look('write a letter');
    await page.locator('[name="subject"]').fill('About the room');
    await page.locator('[name="body"]').fill('Dear {{name}},\n\nthe room is {{title}}.');
    await page.getByRole('button', { name: 'See every copy' }).click();
    await page.waitForURL('**/letters/*');
    await look('every copy, held');
    await openInbox(page, 'ada@example.org');
    expect(await page.locator('main').innerText()).not.toContain('About the room');
    await page.goBack();
    await page.getByRole('button', { name: 'Send 2 letters' }).click();
    await page.getByText(/How each went stands in the outbox/).waitFor();
    await page.goto('/desk/2024/letters');
    await look('letters and outbox');
    await openInbox(page, 'ada@example.org');
    expect(await page.locator('main').innerText()).toContain('the room is On Looking Twice.');
    await close();
  });

  test('enters one for somebody, who finds it when they sign in', async () => {
    const { page, look, close } = await stage.enter({ as: 'olga', scripts: false });
    await page.goto('/desk/2024/submissions/new');
    await look('enter one for somebody');
    await page.getByLabel('Their name').fill('Attila Attendee');
    await page.getByLabel('Their mail address').fill('attila@example.org');
    await page.getByRole('button', { name: 'Begin it' }).click();
    await page.getByText('It is begun.').waitFor();
    await look('begun for somebody');
    await page.getByRole('link', { name: 'Edit or submit for them' }).click();
    await page.getByLabel('Title').fill('Dictated by Telephone');
    await page.getByRole('button', { name: 'Save', exact: true }).last().click();
    await page.getByText('You are helping as an organizer').waitFor();
    await look('helping as an organizer');
    const attila = await stage.enter({ as: 'attila', scripts: false, phone: true });
    await attila.page.goto('/my');
    await attila.look('mine, entered by an organizer');
    expect(await attila.page.locator('main').innerText()).toContain('Dictated by Telephone');
    await Promise.all([attila.close(), close()]);
  });

  test('is not there for an author', async () => {
    const { page, look, close } = await stage.enter({ as: 'ada', scripts: false });
    const answers: (number | undefined)[] = [];
    for (const path of ['', '/submissions', '/letters', '/settings'])
      answers.push((await page.goto(`/desk/2024${path}`))?.status());
    expect(answers).toEqual([404, 404, 404, 404]);
    await look('no desk here');
    await close();
  });
});
