/**
 * Owns what a child process may use: 512 MiB, 20 s of CPU for a hand-in, no network, no writing. Source:
 * preflight.md, "Cost". Where the system cannot fence it, the clock and the child's own fence remain.
 */
import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { access, constants, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

export type CappedChild = ChildProcessByStdio<Writable, Readable, null>;
export type ForeignChild = ChildProcessByStdio<null, Readable, Readable>;
export type Use = { rssBytes: number; cpuSeconds: number };

const checker = '#app/preflight/child.server.ts';

export type Caps = {
  rssBytes: number;
  /** Of one hand-in, and of one file in it; processor time, so that a busy machine refuses nobody. */
  cpuSeconds: number;
  fileCpuSeconds: number;
  /** Of a child that serves many hand-ins, should nobody be left to end it. */
  lifeCpuSeconds: number;
  wallSeconds: number;
};

const mebibyte = 1024 * 1024;

export const caps: Caps = {
  rssBytes: 512 * mebibyte,
  cpuSeconds: 20,
  fileCpuSeconds: 6,
  lifeCpuSeconds: 120,
  wallSeconds: 60,
};

/** Kept free below the cap for what is not counted as a process' own data: programs and shared memory. */
const unfencedBytes = 24 * mebibyte;

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

/**
 * Bounds what a started child may ever take, by the system itself: memory as it rises between two looks, and its
 * processor time. Only once it runs, since its engine reserves far more than it uses, and that counts as well.
 */
export async function fence(
  { pid = 0 }: { pid?: number },
  { rssBytes, lifeCpuSeconds } = caps,
): Promise<void> {
  const status = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => '');
  const bytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024;
  const data = bytes('VmData') + rssBytes - bytes('VmRSS') - unfencedBytes;
  if (!Number.isFinite(data)) return;
  const limits = [`--data=${data}`, `--cpu=${lifeCpuSeconds}`];
  const fencing = spawn('prlimit', ['--pid', String(pid), ...limits], { stdio: 'ignore', env: bare() });
  // Where there is no such program, looking now and then has to do.
  await once(fencing, 'close').catch(() => {});
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
