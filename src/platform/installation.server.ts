import type { Db } from './database.server.ts';

type InstallationTables = { installation: { name: string; value: unknown; setAt: Date } };

/** A fact about this installation, kept under its name; undefined when it was never set. */
export async function readInstallation<V>(db: Db, name: string): Promise<V | undefined> {
  const row = await db
    .withTables<InstallationTables>()
    .selectFrom('installation')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.value as V | undefined;
}

/** Replaces what was set before; `value` is kept as JSON. */
export async function writeInstallation(db: Db, name: string, value: unknown, now: Date): Promise<void> {
  await db
    .withTables<InstallationTables>()
    .insertInto('installation')
    .values({ name, value: JSON.stringify(value), setAt: now })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({ value: JSON.stringify(value), setAt: now }),
    )
    .execute();
}
