/**
 * Brings a backup back, into an empty place only, so that nothing can be overwritten. Everything is built beside the
 * data folder and put in its place by one rename at the end: a restore that was cut short leaves nothing behind that
 * a start would take for a workshop.
 */
import { existsSync, readdirSync, rmdirSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ClientBase, Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { openDatabase } from '../database.server.ts';
import { diskStore } from '../files.server.ts';
import { migrateJobs } from '../jobs.server.ts';
import { migrate, readMigrations, type Migration } from '../migrate.server.ts';
import { assertUsable, startDatabase } from '../postgres/supervisor.server.ts';
import { randomId } from '../random.server.ts';
import { invalid } from '../refusal.ts';
import type { Settings } from '../settings.server.ts';
import { openArchive, type Archive } from './archive.server.ts';
import { blobEntry, tableEntry, type Manifest } from './manifest.ts';
import { columnsOf, nameOf, quoted, readRelations } from './relations.server.ts';
import { verifyBackup } from './verify.server.ts';

type Place = Pick<Settings, 'dataDir' | 'databaseUrl'>;

/**
 * `dataDir` must be absent or empty, and so must the database named by `databaseUrl`. Refuses (invalid) what is
 * not, damage, and a backup of another shape; then nothing is left behind on the disk.
 */
export async function restoreBackup(
  path: string,
  { dataDir, databaseUrl }: Place,
  say: (line: string) => void,
): Promise<Manifest> {
  assertEmpty(dataDir);
  say('Reading the backup and checking every hash');
  const manifest = await verifyBackup(path);
  const migrations = migrationsOf(manifest);
  const building = `${dataDir}.restoring-${randomId().slice(0, 8)}`;
  const archive = await openArchive(path);
  try {
    const embedded = databaseUrl ? null : await startDatabase({ dataDir: building, log: say });
    try {
      say(`Bringing back ${manifest.blobs.length} files`);
      await restoreBlobs(archive, manifest, join(building, 'files'));
      say(`Bringing back ${manifest.tables.length} tables`);
      const { pool, close } = openDatabase({ connectionString: databaseUrl ?? embedded!.url });
      await restoreTables(pool, archive, manifest, migrations).finally(close);
    } finally {
      await embedded?.stop();
    }
    assertEmpty(dataDir);
    if (existsSync(dataDir)) rmdirSync(dataDir);
    await rename(building, dataDir);
    const parent = await open(dirname(dataDir), 'r');
    await parent.sync().finally(() => parent.close());
    return manifest;
  } catch (problem) {
    await rm(building, { recursive: true, force: true });
    throw problem;
  } finally {
    archive.close();
  }
}

function assertEmpty(dataDir: string): void {
  if (!existsSync(dataDir) || readdirSync(dataDir).length === 0) return;
  throw invalid(
    `${dataDir} is not empty, and a restore overwrites nothing. Move that folder away, or name a new one: SALON_DATA=/path salon restore FILE.`,
  );
}

/** The shape the tables had; what this Salon added since runs at its next start. */
function migrationsOf(manifest: Manifest): Migration[] {
  const ours = new Map(readMigrations().map((migration) => [migration.name, migration]));
  return manifest.migrations.map(({ name, checksum }) => {
    const known = ours.get(name);
    if (known?.checksum === checksum) return known;
    throw invalid(
      `This backup was made by another version of Salon (its ${name} is ${known ? 'not ours' : 'unknown here'}). Restore it with that version, then upgrade.`,
    );
  });
}

async function restoreBlobs(archive: Archive, { blobs }: Manifest, folder: string): Promise<void> {
  const store = await diskStore(folder);
  for (const { sha256 } of blobs) {
    const kept = await store.keep(await archive.read(blobEntry(sha256)));
    if (kept.sha256 !== sha256) throw invalid(`The file ${sha256} changed while it was read. Try again.`);
  }
}

async function restoreTables(
  pool: Pool,
  archive: Archive,
  manifest: Manifest,
  migrations: Migration[],
): Promise<void> {
  const client = await pool.connect();
  try {
    await assertUsable(client);
    const { rows } = await client.query(
      "select 1 from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
    );
    if (rows.length > 0)
      throw invalid(
        'The database in DATABASE_URL is not empty, and a restore overwrites nothing. Name a new one.',
      );
    await migrate(pool, migrations);
    await migrateJobs(pool);
    await client.query('begin');
    await copyIn(client, archive, manifest);
    // What was running when the backup was taken runs again.
    await client.query('update graphile_worker._private_jobs set locked_at = null, locked_by = null');
    await client.query('update graphile_worker._private_job_queues set locked_at = null, locked_by = null');
    await client.query('commit');
  } finally {
    client.release(true);
  }
}

async function copyIn(client: ClientBase, archive: Archive, { tables }: Manifest): Promise<void> {
  const order = (await readRelations(client)).map(nameOf);
  const strange = tables.find((table) => !order.includes(nameOf(table)));
  if (strange)
    throw invalid(`This Salon has no table ${strange.name}; restore with the version that made the backup.`);
  await client.query(`truncate ${tables.map(nameOf).join(', ')}`);
  const inOrder = [...tables].sort((a, b) => order.indexOf(nameOf(a)) - order.indexOf(nameOf(b)));
  for (const table of inOrder) {
    const copy = client.query(copyFrom(`copy ${nameOf(table)} (${columnsOf(table)}) from stdin`));
    await pipeline(await archive.read(tableEntry(table)), copy);
    const { rows } = await client.query<{ rows: number }>(
      `select count(*)::int as rows from ${nameOf(table)}`,
    );
    if (rows[0]!.rows !== table.rows)
      throw invalid(
        `${table.name} has ${rows[0]!.rows} rows and the backup promised ${table.rows}. Nothing was restored.`,
      );
    await advanceSequences(client, table);
  }
}

/** Numbers given by the database go on where they stood. */
async function advanceSequences(client: ClientBase, table: Manifest['tables'][number]): Promise<void> {
  const { rows } = await client.query<{ column: string; sequence: string }>(
    `select "column", sequence from unnest($2::text[]) "column", pg_get_serial_sequence($1, "column") sequence
     where sequence is not null`,
    [nameOf(table), table.columns],
  );
  for (const { column, sequence } of rows)
    await client.query(
      `select setval($1, greatest((select max(${quoted(column)}) from ${nameOf(table)}), 1))`,
      [sequence],
    );
}
