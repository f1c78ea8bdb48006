/**
 * Two worlds that are the same but for one secret. The second is a copy of the first's database in which the
 * secret was changed by hand; everything else, ids included, is equal to the byte.
 */
import { sql } from 'kysely';
import { inject } from 'vitest';
import { openDatabase, type Database, type Db } from '#app/platform/database.server.ts';
import { copyDatabase, dropDatabase } from '#app/platform/postgres/databases.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { provideResources, resources, type Resources } from '#app/platform/resources.server.ts';

export interface TwoWorlds {
  /** Runs `ask` in the world as it is and in the other, and returns both answers. */
  both<R>(ask: () => Promise<R>): Promise<[R, R]>;
  close(): Promise<void>;
}

/** `reveal` makes the second world different. The first world must be the one whose resources are provided now. */
export async function splitWorld(database: Database, reveal: (db: Db) => Promise<void>): Promise<TwoWorlds> {
  const url = inject('databaseUrl');
  const first: Resources = resources();
  const name = `world_${randomId()}`;
  const from = await sql<{ name: string }>`select current_database() as name`.execute(database.db);
  const copied = await copyAlone(url, from.rows[0]!.name, name, database);
  const second = openDatabase({ connectionString: copied, max: 4 });
  await reveal(second.db);
  return {
    async both(ask) {
      const one = await ask();
      provideResources({ ...first, database: second });
      try {
        return [one, await ask()];
      } finally {
        provideResources(first);
      }
    },
    async close() {
      await second.close();
      await dropDatabase(url, name);
    },
  };
}

/** A database can be copied only while nobody is connected to it; the pool opens again by itself. */
async function copyAlone(
  url: string,
  from: string,
  to: string,
  { pool }: Database,
  left = 20,
): Promise<string> {
  const clients = await Promise.all(
    Array.from({ length: Math.max(pool.totalCount, 1) }, () => pool.connect()),
  );
  for (const client of clients) client.release(true);
  try {
    return await copyDatabase(url, from, to);
  } catch (problem) {
    if (left === 0 || (problem as { code?: string }).code !== '55006') throw problem;
    await new Promise((later) => setTimeout(later, 100));
    return copyAlone(url, from, to, { pool } as Database, left - 1);
  }
}
