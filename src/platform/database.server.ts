/**
 * The connection to PostgreSQL and the unit of work. Owns pools, transactions and retries;
 * every table belongs to the folder that names it (`tables.server.ts`), so here the schema is empty.
 */
import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';

/** A connection or a transaction; features widen it with their own tables: `tables(db)`. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export type Db = Kysely<{}>;

export interface Database {
  db: Db;
  pool: pg.Pool;
  /** Runs `work` in one transaction; runs it again when the database asks for that (40001, 40P01). */
  transaction<R>(work: (db: Db) => Promise<R>): Promise<R>;
  close(): Promise<void>;
}

pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/**
 * Opens a pool. `onStatement` is called once per statement with its text: the bench counts with it.
 */
export function openDatabase(
  config: pg.PoolConfig,
  { onStatement }: { onStatement?: (text: string) => void } = {},
): Database {
  const pool = new pg.Pool({ max: 10, ...config });
  // An idle connection that breaks must not take the process down; the next query gets a fresh one.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<object>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    ...(onStatement && { log: (event) => onStatement(event.query.sql) }),
  }) as Db;
  return {
    db,
    pool,
    transaction: (work) =>
      retried(() => db.transaction().execute((transaction) => work(transaction as unknown as Db))),
    close: () => db.destroy(),
  };
}

/** Serialises everything that names the same thing until the transaction ends. */
export async function lockName(db: Db, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db);
}

async function retried<R>(attempt: () => Promise<R>, left = 5): Promise<R> {
  try {
    return await attempt();
  } catch (problem) {
    const code = (problem as { code?: string }).code;
    if (left > 0 && (code === '40001' || code === '40P01')) return retried(attempt, left - 1);
    throw problem;
  }
}
