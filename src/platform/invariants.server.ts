import { sql } from 'kysely';
import { noRow, type Invariant } from './invariant.server.ts';
import { readMigrations } from './migrate.server.ts';

/** Of the database, the outbox and the queue. */
export const invariants: Invariant[] = [
  noRow(
    'The database keeps what it has acknowledged',
    sql`select name || ' is off' as what from pg_settings
      where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'`,
  ),
  {
    says: 'The database has the shape that this Salon knows',
    async broken({ db }) {
      const { rows } = await sql<{ name: string }>`select name from migration`.execute(db);
      const known = readMigrations().map(({ name }) => name);
      return rows
        .filter(({ name }) => !known.includes(name))
        .map(({ name }) => `${name} is from a newer Salon`);
    },
  },
  noRow(
    'Every index can be used',
    sql`
    select indexrelid::regclass::text as what from pg_index where not indisvalid or not indisready`,
  ),
  noRow('No letter waits longer than an hour', ({ now, settings }) =>
    // Without a mail server all of them wait, by the choice of whoever left it out.
    settings.smtpUrl
      ? sql`select 'letter ' || id || ' (' || kind || '), since ' || to_char(queued_at, 'YYYY-MM-DD HH24:MI') as what from letter
          where sent_at is null and held_at is null and delivery = 'now'
            and queued_at < ${now}::timestamptz - interval '1 hour' order by queued_at`
      : sql`select ''::text as what where false`,
  ),
  noRow(
    'What a letter says of its sending agrees with its attempts',
    sql`
    select 'letter ' || l.id as what from letter l
    where exists (select 1 from letter_attempt a where a.letter_id = l.id and a.outcome = 'sent') and l.sent_at is null`,
  ),
  noRow(
    'No job has given up',
    sql`
    select task_identifier || ' ' || id || coalesce(': ' || left(last_error, 200), '') as what
    from graphile_worker.jobs where attempts >= max_attempts`,
  ),
];
