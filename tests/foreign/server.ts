/** A PostgreSQL that is not ours: Debian's own where it is installed, with a password and an owner who is nobody special. */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { findBinaries } from '#app/platform/postgres/binaries.server.ts';

export interface Foreign {
  /** As its superuser. */
  ask(statement: string): Promise<unknown>;
  /** The address of a new, empty database owned by an ordinary user. */
  newDatabase(name: string, how?: string): Promise<string>;
  stop(): Promise<void>;
}

const nobody = 65534;
const root = process.getuid?.() === 0;

export async function startForeign(): Promise<Foreign> {
  const folder = mkdtempSync(join(tmpdir(), 'salon-foreign-'));
  const words = join(folder, 'password');
  writeFileSync(words, 'of root\n');
  if (root) for (const path of [folder, words]) chownSync(path, nobody, nobody);
  const bin = binaries();
  const data = join(folder, 'data');
  execFileSync(
    ...asNobody(join(bin, 'initdb'), [
      '-D',
      data,
      '-U',
      'root',
      '--auth=scram-sha-256',
      `--pwfile=${words}`,
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ]),
    { cwd: '/', stdio: 'pipe' },
  );
  const port = await freePort();
  const server = spawn(
    ...asNobody(join(bin, 'postgres'), ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1']),
    { cwd: '/', stdio: 'ignore' },
  );
  const gone = new Promise((exited) => server.once('exit', exited));
  const admin = `postgresql://root:of%20root@127.0.0.1:${port}/postgres`;
  await answering(admin);
  await only(admin, `create role workshop login password 'p@ss/word'`);
  return {
    ask: (statement) => only(admin, statement),
    async newDatabase(name, how = '') {
      await only(admin, `create database ${name} owner workshop template template0 ${how}`);
      return `postgresql://workshop:p%40ss%2Fword@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      server.kill('SIGINT');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The oldest that Debian brought, since that is the one that may lack something; else our own, run as a stranger. */
function binaries(): string {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map(Number).filter(Boolean) : [];
  const found = versions
    .sort((a, b) => a - b)
    .map((version) => join(debian, String(version), 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
  return found ?? join(findBinaries().postgres, '..');
}

function asNobody(program: string, args: string[]): [string, string[]] {
  if (!root) return [program, args];
  return ['setpriv', [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', program, ...args]];
}

async function answering(url: string): Promise<void> {
  for (let left = 600; ; left--) {
    const answered = await only(url, 'select 1').then(
      () => true,
      (problem: Error) => {
        if (left === 0) throw problem;
        return false;
      },
    );
    if (answered) return;
    await new Promise((later) => setTimeout(later, 100));
  }
}

async function only(url: string, statement: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query(statement);
    return rows[0] && Object.values(rows[0])[0];
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const taken = createServer();
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', () => listening()));
  const { port } = taken.address() as AddressInfo;
  await new Promise((closed) => taken.close(closed));
  return port;
}
