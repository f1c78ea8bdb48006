/** Issue 2, points 3 to 6 and 8: a paper from the call to its receipt, on a phone, without scripts. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterByLetter, openInbox } from './letters.ts';
import { openStage, type Stage } from './stage.ts';

export const pdf = resolve('examples/creativity-2024/files/papers/canary-sketches.pdf');

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage?.close());

describe('a paper, on a phone, without scripts', () => {
  test('is begun before there is an account, claimed, handed in and answered for', async () => {
    const { page, look, close } = await stage.enter({ scripts: false, phone: true });
    await page.goto('/2024/calls/papers');
    await look('call for papers');
    await page
      .getByRole('button', { name: /Begin|Submit/ })
      .first()
      .click();
    await page.waitForURL('**/my/submissions/*');
    await look('paper, begun');

    await page.getByLabel('Title').fill('Listening to Rivers 🌊');
    await page.getByLabel('Technical contribution').check();
    await page.getByLabel('Law').check();
    await page.getByLabel('Other, in your own words').first().fill('hydrology');
    await page.getByLabel('Abstract').fill('An invented abstract about rivers.');
    const adding = page.locator('#field-contributors > details').last();
    await adding.getByLabel('Name').fill('أمينة المخترعة');
    await adding.getByLabel('E-mail address').fill('amina@example.org');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await look('paper, first author');
    expect(await page.getByLabel('Title').inputValue()).toBe('Listening to Rivers 🌊');
    await adding.locator('summary').click();
    await adding.getByLabel('Name').fill('Benno Co-Author');
    await adding.getByLabel('E-mail address').fill('benno@example.org');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByLabel('No', { exact: true }).check();
    await page.getByRole('button', { name: 'Save and go on to the files' }).click();

    await page.waitForURL('**/files');
    await look('files, none');
    await page.getByLabel('Choose your files').setInputFiles(pdf);
    await page.getByRole('button', { name: 'Send the files' }).click();
    await page.getByText('canary-sketches.pdf').first().waitFor();
    await look('files, paper up');

    const here = new URL(page.url()).pathname.replace(/\/files$/, '');
    await page.goto(`/sign-in?next=${here}`);
    await enterByLetter({ page, look }, 'amina@example.org', 'أمينة المخترعة');
    await page.goto('/my');
    await look('my submissions');
    await page.getByRole('link', { name: 'Listening to Rivers' }).click();
    await look('paper, claimed');
    await page.goto(`${here}/preview`);
    await look('what reviewers see');
    expect(await page.locator('main').innerText()).not.toContain('benno@example.org');
    await page.goto(`${here}/submit`);
    await look('before submitting');
    for (const agreement of await page.locator('[name="agreed"]').all()) await agreement.check();
    await page.getByRole('button', { name: 'Submit', exact: true }).click();

    await page.waitForURL('**/receipt/*');
    await look('receipt');
    const receipt = await page.locator('main code').first().innerText();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Keep the receipt as a file' }).click(),
    ]);
    const text = readFileSync(await file.path(), 'utf8');
    for (const part of [receipt, 'SHA-256', 'Listening to Rivers 🌊', 'At least one author will register'])
      expect(text).toContain(part);
    for (const address of ['amina@example.org', 'benno@example.org']) {
      await openInbox(page, address);
      expect(await page.locator('main').innerText()).toContain(receipt);
    }
    await look('inbox with receipt');
    await close();
  });
});
