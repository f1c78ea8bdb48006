import type { Db } from '#app/platform/database.server.ts';
import type { FormValue } from './form.ts';
import { editionTables } from './tables.server.ts';

/** What this person has said in the guided set-up, step by step; nothing yet is an empty draft. */
export async function findDraft(db: Db, personId: string): Promise<Record<string, FormValue>> {
  const row = await editionTables(db)
    .selectFrom('editionDraft')
    .select('body')
    .where('personId', '=', personId)
    .executeTakeFirst();
  return (row?.body ?? {}) as Record<string, FormValue>;
}

export async function saveDraft(
  db: Db,
  { personId, body, now }: { personId: string; body: Record<string, FormValue>; now: Date },
): Promise<void> {
  const written = { body: JSON.stringify(body), savedAt: now };
  await editionTables(db)
    .insertInto('editionDraft')
    .values({ personId, ...written })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet(written))
    .execute();
}

export async function deleteDraft(db: Db, personId: string): Promise<void> {
  await editionTables(db).deleteFrom('editionDraft').where('personId', '=', personId).execute();
}
