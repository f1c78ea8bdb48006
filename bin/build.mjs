// Builds the pages when what they are made of has changed; a stamp in build/ remembers from what it was made.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flags, thrift } from './flags.mjs';
import { environment, node24, quietly, root } from './run.mjs';
import { step } from './say.mjs';

const madeOf = [
  'src',
  'static',
  'package-lock.json',
  'package.json',
  'vite.config.ts',
  'vite.site.config.ts',
  'tsconfig.json',
];

const stampFile = join(root, 'build', '.made-from');

export async function build() {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint()) return 0;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  // The first empties build/, so the second comes after it.
  await step('Building the pages', () => quietly(node24(), [vite, 'build']));
  await step('Building the public site', () =>
    quietly(node24(), [vite, 'build', '--config', 'vite.site.config.ts']),
  );
  // Compiles what Salon is made of, once, so that no start has to.
  const warmed = { env: { ...thrift(root), ...environment() } };
  await quietly(node24(), [...flags, join(root, 'src/cli/main.ts'), '--help'], warmed);
  rememberBuilt();
  return 0;
}

export function rememberBuilt() {
  writeFileSync(stampFile, fingerprint());
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const name of madeOf)
    for (const file of filesIn(name))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0');
  return hash.digest('hex');
}

function filesIn(name) {
  const path = join(root, name);
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [name];
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .filter((file) => !/\.test\.ts$/.test(file))
    .sort();
}
