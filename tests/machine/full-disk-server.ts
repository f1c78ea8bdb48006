/** The Salon of `tests/durability/server.ts`, whose database says what a full disk makes it say where that is pretended. */
import { sql } from 'kysely';
import { openSalon } from '#app/cli/open.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { readSettings } from '#app/platform/settings.server.ts';

const pretended = process.env.SALON_PRETENDED_DISK;
if (pretended) {
  const salon = await openSalon(readSettings({ ...process.env, PORT: '0' }, { demo: true }));
  const { db } = resources().database;
  await sql`create or replace function no_room() returns trigger language plpgsql as $$ begin
    if (pg_stat_file(${sql.lit(`${pretended}/filling`)}, true)).size is not null then
      raise 'could not extend file: No space left on device' using errcode = 'disk_full';
    end if;
    return new;
  end $$`.execute(db);
  for (const table of ['submission_version', 'submission_file'])
    await sql`create or replace trigger no_room before insert on ${sql.table(table)}
      for each row execute function no_room()`.execute(db);
  await salon.close();
}
await import('../durability/server.ts');
