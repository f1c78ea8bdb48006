/**
 * One PostgreSQL cluster on disk and the server over it. Promises that a cluster is either whole or absent, that a
 * server found alive is used, one that is stopping is waited for, and that what a crash left behind is no obstacle.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { answers } from './databases.server.ts';
import { giveTo, type Launcher } from './launcher.server.ts';
import { commandOf, identityOf } from './process.server.ts';
import { Trouble } from '../trouble.ts';

export const SUPERUSER = 'salon';

export type Settings = { socket: string; durable: boolean; connections: number };

/** Takes up a cluster that is there. Throws Trouble where another version wrote it, or the disk is full or not ours. */
export function createCluster(launcher: Launcher, cluster: string, durable: boolean): void {
  if (existsSync(cluster)) return takeUp(launcher, cluster);
  const home = dirname(cluster);
  for (const name of readdirSync(home))
    if (name.startsWith('cluster.new')) rmSync(join(home, name), { recursive: true, force: true });
  const half = join(home, 'cluster.new');
  mkdirSync(half, { mode: 0o700 });
  giveTo(launcher.owner, half);
  // The built-in provider compares by bytes and still folds case for every script, the same on every machine.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const args = ['-D', half, '-U', SUPERUSER, '--auth=trust', ...locale, ...(durable ? [] : ['--no-sync'])];
  const [program, rest] = launcher.command(launcher.binaries.initdb, args);
  const done = spawnSync(program, rest, { cwd: '/', encoding: 'utf8', env: environment() });
  if (done.status !== 0)
    throw explained(`${done.error?.message ?? ''}\n${done.stdout}\n${done.stderr}`, home);
  renameSync(half, cluster);
}

export type Server = { pid: number; socket: string };

/**
 * The live server of this cluster; waits for one that is starting or stopping, forgets one that is gone. Its note is not
 * enough: one that was just killed still stands among the processes for a while, and its socket still takes callers.
 */
export async function liveServer(cluster: string): Promise<Server | undefined> {
  for (let waited = 0; waited < 120_000; waited += 50) {
    const note = postmasterNote(cluster);
    if (!note) return undefined;
    if (!serves(note.pid, cluster)) {
      rmSync(join(cluster, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (note.status === 'ready' && (await answers(serverUrl(note, 'postgres')))) return note;
    await pause(50);
  }
  throw new Trouble(
    `The database in ${cluster} has been starting or stopping for two minutes; look at ${join(dirname(cluster), 'postgres.log')}.`,
  );
}

/** Over the socket only: the server listens on no port. No password; the socket is open to its owner alone. */
export function serverUrl({ socket }: Server, database: string): string {
  return `postgresql://${SUPERUSER}@localhost/${database}?host=${encodeURIComponent(socket)}`;
}

/**
 * Resolves when the server takes connections. Tries up to 60 times while a killed one lets go of its memory; throws
 * Trouble for what a person can mend.
 */
export async function launch(launcher: Launcher, cluster: string, settings: Settings): Promise<Server> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await launchOnce(launcher, cluster, settings);
    if (typeof outcome !== 'string') return outcome;
    // After kill -9 of the server its children need a moment to notice; until then they hold the shared memory.
    const held = /shared memory block|lock file .* already exists/.test(outcome);
    if (!held || attempt === 60) throw explained(outcome, cluster);
    await pause(250);
    const other = await liveServer(cluster);
    if (other) return other;
  }
}

/** SIGINT: sessions are ended, everything is written, no one is waited for. */
export async function shutDown(pid: number): Promise<void> {
  const identity = identityOf(pid);
  signal(pid, 'SIGINT');
  for (let waited = 0; identity && identityOf(pid) === identity; waited += 10) {
    if (waited === 60_000) signal(pid, 'SIGQUIT');
    await pause(10);
  }
}

function takeUp(launcher: Launcher, cluster: string): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  // A folder that was copied back by hand is often open to others, which PostgreSQL refuses.
  if (found === launcher.binaries.version) return chmodSync(cluster, 0o700);
  throw new Trouble(
    `The data in ${cluster} was written by PostgreSQL ${found} and this Salon brings ${launcher.binaries.version}; restore it from a backup (see docs/operate).`,
  );
}

async function launchOnce(launcher: Launcher, cluster: string, settings: Settings): Promise<Server | string> {
  const logFile = join(dirname(cluster), 'postgres.log');
  const before = existsSync(logFile) ? statSync(logFile).size : 0;
  const log = openSync(logFile, before > 5_000_000 ? 'w' : 'a', 0o600);
  const [program, args] = launcher.command(launcher.binaries.postgres, ['-D', cluster, ...flags(settings)]);
  // Its own process group: Ctrl-C in the terminal is for Salon, which then stops the database after its last commit.
  const child = spawn(program, args, {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: environment(),
  });
  closeSync(log);
  let ended = '';
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, how) => (ended = `exit ${code ?? how}`));
  child.unref();
  while (!ended) {
    const note = postmasterNote(cluster);
    if (note && note.pid === child.pid && note.status === 'ready') return note;
    await pause(10);
  }
  return `${ended}\n${readFileSync(logFile)
    .subarray(before > 5_000_000 ? 0 : before)
    .toString()}`;
}

function flags({ socket, durable, connections }: Settings): string[] {
  const kept = durable ? 'on' : 'off';
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socket,
    unix_socket_permissions: '0700',
    port: '5432',
    fsync: kept,
    full_page_writes: kept,
    synchronous_commit: kept,
    max_connections: String(connections),
    shared_buffers: '32MB',
    work_mem: '4MB',
    maintenance_work_mem: '32MB',
    max_wal_size: '256MB',
    wal_level: 'minimal',
    max_wal_senders: '0',
    // Worker processes for reads are what costs memory; the rows here are few.
    max_parallel_workers_per_gather: '0',
    io_method: 'sync',
    autovacuum_max_workers: '2',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    file_copy_method: 'copy',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Lines of postmaster.pid: process, folder, start, port, socket folder, address, shared memory, status. */
function postmasterNote(cluster: string): (Server & { status: string }) | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), socket: lines[4] ?? '', status: lines[7]?.trim() ?? '' };
  } catch {
    return undefined;
  }
}

/** Whether that process is a server of this cluster, not a stranger that got its number, nor the server of a folder this one was copied from. */
function serves(pid: number, cluster: string): boolean {
  const command = identityOf(pid) && commandOf(pid);
  if (!command || !command.includes('postgres')) return false;
  if (command.includes(` -D ${cluster} `)) return true;
  const elsewhere = / -D (.*?) -c /.exec(command)?.[1];
  return !(elsewhere && postmasterNote(elsewhere)?.pid === pid);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function explained(output: string, folder: string): Error {
  const told = output.trim().split('\n').slice(-8).join('\n');
  if (/No space left|ENOSPC|Disk quota/.test(output))
    return new Trouble(`The disk of ${folder} is full; make room (about 200 MB), then start again.`);
  if (/Permission denied|EACCES|Read-only file system/.test(output))
    return new Trouble(
      `The database may not write in ${folder}; give the folder to the user who runs Salon, or set SALON_DATA to another one.`,
    );
  if (/ENOENT/.test(output))
    return new Trouble(
      'The database that npm brought cannot run on this system (it needs glibc); run a PostgreSQL yourself and name it in DATABASE_URL.',
    );
  return new Error(`The database did not start: ${told}`);
}

/** Nothing of the caller's PG* variables may reach the server. */
function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, LC_ALL: 'C', TZ: 'UTC' };
}
