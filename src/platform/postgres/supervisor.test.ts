import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { withClient } from './databases.server.ts';
import {
  copyDatabase,
  createDatabase,
  type Database,
  dropDatabase,
  startDatabase,
  Trouble,
} from './supervisor.server.ts';

// Making a database costs a second; all tests but the first begin with a copy of this one.
const prepared = mkdtempSync(join(tmpdir(), 'salon-prepared-'));
beforeAll(async () => (await startDatabase({ dataDir: prepared })).stop());
afterAll(() => rmSync(prepared, { recursive: true }));

let folders: string[] = [];
let open: Database[] = [];
afterEach(async () => {
  for (const database of open) await database.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  [folders, open] = [[], []];
});

test('a new folder gets a durable database that folds the case of every script', async () => {
  const { url, adopted } = await start(emptyFolder());
  expect(adopted).toEqual(false);
  const facts = `select lower('ÄÖШΣ') as folded, current_setting('fsync') as fsync,
    current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commits`;
  expect(await ask(url, facts)).toEqual([{ folded: 'äöшσ', fsync: 'on', pages: 'on', commits: 'on' }]);
});

test('what was written is there after a stop and a start', async () => {
  const folder = newFolder();
  const first = await start(folder);
  await ask(first.url, `create table kept as select 'yes' as answer`);
  await first.stop();
  expect(existsSync(join(folder, 'database/cluster/postmaster.pid'))).toEqual(false);
  const second = await start(folder);
  expect(second.adopted).toEqual(false);
  expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 'yes' }]);
});

test('the second application adopts the server, and the first to leave does not take it away', async () => {
  const folder = newFolder();
  const [first, second] = await Promise.all([start(folder), start(folder)]);
  expect([first.adopted, second.adopted].toSorted()).toEqual([false, true]);
  await first.stop();
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await second.stop();
  await expect(ask(second.url, 'select 1 as one')).rejects.toThrow();
});

test('an application killed without a goodbye counts for nothing', async () => {
  const folder = newFolder();
  const supervisor = JSON.stringify(new URL('./supervisor.server.ts', import.meta.url).href);
  const program = `const { startDatabase } = await import(${supervisor});
    await startDatabase({ dataDir: ${JSON.stringify(folder)} }); console.log('up'); setInterval(() => {}, 1000);`;
  const killed = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(killed.stdout, 'data');
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  const next = await start(folder);
  expect(next.adopted).toEqual(true);
  await next.stop();
  expect(existsSync(join(folder, 'database/cluster/postmaster.pid'))).toEqual(false);
});

test('after kill -9 of the server the next start has every committed row', async () => {
  const folder = newFolder();
  const first = await start(folder);
  await ask(first.url, `create table kept as select 'yes' as answer`);
  process.kill(serverOf(folder), 'SIGKILL');
  const second = await start(folder);
  expect(second.adopted).toEqual(false);
  expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 'yes' }]);
});

test('a server killed under a running application comes back by itself', async () => {
  const folder = newFolder();
  const { url } = await start(folder);
  await ask(url, `create table kept as select 'yes' as answer`);
  const before = serverOf(folder);
  process.kill(before, 'SIGKILL');
  await expect
    .poll(async () => [await ask(url, 'select answer from kept'), serverOf(folder) === before])
    .toEqual([[{ answer: 'yes' }], false]);
});

test('a note of a server whose number now belongs to a stranger is no obstacle', async () => {
  const folder = newFolder();
  const first = await start(folder);
  await first.stop();
  const lines = [process.pid, join(folder, 'database/cluster'), 1, 5432, '/nowhere', '', '', 'ready'];
  writeFileSync(join(folder, 'database/cluster/postmaster.pid'), lines.join('\n'));
  writeFileSync(join(folder, 'database/lock'), '999999 1');
  expect(await ask((await start(folder)).url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a folder whose path is longer than a socket may be works all the same', async () => {
  const folder = join(emptyFolder(), 'wörkshop with a long name'.repeat(6));
  mkdirSync(folder);
  expect(await ask((await start(folder)).url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a place where no folder can be made is said in one sentence', async () => {
  const file = join(emptyFolder(), 'a-file');
  writeFileSync(file, '');
  await expect(startDatabase({ dataDir: file })).rejects.toEqual(
    new Trouble(
      `Salon cannot write in ${file} (ENOTDIR); give that folder to the user who runs Salon, or set SALON_DATA to another one.`,
    ),
  );
});

test('data of another version is refused in words and left as it is', async () => {
  const folder = newFolder();
  await (await start(folder)).stop();
  writeFileSync(join(folder, 'database/cluster/PG_VERSION'), '17\n');
  await expect(startDatabase({ dataDir: folder })).rejects.toThrow(
    'was written by PostgreSQL 17 and this Salon brings 18',
  );
});

test('a database that may forget what it acknowledged is refused', async () => {
  const { url } = await start(newFolder());
  await ask(url, `alter role salon set synchronous_commit = off`);
  const { assertDurable } = await import('./supervisor.server.ts');
  await expect(withClient(url, assertDurable)).rejects.toEqual(
    new Trouble(
      'The database may lose what it has acknowledged, because synchronous_commit is off; switch it on, then start Salon again.',
    ),
  );
});

test('a prepared database is copied with its rows and can be thrown away', async () => {
  const { url } = await start(newFolder());
  const template = await createDatabase(url, 'prepared');
  await ask(template, `create table cast_list as select 'a chair' as person`);
  const copy = await copyDatabase(url, 'prepared', 'copy');
  expect(await ask(copy, 'select person from cast_list')).toEqual([{ person: 'a chair' }]);
  await dropDatabase(url, 'copy');
  await expect(ask(copy, 'select 1')).rejects.toThrow('database "copy" does not exist');
});

function emptyFolder(): string {
  folders.push(mkdtempSync(join(tmpdir(), 'salon-supervisor-')));
  return folders.at(-1)!;
}

function newFolder(): string {
  const folder = emptyFolder();
  cpSync(join(prepared, 'database/cluster'), join(folder, 'database/cluster'), { recursive: true });
  return folder;
}

async function start(dataDir: string): Promise<Database> {
  open.push(await startDatabase({ dataDir }));
  return open.at(-1)!;
}

function ask(url: string, sql: string): Promise<unknown[]> {
  return withClient(url, async (client) => (await client.query(sql)).rows);
}

function serverOf(folder: string): number {
  return Number(readFileSync(join(folder, 'database/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
}
