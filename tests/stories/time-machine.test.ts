/** Issue 2, point 11: every stop of the time machine, forwards and back, and what fits each of them. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { stops, type Stop } from '#app/features/calls/time-machine.ts';
import { loadExample } from '../../examples/creativity-2024/load.ts';
import { openChromium } from './chromium.ts';
import { startDemo } from './demo-process.ts';
import { openVisit, type Visit } from './stage.ts';

/** A jump hands in what is missing, through the same doors as everybody; a slow machine takes its time. */
const patience = { timeout: 240_000 };
vi.setConfig({ testTimeout: 900_000, hookTimeout: 300_000 });

let demo: Awaited<ReturnType<typeof startDemo>>;
let browser: Browser;
beforeAll(async () => void ([demo, browser] = await Promise.all([startDemo(), openChromium()])));
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

test('each stop holds what fits its moment, whichever way one comes to it', async () => {
  const { page, look, context, close } = await openVisit(browser, demo.address, {
    scripts: false,
    phone: true,
  });
  context.setDefaultNavigationTimeout(patience.timeout);
  await page.goto('/sign-in?next=/desk');
  await page
    .getByRole('button', { name: /organizer/i })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Desk' }).waitFor();
  const forwards = stops;
  const backwards = stops.toReversed().slice(1);
  for (const [way, list] of Object.entries({ forwards, backwards }))
    for (const stop of list) {
      await goTo(page, stop);
      expect({ stop: stop.key, way, ...(await seen(page)) }).toEqual({ way, ...expectedAt(stop) });
      await page.goto('/demo/clock');
      await look(`stop ${stop.key}, ${way}`);
    }
  await close();
});

async function goTo(page: Visit['page'], { title }: Stop): Promise<void> {
  await page.goto('/demo/clock');
  const item = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) });
  await item.getByRole('button').click(patience);
  await item.getByText('You are here').waitFor(patience);
}

async function seen(page: Visit['page']) {
  const calls = (await page.locator('dl dd').allInnerTexts()).map((words) => words.replace(/\s*\d.*$/s, ''));
  const here = await page.locator('li', { hasText: 'You are here' }).innerText();
  const count = async (state: string) => {
    await page.goto(`/desk/2024/submissions?state=${state}`);
    const words = /^([\d,]+) submissions?$/m.exec(await page.locator('main').innerText());
    return words ? Number(words[1]) : 0;
  };
  const [received, drafts] = [await count('in'), await count('draft')];
  await page.goto('/inbox?q=it+takes+no+part');
  const reminders = (await page.locator('article').count()) > 0;
  await page.goto('/desk/2024/accepted');
  const said = /^(\d+) in all, (\d+) ready to be public\.$/m.exec(await page.locator('main').innerText());
  const [accepted, ready] = [Number(said?.[1] ?? 0), Number(said?.[2] ?? 0)];
  return {
    calls,
    accepted,
    ready,
    notYet: /Not built yet: (.*)\./.exec(here)?.[1] ?? null,
    received,
    drafts,
    reminders,
  };
}

/** The clock runs on from a stop; nothing of the example falls into the five minutes after one. */
function expectedAt({ key, at, notYet }: Stop) {
  const begun = (submitted: string) => new Date(submitted).getTime() - 3 * 24 * 60 * 60 * 1000;
  const { submissions, selection } = loadExample();
  const all = submissions.map(({ submitted }) => submitted);
  // The organizer who looks has no part in any of them.
  const selected = submissions.length - selection.notSelected.length;
  const received = all.filter((submitted) => new Date(submitted) <= new Date(at)).length;
  const phase =
    { open: 'open', 'last-day': 'open', 'last-minutes': 'open', grace: 'closed, in its hidden grace' }[key] ??
    'closed';
  return {
    stop: key,
    calls: [phase, phase],
    notYet: notYet ?? null,
    accepted: at >= selection.acceptedAt ? selected : 0,
    ready: at >= selection.grantedAt ? selected : 0,
    received,
    drafts: all.filter((submitted) => begun(submitted) <= new Date(at).getTime()).length - received,
    // Three days and one day before the deadline; going back to before, they were never written.
    reminders: key !== 'open',
  };
}
