/** Issue 2, points 3 to 7 and 10: a work with scripts, from dropped files to its second version, and back. */
import { readFileSync } from 'node:fs';
import { exampleFile } from '../../examples/creativity-2024/load.ts';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeWork, completePaper } from '../submissions.ts';
import { openStage, type Stage } from './stage.ts';

const tide = (name: string) => resolve('examples/creativity-2024/files/works/low-tide', name);

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage?.close());

describe('a work, with scripts', () => {
  test('saves itself, is looked at before it is sent, and goes on after a lost connection', async () => {
    const { page, look, close } = await stage.enter({ as: 'chiara' });
    await page.goto('/2024/calls/creative-work');
    await page
      .getByRole('button', { name: /Begin|Submit/ })
      .first()
      .click();
    await page.waitForURL('**/my/submissions/*');
    const here = new URL(page.url()).pathname;
    await page.waitForLoadState('networkidle');
    await page.getByLabel('Title').fill('Low Tide (invented)');
    await page.getByLabel('Visual art').check();
    await page.getByLabel('About the work').fill('A tide table that nobody needs.');
    await page.getByText(/^Saved at/).waitFor();
    await look('work, saved by itself');
    await page.reload({ waitUntil: 'networkidle' });
    expect(await page.getByLabel('Title').inputValue()).toBe('Low Tide (invented)');
    const disclosure = page.locator('[id="field-answers.ai"]');
    await disclosure.getByRole('checkbox').last().check();
    await disclosure.getByText('Systems, material and your share').click();
    await disclosure.getByLabel('What of the work is yours').fill('The sea is mine, the numbers are not.');
    await page.getByText(/^Saved at/).waitFor();
    await look('work, disclosure');

    await page.goto(`${here}/files`, { waitUntil: 'networkidle' });
    await page.getByLabel('Choose your files').setInputFiles({
      name: 'broken.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 and nothing more'),
    });
    await page.getByText('Problem:').first().waitFor();
    await look('files, a problem found before it is sent');
    await page.getByRole('button', { name: /^(Cancel|Take off the list)/ }).click();

    let lost = 0;
    await page.route('**/api/uploads/**', (route) =>
      route.request().method() === 'PATCH' && lost++ === 0
        ? route.abort('connectionreset')
        : route.continue(),
    );
    await page.getByLabel('Choose your files').setInputFiles([tide('24_main .png'), tide('description.pdf')]);
    await page
      .getByLabel(/It is|We take it for/)
      .nth(1)
      .waitFor();
    expect(lost).toBeGreaterThan(2);
    await look('files, work up');
    await page.locator('select[name="role"]').first().selectOption({ index: 0 });
    await page
      .getByRole('button', { name: /set what/i })
      .first()
      .click();

    await page.goto(`${here}/submit`);
    for (const agreement of await page.locator('[name="agreed"]').all()) await agreement.check();
    await look('work, before submitting');
    await page.getByRole('button', { name: /^Submit/ }).click();
    await page.waitForURL('**/receipt/*');
    await look('work, receipt');

    await page.goto(here, { waitUntil: 'networkidle' });
    await page.getByLabel('Title').fill('Low Tide, again (invented)');
    await page.getByText(/^Saved at/).waitFor();
    await page.goto(`${here}/submit`);
    for (const agreement of await page.locator('[name="agreed"]').all()) await agreement.check();
    await page.getByRole('button', { name: 'Submit again' }).click();
    await page.waitForURL('**/receipt/*');
    await page.goto(`${here}/history`);
    expect(await page.locator('td[data-label="Title"]').allInnerTexts()).toEqual([
      'Low Tide, again (invented)',
      'Low Tide (invented)',
    ]);
    await look('work, history');

    await page.goto(`${here}/withdraw`);
    await look('withdraw');
    await page.getByRole('button', { name: 'Withdraw it' }).click();
    await page.getByText('Withdrawn').first().waitFor();
    await look('withdrawn');
    await page.goto(`${here}/withdraw`);
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/withdraw'));
    await page.goto(here);
    expect(await page.getByText('Version 2').count()).toBe(1);
    await close();
  });

  test('open in two tabs says so, and loses nothing', async () => {
    const id = await completeWork(stage.world);
    const { page: one, tab, look, close } = await stage.enter({ as: 'chiara' });
    const two = await tab();
    for (const page of [one, two]) await page.goto(`/my/submissions/${id}`, { waitUntil: 'networkidle' });
    await one.getByLabel('Title').fill('From the first tab');
    await one.getByText(/^Saved at/).waitFor();
    await two.getByLabel('Title').fill('From the second tab');
    await two.getByText('Saved somewhere else in between').waitFor();
    expect(await two.locator('main').innerText()).toContain('From the first tab');
    expect(await two.getByLabel('Title').inputValue()).toBe('From the second tab');
    await look('stale', two);
    await two.getByRole('button', { name: 'Save mine over it' }).click();
    await two.getByText(/^Saved at/).waitFor();
    await one.reload();
    expect(await one.getByLabel('Title').inputValue()).toBe('From the second tab');
    await close();
  });

  test('is in one millisecond before the deadline’s end, and late one after its grace', async () => {
    // The checker looks before anything is received, so the paper is a real one.
    const real = readFileSync(exampleFile('papers/margins-first.pdf'));
    const id = await completePaper(stage.world, 'ada', undefined, real);
    const { page, look, close } = await stage.enter({ as: 'ada', scripts: false });
    stage.world.at('2024-09-13T11:59:59.999Z');
    await page.goto(`/my/submissions/${id}/submit`);
    expect(await page.getByText('You can change it until the deadline').count()).toBe(1);
    stage.world.at('2024-09-13T12:00:00.000Z');
    await page.goto(`/my/submissions/${id}`);
    await look('in grace');
    expect(await page.getByText('The deadline has passed').count()).toBe(1);
    await page.goto(`/my/submissions/${id}/submit`);
    await look('in grace, before submitting');
    for (const agreement of await page.locator('[name="agreed"]').all()) await agreement.check();
    stage.world.at('2024-09-13T12:15:00.000Z');
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(page.url()).not.toContain('/receipt/');
    await look('late');
    stage.world.at('2024-09-13T12:14:59.999Z');
    await page.goto(`/my/submissions/${id}/submit`);
    for (const agreement of await page.locator('[name="agreed"]').all()) await agreement.check();
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await page.waitForURL('**/receipt/*');
    expect(await page.getByText('in the time kept for finishing').count()).toBe(1);
    await look('receipt in grace');
    await close();
  });
});
