/**
 * Brings a database to the shape this code knows: numbered files, forward only, each once, in one
 * transaction under a lock. A file that changed after it ran is refused: that database is not ours to guess.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { invalid } from './refusal.ts';

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** In the order they run, by number; files of other names are passed over. `checksum` is SHA-256 in hex. */
export function readMigrations(folder = 'migrations'): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** Names one set of migrations; two databases with the same fingerprint have the same shape. */
export function fingerprint(migrations: Migration[]): string {
  return createHash('sha256')
    .update(migrations.map(({ name, checksum }) => `${name} ${checksum}`).join('\n'))
    .digest('hex')
    .slice(0, 16);
}

/** Runs what has not run yet and returns its names. */
export async function migrate(pool: pg.Pool, migrations = readMigrations()): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query("select pg_advisory_xact_lock(hashtextextended('salon.migrate', 0))");
    await client.query(
      'create table if not exists migration (name text primary key, checksum text not null, ran_at timestamptz not null default now())',
    );
    const done = new Map<string, string>(
      (await client.query('select name, checksum from migration')).rows.map((row) => [
        row.name,
        row.checksum,
      ]),
    );
    const ran: string[] = [];
    for (const { name, sql, checksum } of migrations) {
      const before = done.get(name);
      if (before === checksum) continue;
      if (before) {
        throw invalid(
          `The migration ${name} has changed since this database ran it. Restore the file, or start from a backup.`,
        );
      }
      await client.query(sql);
      await client.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum]);
      ran.push(name);
    }
    await client.query('commit');
    return ran;
  } catch (problem) {
    await client.query('rollback');
    throw problem;
  } finally {
    client.release();
  }
}
