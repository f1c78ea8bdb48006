/** Issue 2, points 2 and 12: be one of the cast, end sessions, choose letters, take one's data along, leave. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage?.close());

describe('having an account', () => {
  test('is one click away for the cast of the demo', async () => {
    const { page, look, close } = await stage.enter({ scripts: false });
    await page.goto('/sign-in?next=/account');
    await page.getByRole('button', { name: 'Olga Organizer' }).click();
    expect(new URL(page.url()).pathname).toBe('/account');
    await look('account of an organizer');
    await close();
  });

  test('lists where it is open and ends a session elsewhere', async () => {
    const [here, there] = [await stage.enter(), await stage.enter({ phone: true })];
    for (const { page } of [here, there]) {
      await page.goto('/sign-in?next=/account/signing-in');
      await page.getByRole('button', { name: 'Attila Attendee' }).click();
      await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
    }
    await here.page.reload();
    await here.look('sessions');
    await here.page.getByRole('button', { name: 'End all but this one' }).click();
    await here.page.getByText('Here', { exact: true }).waitFor();
    expect(await here.page.getByRole('button', { name: /^End/ }).count()).toBe(0);
    await there.page.goto('/account');
    expect(new URL(there.page.url()).pathname).toBe('/sign-in');
    await Promise.all([here.close(), there.close()]);
  });

  test('chooses which letters come at once, and takes its data along', async () => {
    const { page, look, close } = await stage.enter({ as: 'benno', scripts: false });
    await page.goto('/account/letters');
    const first = page.locator('main select').first();
    await first.selectOption('digest');
    await page.getByRole('button', { name: 'Save' }).click();
    await look('letters');
    await page.goto('/account/letters');
    expect(await first.inputValue()).toBe('digest');
    await page.goto('/account/data');
    await look('data');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download my data' }).click(),
    ]);
    expect(readFileSync(await file.path(), 'utf8')).toContain('benno@example.org');
    await close();
  });

  test('ends when its owner says so twice', async () => {
    const { page, look, close } = await stage.enter({ as: 'rana', scripts: false });
    await page.goto('/account/data');
    await page.getByRole('button', { name: 'Erase my account' }).click();
    await look('erase, not sure');
    await page.getByLabel('Yes, erase my account').check();
    await page.getByRole('button', { name: 'Erase my account' }).click();
    await look('erased');
    await page.goto('/account');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await close();
  });
});
