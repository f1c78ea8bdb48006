import { mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allAgreed, completePaper } from '../../../tests/submissions.ts';
import { openWorld, whileOpen, type World } from '../../../tests/world.ts';
import { submit } from '#app/features/submissions/operations.server.ts';
import { openDatabase } from '../database.server.ts';
import { diskStore } from '../files.server.ts';
import { startDatabase } from '../postgres/supervisor.server.ts';
import { resources } from '../resources.server.ts';
import { restoreBackup } from './restore.server.ts';
import { verifyBackup } from './verify.server.ts';
import { writeBackup } from './write.server.ts';

let world: World;
let path: string;
const silent = () => undefined;
const place = (name: string) => ({ dataDir: join(world.folder, name), databaseUrl: null });
const taken = (name: string) => ({
  pool: world.database.pool,
  files: resources().files,
  now: whileOpen,
  path: join(world.folder, name),
});

beforeAll(async () => {
  world = await openWorld();
  const id = await completePaper(world);
  await submit(world.as('ada'), { id, agreed: await allAgreed(world, 'ada', id) });
  await writeBackup(taken('whole.zip'));
  path = join(world.folder, 'whole.zip');
});
afterAll(() => world.close());

describe('a backup', () => {
  it('comes back row for row and file for file in an empty folder', async () => {
    await restoreBackup(path, place('back'), silent);
    const restored = await startDatabase({ dataDir: place('back').dataDir });
    const database = openDatabase({ connectionString: restored.url });
    const files = await diskStore(join(place('back').dataDir, 'files'));
    expect({ rows: await everyRow(database.db), files: await Array.fromAsync(files.list()) }).toEqual({
      rows: await everyRow(world.db),
      files: await Array.fromAsync(resources().files.list()),
    });
    await database.close();
    await restored.stop();
  });

  it('is of one instant, whatever is written meanwhile', async () => {
    const writing = writeBackup(taken('busy.zip'));
    for (let n = 0; n < 30; n++)
      await sql`with made as (insert into person (id, name, created_at) values (${`p${n}`}, 'x', now()) returning id)
        insert into operator_grant (person_id, granted_at) select id, now() from made`.execute(world.db);
    const { tables } = await writing;
    const rows = (name: string) => tables.find((table) => table.name === name)!.rows;
    expect(rows('person') - Object.keys(world.people).length).toEqual(rows('operator_grant'));
    await sql`delete from operator_grant`.execute(world.db);
    await sql`delete from person where name = 'x'`.execute(world.db);
  });

  it('is refused with one wrong bit, and leaves nothing behind', async () => {
    const broken = join(world.folder, 'broken.zip');
    await writeBackup(taken('broken.zip'));
    const bytes = await readFile(broken);
    bytes[bytes.indexOf('looking.pdf (invented)')]! ^= 1;
    await writeFile(broken, bytes);
    const before = await readdir(world.folder);
    await expect(verifyBackup(broken)).rejects.toThrow(/is damaged/);
    await expect(restoreBackup(broken, place('never'), silent)).rejects.toThrow(/is damaged/);
    expect(await readdir(world.folder)).toEqual(before);
  });

  it('never overwrites a data folder', async () => {
    const there = place('there');
    await mkdir(there.dataDir);
    await writeFile(join(there.dataDir, 'notes'), 'mine');
    await expect(restoreBackup(path, there, silent)).rejects.toThrow(/is not empty/);
    expect(await readdir(there.dataDir)).toEqual(['notes']);
  });

  it('names a kept file that is damaged, and holds all the others', async () => {
    const files = resources().files;
    const { sha256 } = await files.keep([Buffer.from('once whole (invented)')] as never);
    const handle = await open(files.localPath(sha256), 'r+');
    await handle.write('O', 0);
    await handle.close();
    const { damaged, blobs } = await writeBackup(taken('damaged.zip'));
    expect({ damaged, held: blobs.length }).toEqual({ damaged: [sha256], held: 1 });
    await rm(files.localPath(sha256));
  });

  it('is told from any other file', async () => {
    const other = join(world.folder, 'other.zip');
    await writeFile(other, 'not a zip at all');
    await expect(verifyBackup(other)).rejects.toThrow(/is no whole backup/);
    await expect(verifyBackup(join(world.folder, 'nowhere.zip'))).rejects.toThrow(/There is no file/);
  });
});

/** Every table with its rows as text, in an order of their own. */
async function everyRow(db: World['db']) {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'migration'
    order by 1`.execute(db);
  const all: Record<string, string[]> = {};
  for (const { name } of rows) {
    const found = await sql<{
      row: string;
    }>`select t::text as row from ${sql.table(name)} t order by 1`.execute(db);
    all[name] = found.rows.map(({ row }) => row);
  }
  return all;
}
