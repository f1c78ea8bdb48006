/** Issue 2, `npm start`: the printed link opens a guided set-up that ends with a live site. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSetUpLink } from '#app/features/people/set-up.server.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage?.close());

describe('setting up', () => {
  test('goes from the printed link to a live site, without scripts', async () => {
    const { page, look, close } = await stage.enter({ scripts: false });
    const link = await makeSetUpLink(stage.world.db, stage.world.as('system').now);
    await page.goto(link!);
    await look('set-up');
    await page.getByLabel('The name you go by').fill('Frida First');
    await page.getByLabel('Your mail address').fill('frida@example.org');
    await page.getByRole('button', { name: 'Begin' }).click();

    await page.getByLabel('Name of the workshop').fill('A Workshop of Their Own');
    await page.getByRole('button', { name: 'Save and go on' }).last().click();
    await look('set-up dates, refused');
    expect(await page.getByLabel('Name of the workshop').inputValue()).toBe('A Workshop of Their Own');
    await page.getByLabel('First day').fill('2025-11-07');
    await page.getByLabel('Time zone of the place').selectOption('Europe/Lisbon');
    await page.getByLabel('Address that people may write to').fill('hello@example.org');
    await page.getByRole('button', { name: 'Save and go on' }).last().click();

    await page.waitForURL('**/set-up/places');
    await look('set-up places');
    await page.getByRole('button', { name: 'Save and go on' }).last().click();
    await page.waitForURL('**/set-up/people');
    await look('set-up people');
    await page.getByRole('button', { name: 'Save and go on' }).last().click();
    await page.waitForURL('**/set-up/calls');
    for (const call of ['papers', 'works'])
      await page.locator(`[name="${call}.deadline.date"]`).fill('2025-09-12');
    await look('set-up calls');
    await page.getByRole('button', { name: 'Save and go on' }).last().click();
    await page.waitForURL('**/set-up/look');
    await look('set-up look');
    await page.getByRole('button', { name: 'Go live' }).click();
    await page.waitForURL('**/desk/2025');
    await look('desk, first');

    const reader = await stage.enter({ scripts: false, phone: true });
    await reader.page.goto('/2025');
    expect(await reader.page.locator('h1').innerText()).toBe('A Workshop of Their Own');
    await reader.look('site, set up');
    await reader.page.goto(link!);
    expect(await reader.page.locator('h1').innerText()).toBe('There is nothing at this address');
    await Promise.all([reader.close(), close()]);
  });
});
