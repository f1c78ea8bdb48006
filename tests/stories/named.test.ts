/** Issue 2, points 7 and 8: those who are named answer; another arrangement is asked for and granted. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completePaper, completeWork } from '../submissions.ts';
import { openInbox } from './letters.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage?.close());

describe('those who are named', () => {
  test('are invited by letter, correct their name, object and confirm, without an account', async () => {
    const id = await completePaper(stage.world, 'ada');
    const ada = await stage.enter({ as: 'ada', scripts: false });
    await ada.page.goto(`/my/submissions/${id}`);
    await ada.page.locator('#people li', { hasText: 'Benno' }).locator('summary').click();
    await ada.page.getByRole('button', { name: 'Invite', exact: true }).click();
    await ada.look('co-author invited');

    const { page, look, close } = await stage.enter({ scripts: false, phone: true });
    await openInbox(page, 'benno@example.org');
    await page.locator('article').first().getByRole('link').last().click();
    await look('you are named');
    await page.getByLabel('Affiliation or place').fill('The Invented Institute');
    await page.getByRole('button', { name: 'Correct it' }).click();
    await look('named, corrected');
    await page.getByLabel('No, I object to being named').check();
    await page.getByLabel('A few words, if you like').fill('I only lent a pencil.');
    await page.getByRole('button', { name: 'Send my answer' }).click();
    await look('named, objected');
    await ada.page.goto(`/my/submissions/${id}`);
    await ada.page.locator('#people').getByText('I only lent a pencil.').waitFor({ state: 'visible' });
    await ada.look('a co-author objects');
    stage.world.at('2024-08-20T11:00:00Z');
    await page.getByLabel('Yes, and I agree to be named').check();
    await page.getByRole('button', { name: 'Send my answer' }).click();
    await look('named, confirmed');
    await ada.page.goto(`/my/submissions/${id}`);
    expect(await ada.page.locator('#people').innerText()).toContain('Confirmed');
    await Promise.all([close(), ada.close()]);
  });
});

describe('another arrangement', () => {
  test('is asked for in a thread, granted on the desk, and lets a link stand for the file', async () => {
    const id = await completeWork(stage.world);
    const chiara = await stage.enter({ as: 'chiara', scripts: false, phone: true });
    await chiara.page.goto(`/my/submissions/${id}/messages`);
    await chiara.look('ask the organizers');
    await chiara.page.getByLabel('Your words').fill('It is an interactive piece on a server.');
    await chiara.page.getByRole('button', { name: 'Send to the organizers' }).click();
    await chiara.page.getByText('Sent. They answer here').waitFor();

    const olga = await stage.enter({ as: 'olga', scripts: false });
    await olga.page.goto(`/desk/2024/submissions/${id}`);
    expect(await olga.page.locator('main').innerText()).toContain('interactive piece on a server');
    await olga.look('desk, one submission');
    const exceptions = olga.page.locator('form[action="?/grant"]').last();
    await olga.page.locator('details:has(form[action="?/grant"])').last().locator('summary').first().click();
    await exceptions.locator('select[name="rule"]').selectOption('link');
    await exceptions.locator('[name="reason"]').fill('It needs its server.');
    await exceptions.getByRole('button').first().click();
    await olga.look('desk, exception granted');

    await chiara.page.goto(`/my/submissions/${id}`);
    await chiara.page.locator('[name="link.url"]').fill('https://piece.example.org/');
    await chiara.page.getByRole('button', { name: 'Save', exact: true }).last().click();
    await chiara.look('link instead of the file');
    expect(await chiara.page.locator('[name="link.url"]').inputValue()).toBe('https://piece.example.org/');
    await Promise.all([chiara.close(), olga.close()]);
  });
});
