/** Issue 2, points 9 and 10: organizers change what is set, extend a deadline, take settings out and in. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completePaper } from '../submissions.ts';
import { openInbox } from './letters.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await completePaper(stage.world, 'ada');
});
afterAll(() => stage?.close());

describe('what is set', () => {
  test('is a form without scripts, and the site says it once it is published', async () => {
    const { page, look, close } = await stage.enter({ as: 'olga', scripts: false });
    await page.goto('/desk/2024');
    await look('desk');
    await page.goto('/desk/2024/settings');
    await look('settings');
    await page.goto('/desk/2024/settings/about');
    await page.getByLabel('In one line').fill('Two invented days');
    await page.getByRole('button', { name: 'Save' }).last().click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await look('settings about, saved');
    await page.goto('/2024');
    expect(await page.getByText('Two invented days').count()).toBe(0);
    await page.goto('/desk/2024/site');
    await look('the public site, one change waiting');
    await page.getByRole('link', { name: 'Look at the draft' }).click();
    expect(await page.locator('.lead').first().innerText()).toBe('Two invented days');
    await look('the draft');
    await page.goto('/desk/2024/site');
    await page.getByLabel('Why (optional)').fill('We found a better line.');
    await page.getByRole('button', { name: 'Publish this change' }).click();
    await page.getByText('Nothing waits').waitFor();
    await look('the public site, published');
    await page.goto('/2024');
    expect(await page.locator('.lead').first().innerText()).toBe('Two invented days');
    await page.goto('/desk/2024/settings/about/history');
    await page.getByText('One change').click();
    const told = await page.locator('main').innerText();
    expect([told.includes('History: About'), told.includes('Two invented days')]).toEqual([true, true]);
    await look('history of a section');
    await page.goto('/desk/2024/settings/calls');
    await look('calls');
    await close();
  });

  test('orders the menu in the organizers’ own words, one call alone among it', async () => {
    const { page, look, close } = await stage.enter({ as: 'olga' });
    await page.goto('/desk/2024/settings/about');
    for (const [at, [key, words]] of [
      ['contact', 'Write to us'],
      ['calls/papers', 'Send a paper'],
    ].entries()) {
      await page.getByRole('button', { name: /^Add an(other)? +entry/ }).click();
      await page.locator(`select[name="menu.${at}.key"]`).selectOption(key!);
      await page.locator(`input[name="menu.${at}.label"]`).fill(words!);
    }
    await look('settings about, a menu being ordered');
    await page.getByRole('button', { name: 'Save' }).last().click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.goto('/desk/2024/site');
    await page.getByRole('button', { name: 'Publish these changes' }).click();
    await page.getByText('Nothing waits').waitFor();
    const reader = await stage.enter({ scripts: false });
    await reader.page.goto('/2024');
    const menu = reader.page.getByRole('navigation', { name: 'Pages of this edition' }).getByRole('link');
    expect((await menu.allInnerTexts()).slice(0, 2)).toEqual(['Write to us', 'Send a paper']);
    await Promise.all([reader.close(), close()]);
  });

  test('goes out as a file, and comes in with every difference shown first', async () => {
    const { page, look, close } = await stage.enter({ as: 'olga' });
    await page.goto('/desk/2024/settings/file');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the settings' }).click(),
    ]);
    const text = readFileSync(await file.path(), 'utf8');
    await page
      .getByLabel('Or its text')
      .fill(text.replaceAll('The Small Workshop (invented)', 'The Changed Workshop (invented)'));
    await page.getByRole('button', { name: 'Show the differences' }).click();
    await page.getByRole('button', { name: /^Apply/ }).waitFor();
    await look('settings file, differences');
    await page.getByRole('button', { name: /^Apply/ }).click();
    await page.getByText('The file was applied').waitFor();
    await page.goto('/desk/2024/site');
    await page.getByRole('button', { name: 'Publish this change' }).click();
    await page.getByText('Nothing waits').waitFor();
    await page.goto('/2024');
    expect(await page.locator('h1').innerText()).toBe('The Changed Workshop (invented)');
    await close();
  });

  test('lets a deadline be extended once more, on every page and by letter', async () => {
    const { page, look, close } = await stage.enter({ as: 'olga' });
    await page.goto('/desk/2024/settings/calls/papers/extend');
    await page.getByLabel('New day').fill('2024-09-20');
    await page.getByLabel('Reason').fill('Several of you asked for another week.');
    await page.getByRole('button', { name: 'See what will happen' }).click();
    await page.getByRole('heading', { name: 'What will happen' }).waitFor();
    await look('extension, seen');
    await page.getByRole('button', { name: /^Extend to/ }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/extend'));
    await look('call, extended');
    const reader = await stage.enter({ scripts: false, phone: true });
    await reader.page.goto('/2024/calls/papers');
    expect(await reader.page.locator('time[datetime="2024-09-21T12:00:00.000Z"]').first().innerText()).toBe(
      '20 September 2024, 23:59 AoE',
    );
    expect(await reader.page.locator('s').first().innerText()).toContain('12 September 2024, 23:59 AoE');
    await reader.look('call, extended, to read');
    await openInbox(reader.page, 'ada@example.org');
    expect(await reader.page.locator('article').first().innerText()).toContain(
      'Several of you asked for another week.',
    );
    await Promise.all([reader.close(), close()]);
  });
});
