import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Trouble } from '../trouble.ts';

// macOS takes 103 bytes of socket path, Linux 107; PostgreSQL adds "/.s.PGSQL.5432".
const LONGEST_FOLDER = 103 - '/.s.PGSQL.5432'.length;

/** The folder of the database's socket: in the data folder, or in a private one under a short path where that is too long. */
export function socketFolder(home: string): string {
  const near = join(home, 'socket');
  const fits = Buffer.byteLength(near) <= LONGEST_FOLDER;
  const folder = fits ? near : shortFolder(home);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  const root = process.getuid?.() === 0;
  const ours = root || found.uid === process.getuid?.();
  if (!found.isDirectory() || !ours || found.mode & 0o077)
    throw new Trouble(
      `${folder} was made by somebody else or is open to others; remove it, then start again.`,
    );
  return folder;
}

function shortFolder(home: string): string {
  const name = `salon-${process.getuid?.() ?? 0}-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`;
  const there = join(tmpdir(), name);
  return Buffer.byteLength(there) <= LONGEST_FOLDER ? there : join('/tmp', name);
}
