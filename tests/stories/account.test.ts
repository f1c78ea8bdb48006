/** Issue 2, points 2 and 12: sign in by letter, by passkey or as one of the cast; sessions, letters, own data. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';
import { enterByLetter } from './letters.ts';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage?.close());

describe('having an account', () => {
  test('begins with a letter, without scripts, on a phone', async () => {
    const { page, look, close } = await stage.enter({ scripts: false, phone: true });
    await page.goto('/sign-in');
    await look('sign-in');
    await enterByLetter({ page, look }, 'wanda@example.org', 'Wanda Works');
    await page.goto('/account');
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Wanda Works');
    await look('account');
    await close();
  });

  test('is one click away for the cast of the demo', async () => {
    const { page, look, close } = await stage.enter({ scripts: false });
    await page.goto('/sign-in?next=/account');
    await page.getByRole('button', { name: 'Olga Organizer' }).click();
    expect(new URL(page.url()).pathname).toBe('/account');
    await look('account of an organizer');
    await close();
  });

  test('opens with a passkey that was added to it', async () => {
    const { page, context, look, close } = await stage.enter({ as: 'ada' });
    const device = await context.newCDPSession(page);
    await device.send('WebAuthn.enable');
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.goto('/account/signing-in');
    await page.getByLabel('What to call it').fill('My invented key');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText('My invented key').first().waitFor();
    await look('passkey added');
    await page.goto('/sign-out');
    await look('sign out');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.goto('/sign-in?next=/account');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.waitForURL('**/account');
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Ada Author');
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
