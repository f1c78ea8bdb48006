/** Issue 2, points 9 and 10: what depends on who reads, and with what: the zone they are in, a keyboard alone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completePaper, completeWork } from '../submissions.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage?.close());

describe('a deadline', () => {
  test('is read as it was set and in the reader’s own time, by the public and by creators', async () => {
    const id = await completePaper(stage.world, 'ada');
    const { page, look, close } = await stage.enter({ as: 'ada', zone: 'America/New_York' });
    await page.goto('/2024/calls/papers');
    const said = async () => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
    await page.getByText('where you are').first().waitFor();
    expect(await said()).toMatch(/23:59 AoE.{0,9}\(Friday 13 September at 07:59 GMT-4 where you are\)/);
    await look('call, read in New York');
    await page.goto(`/my/submissions/${id}`);
    await page.getByText('your time').first().waitFor();
    expect(await said()).toContain(
      'until Thursday 12 September 2024, 23:59 AoE Friday 13 September 2024, 07:59 your time',
    );
    await look('draft, read in New York');
    await close();
  });
});

describe('the sheet of keys', () => {
  test('opens on its key, closes on Escape, and gives the focus back', async () => {
    await completeWork(stage.world);
    const { page, look, close } = await stage.enter({ as: 'olga' });
    await page.goto('/desk/2024/submissions', { waitUntil: 'networkidle' });
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await page.keyboard.press('j');
    await expect.poll(focused, { timeout: 60_000 }).toBe(await page.locator('#rows a').first().innerText());
    const before = await focused();
    await page.keyboard.press('?');
    await sheet.waitFor();
    await look('desk, the sheet of keys');
    expect(await focused()).toBe('Close');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    expect(await focused()).toBe(before);
    await page.keyboard.press('?');
    await sheet.getByRole('button', { name: 'Close' }).press('Enter');
    await sheet.waitFor({ state: 'hidden' });
    expect(await focused()).toBe(before);
    await close();
  });
});
