/**
 * Looks at every element: serves the specimens, photographs them at 360 and 1280 px by day and by night,
 * and lets axe read them. `node src/ui/specimen/shoot.ts [folder]`; a violation ends it with 1.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Component } from 'svelte';
import { createServer } from 'vite';

const specimens = ['Public', 'Desk', 'Form', 'TooMuch', 'Accident'];
const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'specimen-'));
mkdirSync(folder, { recursive: true });

const vite = await createServer({
  configFile: false,
  appType: 'custom',
  server: { middlewareMode: true, ws: false, watch: null },
  logLevel: 'error',
  plugins: [svelte({ configFile: false, compilerOptions: { css: 'injected' } })],
});
const http = createHttp((request, response) =>
  vite.middlewares(request, response, async () => {
    const name = request.url!.slice(1).split('?')[0]!;
    if (name.endsWith('.css')) return void response.setHeader('content-type', 'text/css').end(await theme());
    if (!specimens.includes(name)) return void response.writeHead(404).end();
    response.setHeader('content-type', 'text/html; charset=utf-8').end(await page(name));
  }),
).listen(0);
await new Promise((done) => http.once('listening', done));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
let violations = 0;
for (const name of specimens)
  for (const width of [360, 1280])
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const tab = await context.newPage();
      await tab.goto(`http://localhost:${(http.address() as AddressInfo).port}/${name}`);
      await tab.evaluate(() => document.fonts.ready);
      await tab.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      const wider = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wider > 0) complain(name, width, colorScheme, `scrolls sideways by ${wider} px`);
      for (const { id, nodes } of (await new AxeBuilder({ page: tab }).analyze()).violations)
        complain(name, width, colorScheme, `${id}: ${nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`);
      await context.close();
    }
await browser.close();
http.close();
await vite.close();
console.log(`${folder}: ${violations} violations`);
process.exit(violations === 0 ? 0 : 1);

async function page(name: string): Promise<string> {
  const { render } = (await vite.ssrLoadModule('svelte/server')) as typeof import('svelte/server');
  const specimen = (await vite.ssrLoadModule(`/src/ui/specimen/${name}.svelte`)) as { default: Component };
  const { head, body } = render(specimen.default);
  return `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/src/ui/fonts.css?direct"><link rel="stylesheet" href="/src/ui/look.css?direct">${head}</head><body><div id="page">${body}</div></body></html>`;
}

async function theme(): Promise<string> {
  const { themeCss } = (await vite.ssrLoadModule('/src/ui/accent.ts')) as typeof import('../accent.ts');
  return themeCss('#9a3412');
}

function complain(...what: (string | number)[]): void {
  violations++;
  console.log(what.join(' '));
}
