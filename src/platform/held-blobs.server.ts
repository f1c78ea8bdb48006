/**
 * Which blobs some row still names. By custom of the house a blob is named in a text column called `sha256`, or
 * ending in `_sha256`, whichever feature owns the table: so nothing is swept away that a new feature keeps.
 */
import { sql } from 'kysely';
import type { Db } from './database.server.ts';

/** Of these blobs, those that a row of any table names, leaving out the tables in `apart`. */
export async function heldBlobs(
  db: Db,
  blobs: readonly string[],
  apart: readonly string[] = [],
): Promise<Set<string>> {
  if (blobs.length === 0) return new Set();
  const { rows: places } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and data_type = 'text' and (column_name = 'sha256' or column_name like '%\\_sha256')`.execute(
    db,
  );
  const named = places
    .filter(({ table }) => !apart.includes(table))
    .map(
      ({ table, column }) =>
        sql`exists (select 1 from ${sql.table(table)} t where t.${sql.ref(column)} = b.sha256)`,
    );
  if (named.length === 0) return new Set();
  const { rows } = await sql<{ sha256: string }>`
    select b.sha256 from unnest(${[...blobs]}::text[]) b (sha256) where ${sql.join(named, sql` or `)}`.execute(
    db,
  );
  return new Set(rows.map(({ sha256 }) => sha256));
}
