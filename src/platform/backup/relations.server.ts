/** Which tables there are, as the catalogue tells it: a new table is in the next backup without anybody's doing. */
import type { ClientBase } from 'pg';

export interface Relation {
  schema: string;
  name: string;
  columns: string[];
}

/** What is made by bringing the database up to date, and so is never copied. */
const made = ['public.migration', 'graphile_worker.migrations'];

/** Tables before those whose rows point at them, so that copying in this order breaks no reference. */
export async function readRelations(client: ClientBase): Promise<Relation[]> {
  const { rows } = await client.query<Relation & { id: number; leans: number[] }>(`
    select c.oid::int as id, n.nspname as schema, c.relname as name,
      (select array_agg(attname::text order by attnum) from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
      array(select confrelid::int from pg_constraint where conrelid = c.oid and contype = 'f' and confrelid <> c.oid) as leans
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker') order by n.nspname, c.relname`);
  const left = new Map(rows.map((row) => [row.id, row]));
  const sorted: Relation[] = [];
  while (left.size > 0) {
    const free = [...left.values()].filter(({ leans }) => !leans.some((id) => left.has(id)));
    if (free.length === 0) throw new Error('Tables point at each other in a ring; a backup needs an order.');
    for (const { id, schema, name, columns } of free) {
      left.delete(id);
      if (!made.includes(`${schema}.${name}`)) sorted.push({ schema, name, columns });
    }
  }
  return sorted;
}

/** A name of the catalogue as an SQL identifier, in any letters; not for values. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
/** Schema and table, quoted: fit to stand in a statement. */
export const nameOf = ({ schema, name }: Pick<Relation, 'schema' | 'name'>) =>
  `${quoted(schema)}.${quoted(name)}`;
/** The columns quoted, in the order of the table; generated ones are not among them. */
export const columnsOf = ({ columns }: Pick<Relation, 'columns'>) => columns.map(quoted).join(', ');
