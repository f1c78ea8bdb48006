/** Where the stories get their Chromium on a machine that has none: the download is answered by a server of ours. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';

const patience = { timeout: 300_000 };
const folder = mkdtempSync(join(tmpdir(), 'salon-browser-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An ordinary user on a machine where nothing is installed: what lies elsewhere than here is not there. */
const pretence = join(folder, 'pretend.cjs');
writeFileSync(
  pretence,
  `const fs = require('node:fs'); const real = fs.existsSync;
   fs.existsSync = (path) => !/chrom|apt-get/i.test(String(path).replace(${JSON.stringify(folder)}, '')) || String(path).startsWith(${JSON.stringify(folder)}) ? real(path) : false;
   process.getuid = () => 1000; require('node:module').syncBuiltinESMExports();`,
);
const ask = `import('./bin/browser.mjs').then(({ findBrowser }) => findBrowser())
  .then((path) => console.log(path), (trouble) => console.log(trouble.constructor.name + ': ' + trouble.message));`;

describe('the test tool’s Chromium', () => {
  it('is downloaded, looked at and used', patience, async () => {
    const told = await asked('whole', zipped('#!/bin/sh\necho Chromium 1\n'));
    expect(told).toEqual({
      out: expect.stringMatching(/^\S+\/whole\/chromium-\d+\/\S+$/),
      err: step('done in \\S+ s'),
    });
  });

  it('that does not run here is named, with what to do', patience, async () => {
    const told = await asked('lame', zipped('#!/bin/sh\nexit 127\n'));
    expect(told).toEqual({
      out: expect.stringMatching(
        /^Trouble: The test tool's Chromium lies in \S+ and does not run: this system lacks libraries that it needs; install one \(Debian: sudo apt-get install chromium\), or name one in SALON_CHROMIUM, then run npm test again\.$/,
      ),
      err: step('failed'),
    });
  });

  it.each<[string, RequestListener]>([
    ['nobody has', (_request, response) => void response.writeHead(404).end()],
    ['never comes', () => undefined],
  ])('that %s is given up, with what to do', patience, async (what, answer) => {
    const told = await asked(what.replace(' ', '-'), () => answer);
    expect(told).toEqual({
      out: expect.stringMatching(
        /^Trouble: The stories need Chromium, and the test tool could not download its own from http:\/\/127\.0\.0\.1:\d+; install one \(Debian: sudo apt-get install chromium\), or name one in SALON_CHROMIUM, then run npm test again\.$/,
      ),
      err: step('failed'),
    });
  });
});

const step = (end: string) =>
  expect.stringMatching(new RegExp(`^· Downloading the test tool's Chromium … ${end}$`));

/** Any archive that is asked for: the places of the browser's program on the systems that Salon runs on. */
function zipped(script: string): () => Promise<RequestListener> {
  return async () => {
    const zip = new ZipFile();
    for (const place of places) zip.addBuffer(Buffer.from(script), place, { mode: 0o100755 });
    zip.end();
    const bytes = await buffer(zip.outputStream);
    return (_request, response) =>
      void response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
  };
}

const places = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  ...['mac-arm64', 'mac-x64'].map(
    (mac) => `chrome-${mac}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
  ),
  'ffmpeg-linux',
  'ffmpeg-mac',
];

async function asked(place: string, make: () => RequestListener | Promise<RequestListener>) {
  const server = createServer(await make());
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { SALON_CHROMIUM: _named, ...rest } = process.env;
  const env = {
    ...rest,
    PATH: '/usr/bin:/bin',
    PLAYWRIGHT_BROWSERS_PATH: join(folder, place),
    PLAYWRIGHT_DOWNLOAD_HOST: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    // Nobody waits a quarter of a minute five times for what never comes.
    ...(place === 'never-comes' && { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '300' }),
  };
  try {
    const child = spawn(process.execPath, ['-r', pretence, '-e', ask], { env });
    const [out, err] = await Promise.all([child.stdout, child.stderr].map((stream) => buffer(stream)));
    return { out: out!.toString().trim(), err: err!.toString().trim() };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
