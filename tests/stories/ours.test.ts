/** “Is this one of ours?” in a browser, from a folder on disk: the real page, the real script, real pictures. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileOf } from '#app/features/site/addresses.ts';
import { loadDrawer, stylesheetOf } from '#app/features/site/drawer.server.ts';
import { oursAddress, oursIn, oursPage, oursScript } from '#app/features/site/ours.ts';
import { markOf } from '#app/features/works/likeness.ts';
import { usualFaces } from '#app/ui/faces.ts';
import { kinds, lightIn, passedOn } from '../likenesses.ts';
import { picture, work } from '../records.ts';
import { openChromium } from './chromium.ts';

let folder: string;
let browser: Browser;
let original: Buffer;
const slug = '2024';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'salon-ours-'));
  original = await kinds.shapes(1);
  const marked = async (bytes: Buffer) => picture([600, 600], { likeness: markOf(await lightIn(bytes)) });
  const records = [
    work('low-tide', { title: 'Low Tide', files: [await marked(original)] }),
    work('field-notes', { title: 'Field Notes', files: [await marked(await kinds.field(1))] }),
    work('silent', { title: 'Silent', files: [picture([600, 600])] }),
  ];
  const drawer = await loadDrawer();
  const list = oursAddress(slug, records);
  const entries = oursIn(slug, records);
  const style = stylesheetOf(drawer, slug, { accent: '#7a1f3d', faces: usualFaces });
  for (const { address, bytes } of [style, ...drawer.fonts.values(), ...drawer.assets.values()])
    await put(address, bytes);
  await put(list, oursScript(entries));
  const title = 'Is this one of ours?';
  const frame = { slug, name: 'Invented', when: '', where: '', contact: 'us@example.org', language: 'en' };
  const page = {
    address: oursPage(slug),
    title,
    component: 'Ours',
    data: { title, list, known: entries.length },
    frame: { ...frame, menu: [], accent: '#7a1f3d', demo: false },
    description: '',
  };
  const scripts = [drawer.assets.get('ours.js')!.address];
  await put(
    fileOf(page.address),
    drawer.draw(page, { styles: [style.address, drawer.assets.get('p.css')!.address], scripts }),
  );
  browser = await openChromium();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the page that tells whether a picture is one of ours', { timeout: 240_000 }, () => {
  it('finds a copy that was cut, made small and grey, names it, and sends nothing after it was chosen', async () => {
    const { page, context, asked } = await opened();
    await page.getByLabel('The picture').click();
    await page.waitForFunction(() => 'salonOurs' in window);
    const before = asked.length;
    const copy = await passedOn['cut unevenly, small and grey']!(original);
    await page
      .getByLabel('The picture')
      .setInputFiles({ name: 'found.jpg', mimeType: 'image/jpeg', buffer: copy });
    const item = page.getByRole('list', { name: 'What it looks like' }).getByRole('listitem');
    await item.first().waitFor({ timeout: 120_000 });
    expect(await item.count()).toBe(1);
    expect(await item.getByRole('link').evaluateAll(hrefs)).toEqual([
      ['Low Tide', 'low-tide.html'],
      ['Write to the organizers about it', '../contact.html?about=works/low-tide'],
    ]);
    expect(await item.textContent()).toContain(work('low-tide').rights.credit);
    expect(asked.slice(before)).toEqual([]);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await context.close();
  });

  it('says so where nothing fits, where a picture is too plain, and where a file is none', async () => {
    const { page, context } = await opened();
    const said: string[] = [];
    const plain = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    for (const buffer of [await kinds.lines(1), plain, Buffer.from('no picture')]) {
      await page.getByLabel('The picture').setInputFiles({ name: 'one.png', mimeType: 'image/png', buffer });
      const says = page.getByRole('status');
      await expect
        .poll(async () => (await says.textContent())!.split(/[.:]/)[0], { timeout: 120_000 })
        .toSatisfy((words) => words !== 'Looking …' && words !== '' && words !== said.at(-1));
      said.push((await says.textContent())!.split(/[.:]/)[0]!);
    }
    expect(said).toEqual([
      'None of the works that can be recognised here',
      'This picture is too plain',
      'Your browser cannot read this file as a picture',
    ]);
    await context.close();
  });

  it('says what it would do, and whom to write to, where scripts do not run', async () => {
    const { page, context } = await opened({ javaScriptEnabled: false });
    expect(await page.locator('form:visible').count()).toBe(0);
    expect(await page.locator('main').innerText()).toContain('With scripts switched on, this page would');
    expect(await page.getByRole('link', { name: 'us@example.org' }).first().isVisible()).toBe(true);
    await context.close();
  });
});

async function opened(options: { javaScriptEnabled?: boolean } = {}) {
  const context: BrowserContext = await browser.newContext(options);
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(join(folder, fileOf(oursPage(slug)))).href);
  return { page, context, asked };
}

const hrefs = (links: Element[]) => links.map((link) => [link.textContent, link.getAttribute('href')]);

async function put(address: string, bytes: string | Uint8Array) {
  const path = join(folder, address);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
