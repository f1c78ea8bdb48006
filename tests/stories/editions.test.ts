/** Issue 2, point 9: calls put in order, taken out and brought back; a new edition from a template and as a copy. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { begin } from '#app/features/submissions/operations.server.ts';
import { openStage, type Stage, type Visit } from './stage.ts';

// Long stories; each single step still has its own ten seconds.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  const { world } = stage;
  await begin(world.as('ada'), { call: world.callIds.papers });
});
afterAll(() => stage?.close());

const calls = '/desk/2024/settings/calls';
const order = (page: Visit['page']) => page.locator('main ol li a').allInnerTexts();

describe('the calls of an edition', () => {
  test('are put in order, taken out with a reason and brought back, without scripts', async () => {
    const { page, look, close } = await stage.enter({ as: 'olga', scripts: false, phone: true });
    await page.goto(calls);
    await page.getByRole('button', { name: /^Up.*with Call for creative work$/ }).click();
    await expect.poll(() => order(page)).toEqual(['Call for creative work', 'Call for papers']);
    await look('calls in another order');
    await page.getByRole('link', { name: 'Call for creative work' }).click();
    await page.getByRole('link', { name: 'Remove this call' }).click();
    await page.getByLabel('Why, for the history').fill('There is no room to show works this year.');
    await look('remove a call');
    await page.getByRole('button', { name: 'Remove “Call for creative work”' }).click();
    await page.waitForURL(`**${calls}`);
    expect(await order(page)).toEqual(['Call for papers']);
    await look('calls, one removed');
    const reader = await stage.enter({ scripts: false });
    expect((await reader.page.goto('/2024/calls/creative-work'))?.status()).toBe(404);
    await page.getByRole('button', { name: /^Bring it back/ }).click();
    await expect.poll(() => order(page)).toEqual(['Call for papers', 'Call for creative work']);
    expect((await reader.page.goto('/2024/calls/creative-work'))?.status()).toBe(200);
    await page.goto(`${calls}/creative-work/history`);
    const told = await page.locator('main').innerText();
    expect([
      told.includes('Removed: There is no room to show works this year.'),
      told.includes('Moved up among the calls.'),
      told.includes('Olga'),
    ]).toEqual([true, true, true]);
    await look('history of a call');
    await Promise.all([reader.close(), close()]);
  });

  test('stay once somebody has begun something', async () => {
    const { page, look, close } = await stage.enter({ as: 'olga' });
    await page.goto(`${calls}/papers/remove`);
    await page.getByLabel('Why, for the history').fill('A mistake.');
    await page.getByRole('button', { name: /^Remove/ }).click();
    await page.getByText('Somebody has begun or submitted something in this call, so it stays.').waitFor();
    expect(await page.getByLabel('Why, for the history').inputValue()).toBe('A mistake.');
    await look('remove a call, refused');
    await close();
  });
});

describe('a new edition', () => {
  test('begins from a template, with every problem at its field first', async () => {
    const { page, look, close } = await stage.enter({ as: 'olga', scripts: false, phone: true });
    await page.goto('/desk');
    await page.getByRole('link', { name: 'New edition' }).click();
    await page.getByLabel('Begin with').selectOption('papers');
    await page.getByLabel('Name', { exact: true }).fill('The Next Workshop (invented)');
    await page.getByRole('button', { name: 'Make the edition' }).last().click();
    await page
      .getByText('Something in the form needs your attention.')
      .or(page.getByRole('alert'))
      .first()
      .waitFor();
    await look('new edition, refused');
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('The Next Workshop (invented)');
    await page.getByLabel('First day').fill('2026-12-12');
    await page.getByRole('group', { name: 'Deadline of its calls' }).getByLabel('Day').fill('2026-09-10');
    await look('new edition from a template');
    await page.getByRole('button', { name: 'Make the edition' }).last().click();
    await page.waitForURL('**/desk/2026');
    await page.goto('/2026/calls/papers');
    expect(await page.locator('main').innerText()).toContain('10 September 2026, 23:59 AoE');
    await close();
  });

  test('is a copy of another, its dates moved', async () => {
    const { page, look, close } = await stage.enter({ as: 'olga', scripts: false });
    await page.goto('/desk/new');
    await page.getByRole('link', { name: 'A copy' }).click();
    await page.getByLabel('A copy of').selectOption('2024');
    await page.getByLabel('Name', { exact: true }).fill('The Copied Workshop (invented)');
    await page.getByLabel('First day').fill('2025-12-13');
    await page.getByLabel('Last day').fill('2025-12-14');
    await look('new edition as a copy');
    await page.getByRole('button', { name: 'Make the copy' }).last().click();
    await page.waitForURL('**/desk/2025');
    await page.goto('/2025/calls/papers');
    // 364 days later, as the first day is.
    expect(await page.locator('main').innerText()).toContain('11 September 2025, 23:59 AoE');
    await page.goto('/2025/dates');
    await look('dates of the copy');
    await close();
  });
});
