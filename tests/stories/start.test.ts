/** Issue 2, the commands: `npm start` prints a link, and the link opens once. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openChromium } from './chromium.ts';
import { startSalon } from './demo-process.ts';
import { openVisit } from './stage.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let salon: Awaited<ReturnType<typeof startSalon>>;
let browser: Browser;
beforeAll(async () => void ([salon, browser] = await Promise.all([startSalon('start'), openChromium()])));
afterAll(async () => {
  await browser?.close();
  await salon?.stop();
});

test('the line that an empty Salon prints opens its set-up, once', async () => {
  expect(salon.said).toContain('Salon is empty. Set it up here (once, within seven days):');
  const link = /http:\/\/localhost:\d+\/set-up\?key=\S+/.exec(salon.said)![0];
  const { page, look, close } = await openVisit(browser, salon.address, { scripts: false, phone: true });
  await page.goto('/');
  await look('an empty Salon');
  // Whoever looks at the link without going on has not used it up.
  await page.goto(link);
  await page.reload();
  await page.getByLabel('The name you go by').fill('Frida First');
  await page.getByLabel('Your mail address').fill('frida@example.org');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByLabel('Name of the workshop').waitFor();
  const second = await openVisit(browser, salon.address, { scripts: false });
  expect((await second.page.goto(link))?.status()).toBe(404);
  await Promise.all([second.close(), close()]);
});
