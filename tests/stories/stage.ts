/**
 * Where a story is played: the built pages on a world of its own, and one Chromium. `openStage()` in
 * `beforeAll`, `close()` in `afterAll`; each person of a story gets a browser of their own with `enter`.
 */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { vi } from 'vitest';
import { sessionCookie } from '#app/platform/cookies.ts';
import { provideResources, resources } from '#app/platform/resources.server.ts';
import { readSettings } from '#app/platform/settings.server.ts';
import { servePages } from '../server.ts';
import { openWorld, type CastName } from '../world.ts';
import { openChromium, openProfile } from './chromium.ts';
import { look } from './look.ts';

// A story is long and the machine may be slow; each single step still has its own half minute.
vi.setConfig({ testTimeout: 360_000, hookTimeout: 240_000 });

export interface Manner {
  /** Without it nobody is signed in. */
  as?: CastName;
  scripts?: boolean;
  phone?: boolean;
  zone?: string;
  /** A folder that outlives the browser. */
  profile?: string;
}

export async function openStage() {
  const world = await openWorld();
  const pages = await servePages();
  const base = `http://localhost:${pages.port}`;
  provideResources({
    ...resources(),
    settings: readSettings({ SALON_DATA: world.folder, PORT: String(pages.port) }, { demo: true }),
  });
  const browser = await openChromium();
  return {
    world,
    base,
    browser,
    /** A browser of one's own, signed in as one of the cast or not at all. */
    async enter({ as, ...manner }: Manner = {}) {
      const visit = await openVisit(browser, base, manner, world.logged);
      if (as)
        await visit.context.addCookies([
          { name: sessionCookie, value: world.people[as].secret, url: base, httpOnly: true, sameSite: 'Lax' },
        ]);
      return visit;
    },
    async close() {
      await browser.close();
      await pages.stop();
      await world.close();
    },
  };
}

export async function openVisit(
  browser: Browser,
  base: string,
  { scripts = true, phone = false, zone = 'Asia/Tokyo', profile }: Omit<Manner, 'as'>,
  problems: string[] = [],
) {
  const options: BrowserContextOptions = {
    baseURL: base,
    javaScriptEnabled: scripts,
    viewport: phone ? { width: 360, height: 740 } : { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: zone,
    reducedMotion: 'reduce',
  };
  const context = profile ? await openProfile(profile, options) : await browser.newContext(options);
  context.setDefaultTimeout(30_000);
  context.on('page', (page) => listen(page, base, problems));
  const page = await context.newPage();

  return {
    context,
    page,
    /** Looks at the page as it stands: what axe finds, what the console said, who was asked for what. */
    look: (name: string, on: Page = page) => look(on, name, problems, scripts),
    /** One more tab of the same browser. */
    tab: () => context.newPage(),
    close: () => context.close(),
  };
}

export type Stage = Awaited<ReturnType<typeof openStage>>;
export type Visit = Awaited<ReturnType<typeof openVisit>>;

function listen(page: Page, base: string, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('console', (message) => {
    // What did not load is told below, with its status: a refusal is an answer, not a problem.
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
    problems.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== base) problems.push(`elsewhere: ${url.href}`);
  });
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    const refusable = kind === 'document' || kind === 'fetch' || kind === 'xhr';
    if (response.status() >= (refusable ? 500 : 400))
      problems.push(`${response.status()}: ${response.url()}`);
  });
}
