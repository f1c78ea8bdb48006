// Brings node_modules to what package-lock.json says, once: a stamp inside remembers for which lock and platform.
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, node24, quietly, refuseUnknownPlatform, root } from './run.mjs';
import { step, Trouble } from './say.mjs';

export async function install() {
  refuseUnknownPlatform();
  if (isLinked() || isInstalled()) return;
  await step('Installing packages', () => npm(process.execPath));
  if (missing().length > 0) await step('Installing packages for Node 24', () => npm(node24()));
  const still = missing();
  if (still.length > 0)
    throw new Trouble(
      `npm left out ${still.join(', ')}; remove node_modules, then start again, with a newer npm if it happens twice.`,
    );
  // Here and not only at the first start: a service may run as a user who may not write in node_modules.
  const links = `import('${root}/src/platform/postgres/binaries.server.ts').then((it) => it.findBinaries())`;
  await quietly(node24(), ['--input-type=module', '-e', links]);
  rememberInstalled();
}

export function rememberInstalled() {
  writeFileSync(stampFile(), stamp());
}

function isLinked() {
  return existsSync(modules()) && lstatSync(modules()).isSymbolicLink();
}

function isInstalled() {
  return existsSync(stampFile()) && readFileSync(stampFile(), 'utf8') === stamp();
}

function npm(node) {
  const args = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const env = { ...environment(node), ...cacheElsewhere() };
  const script = process.env.npm_execpath;
  // Yarn and pnpm set the same variable; they would not read our lock.
  const isNpm = script && /npm-cli\.c?js$/.test(script);
  return isNpm ? quietly(node, [script, ...args], { env }) : quietly('npm', args, { env });
}

/** npm leaves out, without a word, optional packages whose `engines` exclude the Node it runs on. */
function missing() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const wanted = Object.entries(packages).filter(([, entry]) => entry.optional && isForHere(entry));
  return wanted.map(([place]) => place).filter((place) => !existsSync(join(root, place)));
}

function isForHere({ os, cpu, libc }) {
  return Boolean(os?.includes(process.platform) && cpu?.includes(process.arch)) && !libc?.includes('musl');
}

/** A service user often has no home; npm needs a place for its cache. */
function cacheElsewhere() {
  try {
    accessSync(homedir(), constants.W_OK);
    return {};
  } catch {
    return { npm_config_cache: join(tmpdir(), `salon-npm-${process.getuid()}`) };
  }
}

function stamp() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform}-${process.arch}\n`;
}

function modules() {
  return join(root, 'node_modules');
}

function stampFile() {
  return join(modules(), '.salon-installed');
}
