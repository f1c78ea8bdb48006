// The browser for the stories: one that is there, else Debian's package (as root), else the test tool's own.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { environment, hear, node24, root } from './run.mjs';
import { step, Trouble } from './say.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const usual = [
  ...['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)].flatMap((folder) =>
    names.map((name) => join(folder, name)),
  ),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a Chromium that runs; the stories read it from SALON_CHROMIUM. */
export async function findBrowser() {
  const named = process.env.SALON_CHROMIUM;
  if (named && !runs(named))
    throw new Trouble(
      `SALON_CHROMIUM is "${named}" and that does not run; name a Chromium that does, or leave it out.`,
    );
  const found = named ?? [...usual, own()].find(runs);
  if (found) return found;
  if (process.getuid() === 0 && existsSync('/usr/bin/apt-get'))
    await step('Installing Chromium', fromDebian).catch(() => undefined);
  const installed = usual.find(runs);
  if (installed) return installed;
  await step("Downloading the test tool's Chromium", fromTool);
  return own();
}

function own() {
  return createRequire(join(root, 'package.json'))('playwright-core').chromium.executablePath();
}

/** A file by that name may be a note that says where to get it, or lack the libraries it needs. */
function runs(path) {
  return existsSync(path) && spawnSync(path, ['--version'], { timeout: 60_000 }).status === 0;
}

async function fromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await hear('apt-get', ['update', '-qq'], { env });
  await hear(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
    { env },
  );
  if (!usual.some(runs)) throw new Trouble('Debian has no Chromium for here.');
}

/** A line that is silent for a quarter of a minute is given up, and so is a download that is not done in half an hour. */
async function fromTool() {
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000', ...environment() };
  const tool = join(root, 'node_modules/playwright-core/cli.js');
  const { code, output } = await hear(node24(), [tool, 'install', '--no-shell', 'chromium'], {
    env,
    timeout: 1_800_000,
  });
  if (code !== 0)
    throw new Trouble(
      `The stories need Chromium, and the test tool could not download its own${because(output)}; ${otherwise}`,
    );
  if (!runs(own()))
    throw new Trouble(
      `The test tool's Chromium lies in ${own()} and does not run: this system lacks libraries that it needs; ${otherwise}`,
    );
}

const otherwise =
  'install one (Debian: sudo apt-get install chromium), or name one in SALON_CHROMIUM, then run npm test again.';

function because(output) {
  const address = /https?:\/\/[^/\s]+/.exec(output)?.[0];
  if (/ENOSPC|No space left/i.test(output)) return ': the disk is full';
  if (/EACCES|EPERM|EROFS/.test(output)) return ': it may not write in its folder';
  return address ? ` from ${address}` : '';
}
