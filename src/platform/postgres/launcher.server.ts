/**
 * As whom PostgreSQL runs. It refuses to be root; for root three ways are tried, each proved by reaching the data folder
 * and the program: the data folder's owner, a user name space of its own (the files stay root's), nobody.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, lchownSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Binaries, copyBinaries } from './binaries.server.ts';
import { Trouble } from '../trouble.ts';

export type Launcher = {
  binaries: Binaries;
  /** Who must own what the database writes; undefined: whoever runs Salon. */
  owner: { uid: number; gid: number } | undefined;
  command(program: string, args: string[]): [string, string[]];
};

const NOBODY = 65534;

/** `own`: paths that the database must write, given to its user on the way. Throws Trouble when no way works. */
export function launcherFor(binaries: Binaries, dataDir: string, own: string[]): Launcher {
  if (process.getuid?.() !== 0)
    return { binaries, owner: undefined, command: (program, args) => [program, args] };
  const folder = statSync(dataDir);
  const others = [inNameSpace(binaries), as(binaries, NOBODY, NOBODY)];
  const ways = folder.uid ? [as(binaries, folder.uid, folder.gid), ...others] : others;
  for (const way of ways) {
    if (canReach(way, dataDir, own)) return way;
    const copied = way.owner?.uid ? { ...way, binaries: copyBinaries() } : undefined;
    if (copied && canReach(copied, dataDir, own)) return copied;
  }
  throw new Trouble(
    `Salon runs as root here, the database cannot, and no other user may enter ${dataDir}; set SALON_DATA to a folder such as /var/lib/salon, or start Salon as an ordinary user.`,
  );
}

/** Hands over a folder with all in it; does nothing without an owner or where it is theirs already. */
export function giveTo(owner: Launcher['owner'], path: string): void {
  if (!owner || statSync(path).uid === owner.uid) return;
  for (const entry of readdirSync(path, { recursive: true }) as string[])
    lchownSync(join(path, entry), owner.uid, owner.gid);
  // The folder itself last: it is what is looked at to see whether the work was finished.
  chownSync(path, owner.uid, owner.gid);
}

function inNameSpace(binaries: Binaries): Launcher {
  const map = ['-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  return {
    binaries,
    owner: { uid: 0, gid: 0 },
    command: (program, args) => ['unshare', [...map, program, ...args]],
  };
}

function as(binaries: Binaries, uid: number, gid: number): Launcher {
  const ids = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  return {
    binaries,
    owner: { uid, gid },
    command: (program, args) => ['setpriv', [...ids, program, ...args]],
  };
}

function canReach(way: Launcher, dataDir: string, own: string[]): boolean {
  const parents = [dataDir, join(dataDir, 'database')];
  if (way.owner?.uid) for (const parent of parents) chmodSync(parent, statSync(parent).mode | 0o011);
  for (const path of own) giveTo(way.owner, path);
  const proof = `test -w "$1" && "$2" --version`;
  const [program, args] = way.command('/bin/sh', ['-c', proof, 'sh', own[0]!, way.binaries.postgres]);
  return spawnSync(program, args, { cwd: '/', stdio: 'ignore' }).status === 0;
}
