import { sql } from 'kysely';
import type { Db } from './database.server.ts';
import { denied } from './refusal.ts';

/**
 * Counts one more `name` in the current window and refuses above `most`. Call it before the costly act;
 * the count is part of the same transaction only if that transaction commits, so use it in its own operation
 * or accept that refused attempts do not count.
 */
export async function countRate(
  db: Db,
  { name, most, minutes, now }: { name: string; most: number; minutes: number; now: Date },
): Promise<void> {
  const window = minutes * 60_000;
  const startsAt = new Date(Math.floor(now.getTime() / window) * window);
  const { rows } = await sql<{ count: number }>`
    insert into rate_count (name, starts_at, count) values (${name}, ${startsAt}, 1)
    on conflict (name, starts_at) do update set count = rate_count.count + 1
    returning count`.execute(db);
  if ((rows[0]?.count ?? 0) > most) {
    throw denied(`That was asked for too often. Please wait ${minutes} minutes and try again.`);
  }
}

/** Counts begun before that moment go: their names may hold network addresses. */
export async function forgetRates(db: Db, before: Date): Promise<void> {
  await sql`delete from rate_count where starts_at < ${before}`.execute(db);
}
