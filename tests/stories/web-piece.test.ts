/** A piece that runs in a browser, from its hand-in to its frame: what it can do there, and what it cannot. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawSite } from '#app/features/site/drawing.server.ts';
import { draft, publish } from '#app/features/site/operations.server.ts';
import { pieces } from '#app/features/site/piece.server.ts';
import { made, wordsOf } from '#app/features/works/renditions/making.server.ts';
import type { MadeRendition } from '#app/features/works/renditions/rendering.ts';
import {
  insertRendering,
  insertRenditions,
  updateRendering,
} from '#app/features/works/renditions/queries.server.ts';
import { takeDown } from '#app/features/works/rights/operations.server.ts';
import { contentHost } from '#app/platform/content-host.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { provideResources, resources } from '#app/platform/resources.server.ts';
import { after, publicWork } from '../accepted.ts';
import { blob, facts, secrets, source, tellingPhotograph } from '../renditions.ts';
import { openWorld, type World } from '../world.ts';
import { openChromium } from './chromium.ts';

let world: World;
let server: Server;
let port: number;
let browser: Browser;
let id: string;
let piece: { made: MadeRendition[]; words: string };
/** Everything that came to a place where nothing of the piece may ever ask. */
const asked: string[] = [];

const folder = '/piece/2024/works/tide-tables-for-a-dry-sea/main';

const page = (there: string) => `<!doctype html><title>The room</title><script src="js/main.js"></script>
<img src="sea.jpg" alt=""><form action="${there}/form" method="post" target="_self"><button>Send</button></form>`;
const script = (there: string) => `
  const told = {};
  const tries = {
    parent: () => parent.document.title,
    cookie: () => document.cookie,
    storage: () => localStorage.length,
    top: () => { top.location.href = '${there}/top'; },
    window: () => String(open('${there}/window')),
  };
  for (const [name, attempt] of Object.entries(tries))
    try { told[name] = attempt() ?? 'went through'; } catch (problem) { told[name] = problem.name; }
  const ask = (what, address) => fetch(address).then((answer) => answer.text(), () => 'refused').then((words) => { told[what] = words; });
  new Image().src = '${there}/image';
  navigator.sendBeacon?.('${there}/beacon', 'x');
  addEventListener('load', async () => {
    document.querySelector('form').submit();
    await ask('own', 'data/tide.json');
    await ask('outside', '${there}/fetch');
    await ask('site', '/piece/2024/works/another/main/index.html');
    told.picture = document.images[0].naturalWidth > 0;
    document.body.dataset.told = JSON.stringify(told);
  });`;

beforeAll(async () => {
  world = await openWorld();
  const endpoint = contentHost({}, pieces);
  server = createServer((request, response) => {
    void Promise.resolve(endpoint(request, response)).then((taken) => {
      if (taken) return;
      if (!/^\/(frame|favicon)/.test(request.url!)) asked.push(request.url!);
      response.setHeader('content-type', 'text/html');
      response.setHeader('access-control-allow-origin', '*');
      response.end(
        `<title>Ours</title><iframe sandbox="allow-scripts" src="http://127.0.0.1:${port}${folder}/index.html"></iframe>`,
      );
    });
  });
  await new Promise<void>((ready) => server.listen(0, () => ready()));
  ({ port } = server.address() as AddressInfo);
  const { settings } = resources();
  const url = `http://localhost:${port}`;
  provideResources({
    ...resources(),
    settings: { ...settings, url, userContentUrl: `http://127.0.0.1:${port}` },
  });
  id = await publicWork(world);
  const part = async (path: string, kind: string, bytes: Uint8Array | string) => ({
    path,
    kind,
    ...(await blob(Buffer.from(bytes as string))),
  });
  const file = {
    ...source,
    name: 'room/index.html',
    kind: 'html',
    mime: 'text/html',
    ...(await blob(Buffer.from(page(url)))),
    parts: [
      await part('js/main.js', 'text', script(url)),
      await part('data/tide.json', 'text', '[1,2]'),
      await part('sea.jpg', 'jpeg', await tellingPhotograph({ width: 300, height: 200 })),
      await part('film.mp4', 'mp4', 'no film'),
      await part('../../etc/passwd.js', 'text', 'SECRET'),
      await part('torn.png', 'png', 'no picture'),
    ],
  };
  piece = await made(facts({ files: [file] }), file, 'main');
  const rendering = {
    id: randomId(),
    submissionId: id,
    sourceSha256: file.sha256,
    role: 'main',
    stem: 'main',
  };
  await insertRendering(world.db, {
    ...rendering,
    position: 0,
    recipe: 'r',
    file: wordsOf(file),
    askedAt: after(2),
  });
  await insertRenditions(world.db, rendering.id, piece.made, after(2));
  await updateRendering(world.db, [rendering.id], { madeAt: after(2) });
  world.at(after(3));
}, 240_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
  await world?.close();
});

const answered = async (path: string, host = '127.0.0.1') => {
  const response = await fetch(`http://${host}:${port}${path}`, { redirect: 'manual' });
  return { status: response.status, headers: response.headers, body: await response.text() };
};

describe('a piece that runs in a browser', { timeout: 240_000 }, () => {
  it('is made of what has a safe name and a type of ours, its pictures freed of what is embedded', async () => {
    expect(piece.made.map(({ use, name, mime }) => [use, name, mime])).toEqual([
      ['web', 'main/index.html', 'text/html; charset=utf-8'],
      ['part', 'main/js/main.js', 'text/javascript; charset=utf-8'],
      ['part', 'main/data/tide.json', 'application/json'],
      ['part', 'main/sea.jpg', 'image/jpeg'],
    ]);
    expect(piece.words).toBe(
      'Left out of the piece, because nothing here can make them safe to show: film.mp4, ../../etc/passwd.js, torn.png.',
    );
  });

  it('is nobody’s to see before it is published, then at the other host name alone, and gone once it was taken down', async () => {
    const entry = `${folder}/index.html`;
    expect((await answered(entry)).status).toBe(404);
    const { basis } = await draft(world.as('olga', after(3)), { slug: '2024' });
    await publish(world.as('olga', after(3)), { slug: '2024', basis });
    await drawSite(after(3));
    const own = `http://127.0.0.1:${port}/piece/2024/works/tide-tables-for-a-dry-sea/`;
    const { status, headers, body } = await answered(entry);
    expect([status, body, headers.get('content-type'), headers.get('x-frame-options')]).toEqual([
      200,
      page(`http://localhost:${port}`),
      'text/html; charset=utf-8',
      null,
    ]);
    expect(headers.get('content-security-policy')!.split('; ')).toEqual([
      'sandbox allow-scripts',
      "default-src 'none'",
      `script-src ${own} 'unsafe-inline' 'wasm-unsafe-eval'`,
      `style-src ${own} 'unsafe-inline'`,
      `img-src ${own} data: blob:`,
      `media-src ${own} data: blob:`,
      `font-src ${own} data:`,
      `connect-src ${own}`,
      "form-action 'none'",
      "base-uri 'none'",
      "webrtc 'block'",
      `frame-ancestors http://localhost:${port}`,
    ]);
    expect(['nosniff', 'no-referrer']).toEqual([
      headers.get('x-content-type-options'),
      headers.get('referrer-policy'),
    ]);
    const photo = (await fetch(`http://127.0.0.1:${port}${folder}/sea.jpg`)).arrayBuffer();
    const bytes = Buffer.from(await photo);
    expect([bytes.length > 1000, secrets.filter((secret) => bytes.includes(secret))]).toEqual([true, []]);
    const { rows } = await world.db
      .withTables<{ siteFile: { address: string } }>()
      .selectFrom('siteFile')
      .select('address')
      .where('address', 'like', '%/main/%')
      .execute()
      .then((found) => ({ rows: found }));
    expect(rows).toEqual([]);
  });

  it('answers no name but those of its files, however it is written', async () => {
    const names = [
      'film.mp4',
      'js/../index.html/../../../../etc/passwd',
      '%2e%2e/%2e%2e/etc/passwd.js',
      'js%5cmain.js',
      'INDEX.HTML',
      'index.html%00',
      '%ff',
      '',
      'js/',
    ];
    const statuses = await Promise.all(
      names.map(async (name) => (await answered(`${folder}/${name}`)).status),
    );
    expect(statuses).toEqual(names.map(() => 404));
  });

  it('runs, loads its own files, and reaches neither our page, nor any other place, nor a form or a window', async () => {
    browser = await openChromium();
    const tab = await browser.newPage();
    await tab.goto(`http://localhost:${port}/frame`);
    const body = tab.frameLocator('iframe').locator('body[data-told]');
    await body.waitFor({ state: 'attached', timeout: 120_000 });
    expect(JSON.parse((await body.getAttribute('data-told'))!)).toEqual({
      parent: 'SecurityError',
      cookie: 'SecurityError',
      storage: 'SecurityError',
      top: 'SecurityError',
      window: 'null',
      own: '[1,2]',
      outside: 'refused',
      site: 'refused',
      picture: true,
    });
    expect([asked, await tab.title()]).toEqual([[], 'Ours']);
    await tab.close();
  });

  it('is gone at once where its media were taken down', async () => {
    await takeDown(world.as('chiara', after(4)), { id, scopes: ['media'], words: 'Gone.' });
    world.at(after(5));
    expect((await answered(`${folder}/index.html`)).status).toBe(404);
  });
});
