/** An archive opened from a disk, with nothing behind it: links, search and players. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportArchive } from '#app/features/site/archive/exporting.server.ts';
import { aPhotograph, aSound, keptPaper, keptWork, published, settled } from '../archived.ts';
import { openWorld, type World } from '../world.ts';
import { openChromium } from './chromium.ts';

let world: World;
let folder: string;
let site: string;
let browser: Browser;
beforeAll(async () => {
  world = await openWorld();
  folder = await mkdtemp(join(tmpdir(), 'salon-story-archive-'));
  await keptWork(world, { title: 'Low Tide', file: await aPhotograph() });
  await keptWork(world, { title: 'Two Seconds', file: aSound() });
  await keptWork(world, { title: 'Another Second', file: aSound() });
  await keptPaper(world, { title: 'On Looking Twice' });
  await published(world);
  const archive = join(folder, 'archive');
  await exportArchive(world.as('system', settled), { slug: '2024', folder: archive });
  site = `${pathToFileURL(join(archive, 'data')).href}/`;
  browser = await openChromium();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

/** What a page asked for that was not there, or is not on the disk. */
async function opened(scripts = true): Promise<{ page: Page; failed: string[] }> {
  const context = await browser.newContext({ javaScriptEnabled: scripts });
  const page = await context.newPage();
  const failed: string[] = [];
  page.on('requestfailed', (request) => void failed.push(request.url()));
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) failed.push(request.url());
  });
  page.on('pageerror', (problem) => void failed.push(String(problem)));
  return { page, failed };
}

describe('an archive on a disk', { timeout: 300_000 }, () => {
  it('opens at its index, and every page of the site can be walked to by links, also without scripts', async () => {
    const { page, failed } = await opened(false);
    const waiting = [`${site}ro-crate-preview.html`];
    const seen = new Set(waiting);
    const titles: string[] = [];
    while (waiting.length > 0) {
      await page.goto(waiting.shift()!);
      titles.push(await page.title());
      const links = await page
        .locator('a[href]')
        .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href.replace(/[#?].*$/, '')));
      for (const link of links)
        if (link.startsWith(site) && link.endsWith('.html') && !seen.has(link)) {
          seen.add(link);
          waiting.push(link);
        }
    }
    const names = [...seen].map((one) => one.slice(site.length));
    expect({ failed, untitled: titles.filter((title) => !title).length, many: names.length > 15 }).toEqual({
      failed: [],
      untitled: 0,
      many: true,
    });
    for (const name of [
      'site/index.html',
      'site/2024/works/low-tide.html',
      'site/2024/papers/on-looking-twice.html',
    ])
      expect(names).toContain(name);
    await page.context().close();
  });

  it('searches its works and papers', async () => {
    const { page, failed } = await opened();
    await page.goto(`${site}site/index.html`);
    const works = await page
      .locator('nav a', { hasText: /^\s*Works\s*$/ })
      .first()
      .evaluate((link: HTMLAnchorElement) => link.href);
    expect(works).toEqual(`${site}site/2024/works.html`);
    await page.goto(works);
    const shown = () =>
      page
        .locator('[data-item]:visible')
        .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.item));
    await page.locator('#search').fill('SECONDS');
    await expect.poll(shown, { timeout: 60_000 }).toEqual(['works/two-seconds']);
    await page.locator('#search').fill('looking ada');
    await expect.poll(shown, { timeout: 60_000 }).toEqual(['papers/on-looking-twice']);
    expect(failed).toEqual([]);
    await page.context().close();
  });

  it('plays a sound and shows a picture', async () => {
    const { page, failed } = await opened();
    await page.goto(`${site}site/2024/works/two-seconds.html`);
    const player = page.locator('audio');
    await player.evaluate((audio: HTMLAudioElement) => audio.load());
    await player.evaluate((audio: HTMLAudioElement) => void (audio.preload = 'auto'));
    await expect
      .poll(() => player.evaluate((audio: HTMLAudioElement) => Math.round(audio.duration)), {
        timeout: 60_000,
      })
      .toEqual(2);
    await page.goto(`${site}site/2024/works/low-tide.html`);
    await expect
      .poll(
        () =>
          page
            .locator('figure img')
            .first()
            .evaluate((image: HTMLImageElement) => image.naturalWidth > 0),
        {
          timeout: 60_000,
        },
      )
      .toEqual(true);
    expect(failed).toEqual([]);
    await page.context().close();
  });
});
