/** Issue 2, points 1, 2, 10 and 11: the demo as it starts, read, entered and moved through time. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChromium } from './chromium.ts';
import { startDemo } from './demo-process.ts';
import { openVisit } from './stage.ts';

let demo: Awaited<ReturnType<typeof startDemo>>;
let browser: Browser;
beforeAll(async () => void ([demo, browser] = await Promise.all([startDemo(), openChromium()])));
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

describe('the demo', () => {
  test('shows the reference edition whole, on a phone and without scripts', async () => {
    const { page, look, close } = await openVisit(browser, demo.address, { scripts: false, phone: true });
    await page.goto('/');
    await look('demo home');
    const paths = await page
      .locator('nav a')
      .evaluateAll((links) => [...new Set(links.map((link) => (link as HTMLAnchorElement).pathname))]);
    for (const path of paths.filter((path) => path.split('/').length > 2)) {
      const answer = await page.goto(path);
      expect([path, answer?.status()]).toEqual([path, 200]);
      await look(`demo ${path}`);
    }
    await close();
  });

  test('has a table that is never empty, for the organizer one click away', async () => {
    const { page, look, close } = await openVisit(browser, demo.address, {});
    await page.goto('/sign-in?next=/desk');
    await look('demo sign-in');
    await page
      .getByRole('button', { name: /organizer/i })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Desk' }).waitFor();
    await look('demo desk');
    await page.goto('/desk/2024/submissions');
    expect(await page.locator('#rows tr').count()).toBeGreaterThan(10);
    await look('demo table');
    await page.locator('#rows a').first().click();
    await page.getByRole('heading', { name: 'What it says' }).waitFor();
    await look('demo submission');
    await close();
  });

  test('moves its clock, and says what closed on the way', async () => {
    const { page, look, close } = await openVisit(browser, demo.address, { scripts: false });
    await page.goto('/demo/clock');
    await look('time machine');
    await page.getByLabel('Moment, in UTC').fill('2024-09-13T12:00');
    await page.getByRole('button', { name: 'Set the clock' }).click();
    await page.getByText('On the way').waitFor();
    await look('time machine, moved');
    await close();
  });
});
