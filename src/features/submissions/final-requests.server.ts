/** Asking for final versions, and no longer asking: rows that say who and when. Accepting does it (`works`). */
import { randomId } from '#app/platform/random.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import { submissionTables } from './tables.server.ts';
import type { Version } from './version.ts';
import { findVersions } from './version-queries.server.ts';

interface Act {
  at: Date;
  by: string | null;
}

/** Who is asked already stays asked as they were. */
export async function askForFinal(db: Db, submissionIds: string[], { at, by }: Act): Promise<void> {
  if (submissionIds.length === 0) return;
  await submissionTables(db)
    .insertInto('finalRequest')
    .values(
      submissionIds.map((submissionId) => ({
        id: randomId(),
        submissionId,
        askedAt: at,
        askedBy: by,
        endedAt: null,
        endedBy: null,
      })),
    )
    .onConflict((conflict) => conflict.column('submissionId').where('endedAt', 'is', null).doNothing())
    .execute();
}

export async function endFinalRequests(db: Db, submissionIds: string[], { at, by }: Act): Promise<void> {
  if (submissionIds.length === 0) return;
  await submissionTables(db)
    .updateTable('finalRequest')
    .set({ endedAt: at, endedBy: by })
    .where('submissionId', 'in', submissionIds)
    .where('endedAt', 'is', null)
    .execute();
}

/** By submission, the versions that answer the request in force, newest first. */
export async function listFinals(db: Db, submissionIds: string[]): Promise<Map<string, Version[]>> {
  if (submissionIds.length === 0) return new Map();
  const rows = await submissionTables(db)
    .selectFrom('submissionVersion')
    .innerJoin('finalRequest', 'finalRequest.id', 'submissionVersion.finalRequestId')
    .select(['submissionVersion.id', 'submissionVersion.submissionId'])
    .where('submissionVersion.submissionId', 'in', submissionIds)
    .where('endedAt', 'is', null)
    .orderBy('number', 'desc')
    .execute();
  const versions = await findVersions(
    db,
    rows.map(({ id }) => id),
  );
  const found = new Map<string, Version[]>();
  for (const { id, submissionId } of rows)
    found.set(submissionId, [...(found.get(submissionId) ?? []), versions.get(id)!]);
  return found;
}
