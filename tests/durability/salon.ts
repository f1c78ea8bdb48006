/** Starts a Salon as processes of its own and kills the whole tree of them: server, database, checkers. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { flags, thrift } from '../../bin/flags.mjs';
import type { Seeded } from './edition.ts';

export interface Started extends Seeded {
  base: string;
  process: ChildProcess;
}

export async function startSalon(
  dataDir: string,
  {
    writers = 4,
    program = join(import.meta.dirname, 'server.ts'),
    through = [],
    env = {},
  }: { writers?: number; program?: string; through?: string[]; env?: Record<string, string> } = {},
): Promise<Started> {
  const [first, ...rest] = [...through, process.execPath, ...flags, program];
  const child = spawn(first!, rest, {
    env: { ...thrift(process.cwd()), SALON_DATA: dataDir, WRITERS: String(writers), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([
    new Promise<string>((heard) => lines.once('line', heard)),
    new Promise<never>((_, fail) =>
      child.once('exit', (code) => fail(new Error(`Salon did not start (${code}): ${said}`))),
    ),
  ]);
  const { port, ...seeded } = JSON.parse(line) as Seeded & { port: number };
  return { base: `http://127.0.0.1:${port}`, process: child, ...seeded };
}

/** Every process at once, as when the power of the machine's operating system is pulled; resolves when they are gone. */
export async function killAll(salon: Started, dataDir: string): Promise<void> {
  const gone = new Promise((exited) => salon.process.once('exit', exited));
  const roots = [salon.process.pid!, postmaster(dataDir)].filter((pid) => pid !== undefined);
  for (const pid of treeOf(roots)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== 'ESRCH') throw problem;
    }
  }
  await gone;
}

function postmaster(dataDir: string): number | undefined {
  try {
    return Number(readFileSync(join(dataDir, 'database/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}

function treeOf(roots: number[]): number[] {
  const pairs = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const found = new Set(roots);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const [pid, parent] of pairs) if (found.has(parent)) found.add(pid);
  }
  return [...found];
}
