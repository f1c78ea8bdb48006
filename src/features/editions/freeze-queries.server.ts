/** Since when an edition is archived: nothing of it is changed any more, but for what people are owed for ever. */
import type { Db } from '#app/platform/database.server.ts';
import { late } from '#app/platform/refusal.ts';
import { editionTables } from './tables.server.ts';

export async function isFrozen(db: Db, editionId: string): Promise<boolean> {
  const row = await editionTables(db)
    .selectFrom('editionFreeze')
    .select('at')
    .where('editionId', '=', editionId)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** For the one door (`refuseChange`): every change is asked here, so that no verb has to think of it. */
export async function refuseChange(db: Db, editionId: string): Promise<void> {
  if (await isFrozen(db, editionId))
    throw late('This edition is archived, so everything in it stays as it is.');
}

/** Newest first. */
export async function listFreezes(db: Db, editionId: string) {
  return editionTables(db)
    .selectFrom('editionFreeze')
    .select(['at', 'by', 'reason', 'endedAt', 'endedBy', 'endedReason'])
    .where('editionId', '=', editionId)
    .orderBy('at', 'desc')
    .execute();
}

export async function insertFreeze(
  db: Db,
  editionId: string,
  { at, by, reason }: { at: Date; by: string; reason: string },
): Promise<void> {
  await editionTables(db)
    .insertInto('editionFreeze')
    .values({ editionId, at, by, reason, endedAt: null, endedBy: null, endedReason: '' })
    .execute();
}

export async function endFreeze(
  db: Db,
  editionId: string,
  { at, by, reason }: { at: Date; by: string; reason: string },
): Promise<void> {
  await editionTables(db)
    .updateTable('editionFreeze')
    .set({ endedAt: at, endedBy: by, endedReason: reason })
    .where('editionId', '=', editionId)
    .where('endedAt', 'is', null)
    .execute();
}
