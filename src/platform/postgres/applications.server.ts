/**
 * Who uses one database server. Owns the folder of application files and the lock beside it. Promises that coming and
 * going are one at a time, and that a process killed in the middle leaves nothing that has to be tidied by hand.
 */
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { identityOf } from './process.server.ts';
import { Trouble } from '../trouble.ts';

/** Registers this application; what is returned takes it away again. */
export function enter(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${process.pid}-${randomUUID()}`);
  writeFileSync(file, me());
  return () => rmSync(file, { force: true });
}

/** Counts whoever is registered and alive, this process too: leave first. What a dead one left counts for nothing. */
export function othersAreLeft(folder: string): boolean {
  return readdirSync(folder).filter((name) => lives(join(folder, name))).length > 0;
}

/** The lock is a hard link to a file that already names its holder, so it is never seen empty. */
export async function oneAtATime<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const mine = `${lock}-${process.pid}-${randomUUID()}`;
  writeFileSync(mine, me());
  try {
    for (let waited = 0; !taken(mine, lock); waited += 20) {
      if (waited > 180_000)
        throw new Trouble(
          `Another Salon has been starting or stopping for three minutes; stop it, then try again (it holds ${lock}).`,
        );
      await pause(20);
    }
    try {
      return await work();
    } finally {
      rmSync(lock, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

function taken(mine: string, lock: string): boolean {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    breakWhenDead(mine, lock);
    return false;
  }
}

function breakWhenDead(mine: string, lock: string): void {
  const holder = read(lock);
  if (holder === undefined || alive(holder)) return;
  const aside = `${mine}-broken`;
  try {
    renameSync(lock, aside);
    // Somebody else may have broken the dead lock and taken it since it was read: give theirs back.
    if (read(aside) !== holder) linkSync(aside, lock);
  } catch {
    // Another application was faster; the next round sees what it left.
  }
  rmSync(aside, { force: true });
}

function lives(file: string): boolean {
  const holder = read(file);
  if (holder !== undefined && alive(holder)) return true;
  rmSync(file, { force: true });
  return false;
}

function alive(holder: string): boolean {
  return identityOf(Number(holder.split(' ')[0])) === holder;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function me(): string {
  return identityOf(process.pid) ?? String(process.pid);
}
