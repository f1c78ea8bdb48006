/** Issue 4, fast: what every public page of the reference edition weighs, papers and works among them. */
import { request } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { stops } from '#app/features/calls/time-machine.ts';
import { slicesFor, weightOf } from '../weight.ts';
import { openChromium } from './chromium.ts';
import { startDemo } from './demo-process.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

let demo: Awaited<ReturnType<typeof startDemo>>;
let browser: Browser;
let paths: string[];
beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), openChromium()]);
  const page = await browser.newPage({ baseURL: demo.address });
  await page.goto('/demo/clock');
  const { title } = stops.find(({ key }) => key === 'public')!;
  const stop = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) });
  await stop.getByRole('button').click({ timeout: 300_000 });
  await stop.getByText('You are here').waitFor({ timeout: 300_000 });
  await page.close();
  paths = await vi.waitUntil(async () => {
    const all = await sitemap();
    return all.some((one) => one.startsWith('/2024/works/') && !one.endsWith('/ours')) && all;
  }, 120_000);
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

test('every public page is 30 kB in 8 requests at most without its pictures', async () => {
  const heavy = [];
  for (const path of paths) {
    const { bytes, requests } = await weightOf(
      await words(path),
      await sent(path),
      assetSize(await words(path)),
    );
    if (bytes > 30_000 || requests > 8) heavy.push({ path, bytes, requests });
  }
  expect(heavy).toEqual([]);
  expect(paths.length).toBeGreaterThan(75);
});

test('a browser asks for the slices of faces that were counted', async () => {
  const one = (under: string) => paths.find((path) => path.startsWith(under))!;
  const some = ['/2024/', '/2024/programme', '/2024/calls/papers', '/2024/calls/creative-work', '/2024/news'];
  for (const path of [...some, '/2024/works', '/2024/people', one('/2024/papers/'), one('/2024/works/')]) {
    const page = await browser.newPage({ baseURL: demo.address });
    const asked: string[] = [];
    page.on('request', (it) => it.resourceType() === 'font' && asked.push(plainName(it.url())));
    await page.goto(path, { waitUntil: 'networkidle' });
    expect({ path, asked: asked.sort() }).toEqual({ path, asked: slicesFor(await words(path)).sort() });
    await page.close();
  }
});

const sitemap = async () =>
  [...(await words('/sitemap.xml')).matchAll(/<loc>([^<]*)<\/loc>/g)].map(
    ([, loc]) => new URL(loc!).pathname,
  );

const words = async (path: string) => (await fetch(demo.address + path)).text();

/** `/assets/text-strong.1234.woff2` is called `text-strong`. */
const plainName = (address: string) => address.slice(address.lastIndexOf('/') + 1).replace(/\..*$/, '');

/** Names that the page links by themselves; names of slices stand in its styles. */
const assetSize = (html: string) => async (name: string) => {
  if (!name.endsWith('.woff2')) return sent(`/assets/${name}`);
  const [, sheet] = /assets\/(\d{4}\.\w+\.css)/.exec(html)!;
  const [, file] = new RegExp(`\\((${name.replace('.woff2', '')}\\.\\w+\\.woff2)\\)`).exec(
    await words(`/assets/${sheet}`),
  )!;
  return sent(`/assets/${file}`);
};

/** Bytes as they come over the wire, asked once. */
const sizes = new Map<string, Promise<number>>();
function sent(path: string): Promise<number> {
  const asked =
    sizes.get(path) ??
    new Promise<number>((done, failed) => {
      request(new URL(path, demo.address), { headers: { 'accept-encoding': 'br' } }, (answer) => {
        let bytes = 0;
        answer.on('data', (part: Buffer) => (bytes += part.length));
        answer.on('end', () => (answer.statusCode === 200 ? done(bytes) : failed(new Error(path))));
      })
        .on('error', failed)
        .end();
    });
  sizes.set(path, asked);
  return asked;
}
