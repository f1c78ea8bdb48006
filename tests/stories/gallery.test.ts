/** The lists of the public site, narrowed and searched where a browser runs scripts: opened from a folder on disk. */
import { mkdtemp, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import type { Component } from 'svelte';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileOf } from '#app/features/site/addresses.ts';
import Gallery from '#app/features/site/pages/Gallery.svelte';
import WorkPage from '#app/features/site/pages/WorkPage.svelte';
import { searchIndex, searchScript } from '#app/features/site/search.ts';
import { drawn } from '../drawn.ts';
import { credit, paper, picture, tiles, work } from '../records.ts';
import { openChromium } from './chromium.ts';

const film = { forms: [{ key: 'film', label: 'Film' }] };
const [wide, high] = [1200, 1500];
const seen = picture([wide, high]);
seen.renditions.push(...tiles('main', [wide, high]));
const records = [
  work('low-tide', { title: 'Low Tide', files: [seen] }),
  work('vertical-hold', { title: 'Vertical Hold', work: film, files: [] }),
  work('looking-away', {
    title: 'Looking Away',
    people: [credit('Łucja Wójcik-Invented')],
    work: { ...film, contentNotes: [{ key: 'flashing', label: 'Flashing light' }] },
    files: [],
  }),
  paper('margins-first', { title: 'Margins First' }),
];

let folder: string;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'salon-gallery-'));
  await put('2024/search.js', searchScript(searchIndex(records)));
  await putPage('2024/works', 'gallery.js', Gallery, { records, index: '2024/search.js' });
  await putPage('2024/works/low-tide', 'viewer.js', WorkPage, {
    record: records[0],
    citation: [{ label: 'BibTeX', text: '@misc{low-tide}', file: '2024/works/low-tide/cite.bib' }],
  });
  for (const script of ['gallery.js', 'viewer.js'])
    await put(`scripts/${script}`, await readFile(`src/features/site/scripts/${script}`));
  const colour = await sharp({ create: { width: 512, height: 512, channels: 3, background: '#1b6240' } })
    .jpeg()
    .toBuffer();
  for (const { name } of seen.renditions.filter(({ mime }) => mime === 'image/jpeg'))
    await put(`2024/works/low-tide/${name}`, colour);
  browser = await openChromium();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the gallery in a folder on disk', { timeout: 120_000 }, () => {
  it('shows everything, and no search, where scripts do not run', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(at('2024/works'));
    expect(await page.locator('[data-item]:visible').count()).toBe(4);
    expect(await page.locator('form:visible').count()).toBe(0);
    await context.close();
  });

  it('narrows by a facet, says how many are left, keeps it in the address, and Back takes it back', async () => {
    const page = await opened('2024/works');
    await page.locator('summary', { hasText: 'Form' }).click();
    await page.getByRole('checkbox', { name: 'Film' }).check();
    await expect.poll(() => shown(page)).toEqual(['works/vertical-hold', 'works/looking-away']);
    expect(await page.getByRole('status').textContent()).toBe('2 of 4 works and papers');
    expect(new URL(page.url()).hash).toBe('#form=film');
    await page.reload();
    expect(await shown(page)).toEqual(['works/vertical-hold', 'works/looking-away']);
    await page.goBack();
    await expect.poll(() => shown(page)).toHaveLength(4);
    await page.close();
  });

  it('finds several words in titles, names and statements, without accents and in any case', async () => {
    const page = await opened('2024/works');
    const search = page.getByLabel('Search works and papers');
    const found: Record<string, string[]> = {};
    for (const words of ['lucja WOJCIK', 'film away', 'first paragraph', 'nowhere such thing']) {
      await search.fill(words);
      const expected = { 'lucja WOJCIK': 1, 'film away': 1, 'first paragraph': 4, 'nowhere such thing': 0 }[
        words
      ];
      await expect.poll(() => shown(page)).toHaveLength(expected!);
      found[words] = await shown(page);
    }
    expect(found).toEqual({
      'lucja WOJCIK': ['works/looking-away'],
      'film away': ['works/looking-away'],
      'first paragraph': records.map(({ kind, slug }) => `${kind}s/${slug}`),
      'nowhere such thing': [],
    });
    expect(await page.locator('[data-nothing]').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Show everything' }).click();
    await expect.poll(() => shown(page)).toHaveLength(4);
    await page.close();
  });
});

describe('the page of a work in a folder on disk', { timeout: 120_000 }, () => {
  it('opens a lens over the tiles, moved by keys, and gives the page back on Escape', async () => {
    const page = await opened('2024/works/low-tide');
    await page.getByRole('link', { name: 'Look closer' }).click();
    const lens = page.getByRole('dialog', { name: 'Looking closer' });
    await lens.waitFor();
    // The middle of the window shows the picture once its tiles have come.
    await expect.poll(() => middle(page)).toBe(true);
    const says = () => lens.getByRole('status').textContent();
    const before = parseInt((await says())!, 10);
    await page.keyboard.press('+');
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => parseInt((await says())!, 10)).toBeGreaterThan(before);
    await page.keyboard.press('0');
    await expect.poll(async () => parseInt((await says())!, 10)).toBe(before);
    await page.keyboard.press('Escape');
    await lens.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Look closer');
    await page.close();
  });

  it('leads to the picture itself where scripts do not run', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(at('2024/works/low-tide'));
    await page.getByRole('link', { name: 'Look closer' }).click();
    expect(page.url()).toMatch(/low-tide\/main-960\.jpg$/);
    await context.close();
  });

  it('copies a citation', async () => {
    const page = await opened('2024/works/low-tide');
    await page.locator('summary', { hasText: 'BibTeX' }).click();
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect
      .poll(async () => [
        await page.locator('[data-copy]').textContent(),
        await page.evaluate(() => `${getSelection()}`),
      ])
      .toSatisfy(([said, marked]) => said === 'Copied' || marked === '@misc{low-tide}');
    await page.close();
  });
});

const at = (address: string) => pathToFileURL(join(folder, fileOf(address))).href;

async function opened(address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  await page.goto(at(address));
  return page;
}

const shown = (page: Page) =>
  page
    .locator('[data-item]:visible')
    .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.item!));

/** A canvas that shows files from disk cannot be read: a photograph of it can. */
async function middle(page: Page): Promise<boolean> {
  const [red, green] = await sharp(await page.locator('canvas').screenshot())
    .extract({ left: 480, top: 300, width: 1, height: 1 })
    .raw()
    .toBuffer();
  return green! > red! * 2;
}

async function put(address: string, bytes: string | Uint8Array) {
  const path = join(folder, address);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

async function putPage(address: string, script: string, Content: Component<any>, data: object) {
  const { head, body } = drawn(Content, address, data);
  const up = '../'.repeat(address.split('/').length - 1);
  await put(
    fileOf(address),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Invented</title><style>[hidden]{display:none!important}dialog{width:100%;max-width:none;margin:0;border:0;padding:0}canvas{width:100%;height:600px}</style><script defer src="${up}scripts/${script}"></script>${head}</head><body>${body}</body></html>`,
  );
}
