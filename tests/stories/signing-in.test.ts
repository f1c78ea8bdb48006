/** Journeys through sign-in, account and inbox, in a browser, against the built pages. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { provideResources, resources } from '#app/platform/resources.server.ts';
import type { Settings } from '#app/platform/settings.server.ts';
import { openProvider } from '../openid-provider.ts';
import { servePages } from '../server.ts';
import { openWorld, type World } from '../world.ts';
import { openChromium } from './chromium.ts';

let world: World;
let pages: Awaited<ReturnType<typeof servePages>>;
let browser: Browser;
let base: string;

beforeAll(async () => {
  world = await openWorld();
  pages = await servePages();
  base = `http://localhost:${pages.port}`;
  configure({ demo: true });
  browser = await openChromium();
});
afterAll(async () => {
  await browser.close();
  await pages.stop();
  await world.close();
});

function configure({ demo, orcid = null }: { demo: boolean; orcid?: Settings['orcid'] }) {
  const held = resources();
  provideResources({ ...held, settings: { ...held.settings, url: base, urlGiven: true, demo, orcid } });
}

async function newPage(options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({ ...options, viewport: { width: 360, height: 780 } });
  return context.newPage();
}

/** What every page of the journey must be: whole on a phone, and free of what axe finds. */
async function fit(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect({ at: page.url(), found: violations.map(({ id }) => id), tooWide }).toEqual({
    at: page.url(),
    found: [],
    tooWide: false,
  });
}

async function linkFor(page: Page, address: string) {
  await page.goto(`${base}/sign-in?next=/account`);
  await page.getByLabel('Mail address').fill(address);
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await page.getByRole('link', { name: 'Read it in the demo’s inbox' }).click();
  await page.getByRole('heading', { name: 'Inbox of the demo' }).waitFor();
  return page.locator('a[href^="/sign-in/link/"]').first();
}

test('a stranger signs in by a letter without any script, and out again', async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await (await linkFor(page, 'stranger@example.org')).click();
  const link = page.url();
  // A scanner that opens the link, even twice, uses nothing up.
  expect([(await fetch(link)).status, (await fetch(link)).status]).toEqual([200, 200]);
  await page.getByLabel('Name').fill('Zoë Example');
  await page.getByRole('button', { name: 'Make my account' }).click();
  expect(page.url()).toBe(`${base}/account`);
  expect(await page.getByLabel('Name').inputValue()).toBe('Zoë Example');
  const [cookie] = await page.context().cookies();
  expect({ ...cookie, value: '', expires: 0 }).toEqual({
    name: 'salon_session',
    value: '',
    domain: 'localhost',
    path: '/',
    expires: 0,
    httpOnly: true,
    secure: false,
    sameSite: 'Lax',
  });

  await page.getByLabel('ORCID iD').fill('0000-0000-0000-0000');
  await page.getByLabel('Affiliation').fill('Nowhere (invented)');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  expect(await page.getByText('That ORCID iD has a slip in it').count()).toBe(1);
  expect(await page.getByLabel('Affiliation').inputValue()).toBe('Nowhere (invented)');

  await page.goto(link);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('This link is over');
  await page.goto(`${base}/sign-out`);
  await page.getByRole('button', { name: 'Sign out of this browser' }).click();
  await page.goto(`${base}/account`);
  expect(page.url()).toBe(`${base}/sign-in?next=%2Faccount`);
});

test('a passkey is added, signs in, and is removed', async () => {
  const page = await newPage();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`${base}/sign-in?next=/account/signing-in`);
  await page.getByRole('button', { name: 'Chiara Creator' }).click();
  await page.getByLabel('What to call it').fill('My phone');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByText('The passkey was added.').waitFor();
  await fit(page);

  // What the browser kept of somebody's unsaved words leaves with them.
  await page.evaluate(() => localStorage.setItem('words', 'somebody’s own'));
  await page.goto(`${base}/sign-out`);
  await page.getByRole('button', { name: 'Sign out of this browser' }).click();
  await page.goto(`${base}/sign-in?next=/account/signing-in`);
  expect(await page.evaluate(() => localStorage.getItem('words'))).toBe(null);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/account/signing-in');
  await page.getByText('Rename or remove').click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByText('The passkey was removed here.').waitFor();

  await page.goto(`${base}/sign-out`);
  await page.getByRole('button', { name: 'Sign out of this browser' }).click();
  await page.goto(`${base}/sign-in`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/sign-in?/passkey');
  await page.getByText('That passkey did not work here.').waitFor();
});

test('ORCID vouches for a stranger once, and lets the person in ever after', async () => {
  const client = { clientId: 'SALON', clientSecret: 'secret' };
  const provider = await openProvider(client);
  configure({ demo: true, orcid: { ...client, issuer: provider.issuer } });
  provider.awaits({ sub: '0000-0002-1825-0097', given_name: 'Josiah', family_name: 'Invented' });
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(`${base}/sign-in?next=/account`);
  await page.getByRole('link', { name: 'Sign in with ORCID' }).click();
  await page.getByText('ORCID confirmed who you are').waitFor();
  await page.getByLabel('Mail address').fill('josiah@example.org');
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await page.getByRole('link', { name: 'Read it in the demo’s inbox' }).click();
  await page.locator('a[href^="/sign-in/link/"]').first().click();
  await page.getByRole('button', { name: 'Make my account' }).click();
  expect([
    await page.getByLabel('Name').inputValue(),
    await page.getByLabel('ORCID iD').inputValue(),
    await page.getByText('Confirmed by ORCID').count(),
  ]).toEqual(['Josiah Invented', '0000-0002-1825-0097', 1]);

  await page.goto(`${base}/sign-out`);
  await page.getByRole('button', { name: 'Sign out of this browser' }).click();
  await page.goto(`${base}/sign-in?next=/account`);
  await page.getByRole('link', { name: 'Sign in with ORCID' }).click();
  await page.waitForURL(`${base}/account`);
  expect(await page.getByLabel('Name').inputValue()).toBe('Josiah Invented');
  configure({ demo: true });
  await provider.close();
}, 240_000);

test('every page of an account is whole on a phone and free of what axe finds', async () => {
  const page = await newPage();
  await page.goto(`${base}/sign-in`);
  await fit(page);
  await (await linkFor(page, 'ada@example.org')).waitFor();
  await fit(page);
  await page.goto(`${base}/sign-in?next=/account`);
  await page.getByRole('button', { name: 'Ada Author' }).click();
  for (const path of ['/account', '/account/signing-in', '/account/letters', '/account/data', '/sign-out']) {
    await page.goto(`${base}${path}`);
    await fit(page);
  }
}, 120_000);

test('outside the demo there is no inbox and no cast', async () => {
  configure({ demo: false });
  const inbox = await pages.ask({ path: '/inbox' });
  const entry = await pages.ask({
    method: 'POST',
    path: '/sign-in?/cast',
    form: { castKey: 'ada' },
    headers: { origin: base, host: new URL(base).host },
  });
  const signIn = await pages.ask({ path: '/sign-in' });
  configure({ demo: true });
  expect([inbox.status, entry.status, signIn.status]).toEqual([404, 404, 200]);
  expect(inbox.headers['set-cookie'] ?? entry.headers['set-cookie']).toBe(undefined);
  expect(signIn.body).not.toContain('Ada Author');
});

test('a sign-in that comes from another site is refused', async () => {
  const told = await pages.ask({
    method: 'POST',
    path: '/sign-in?/cast',
    form: { castKey: 'ada' },
    headers: { origin: 'https://evil.example' },
  });
  expect([told.status, told.headers['set-cookie']]).toEqual([403, undefined]);
});
