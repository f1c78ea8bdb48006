// The browser for the stories: one that is there, else Debian's package (as root), else the test tool's own.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { hear, node24, root } from './run.mjs';
import { step, Trouble } from './say.mjs';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a Chromium; the stories read it from SALON_CHROMIUM. */
export async function findBrowser() {
  const found = present();
  if (found) return found;
  if (process.getuid() === 0 && existsSync('/usr/bin/apt-get')) await step('Installing Chromium', fromDebian);
  if (!present()) await step("Installing the test tool's Chromium", fromTool);
  const installed = present();
  if (!installed)
    throw new Trouble(
      'The stories need Chromium and it could not be installed; install it (Debian: apt-get install chromium) or name one in SALON_CHROMIUM.',
    );
  return installed;
}

function present() {
  const own = createRequire(join(root, 'package.json'))('playwright-core').chromium.executablePath();
  return [process.env.SALON_CHROMIUM, ...usual, own].find((path) => path && existsSync(path));
}

async function fromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await hear('apt-get', ['update', '-qq'], { env });
  await hear(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
    { env },
  );
}

async function fromTool() {
  await hear(node24(), [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium']);
}
