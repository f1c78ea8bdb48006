/**
 * Owns what a child process may use: 512 MiB, 20 s of CPU for a hand-in, no network, no writing. Source:
 * preflight.md, "Cost". Where the system cannot fence it, the clock and the child's own fence remain.
 */
import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import { access, constants, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

export type CappedChild = ChildProcessByStdio<Writable, Readable, null>;
export type ForeignChild = ChildProcessByStdio<null, Readable, Readable>;
export type Use = { rssBytes: number; cpuSeconds: number };

const checker = '#app/preflight/child.server.ts';

export const caps = { rssBytes: 512 * 1024 * 1024, cpuSeconds: 20, wallSeconds: 60 };

/** The child that checks files, or another program of ours by its `#app/` name; only one that needs native code may load it. */
export function startChild(program = checker, native = false): CappedChild {
  const node = [
    '--max-old-space-size=320',
    '--max-semi-space-size=16',
    '--permission',
    '--allow-fs-read=*',
    ...(native ? ['--allow-addons'] : []),
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=SecurityWarning',
    fileOf(program),
  ];
  const [command, ...args] = withoutNetwork([process.execPath, ...node]);
  // Nothing of ours travels along: no secrets in the environment of a process that reads strangers' files.
  return spawn(command!, args, { stdio: ['pipe', 'pipe', 'ignore'], env: bare() });
}

/** A program that is not ours, for what needs a decoder; null where it is not on this machine. */
export async function startForeign(program: string, args: string[]): Promise<ForeignChild | null> {
  const [command, ...rest] = withoutNetwork(['nice', program, ...args]);
  if (!(await onPath(program))) return null;
  return spawn(command!, rest, { stdio: ['ignore', 'pipe', 'pipe'], env: bare() });
}

const bare = () => ({ PATH: process.env.PATH ?? '' });

const withoutNetwork = (command: string[]) => (ownNetwork() ? ['unshare', '-rn', ...command] : command);

async function onPath(program: string): Promise<boolean> {
  const places = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const tries = places.map((folder) => access(join(folder, program), constants.X_OK));
  return (await Promise.allSettled(tries)).some(({ status }) => status === 'fulfilled');
}

/** What the process has used so far; null where the system does not tell. */
export async function useOf(pid: number): Promise<Use | null> {
  try {
    const [stat, statm] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'latin1'),
      readFile(`/proc/${pid}/statm`, 'latin1'),
    ]);
    // The second field may hold spaces and brackets, so fields are counted from its end.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    return { rssBytes: Number(statm.split(' ')[1]) * 4096, cpuSeconds: ticks / 100 };
  } catch {
    return null;
  }
}

let fenced: boolean | null = null;

/** Whether this machine lets us give a process an empty network; asked once. */
function ownNetwork(): boolean {
  fenced ??=
    process.platform === 'linux' &&
    spawnSync('unshare', ['-rn', 'true'], { stdio: 'ignore', timeout: 5_000 }).status === 0;
  return fenced;
}

/** In the built application this module lies elsewhere, so the package's own map is asked. */
function fileOf(program: string): string {
  try {
    return createRequire(import.meta.url).resolve(program);
  } catch {
    return join(process.cwd(), program.replace('#app/', 'src/'));
  }
}
