/** The order of calls, and those that were taken out. */
import { sql } from 'kysely';
import type { Db } from '#app/platform/database.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import type { Call } from './call.ts';
import { findCalls } from './queries.server.ts';
import { callTables } from './tables.server.ts';

interface Act {
  callId: string;
  at: Date;
  by: string | null;
}

/** A call as something is begun in it: it cannot be removed until that is written, and one that was is not found. */
export async function findToBegin(db: Db, where: Parameters<typeof findCalls>[1]): Promise<Call | undefined> {
  const [seen] = await findCalls(db, where);
  if (!seen) return undefined;
  await sql`select 1 from call where id = ${seen.id} for key share`.execute(db);
  return (await findCalls(db, { id: seen.id })).find(({ removed }) => !removed);
}

/** Nothing can be begun in it meanwhile: a first draft waits until this is decided. */
export async function lockCall(db: Db, callId: string): Promise<void> {
  await sql`select 1 from call where id = ${callId} for update`.execute(db);
}

export async function insertRemoval(db: Db, { callId, at, by, reason }: Act & { reason: string }) {
  await callTables(db)
    .insertInto('callRemoval')
    .values({
      id: randomId(),
      callId,
      removedAt: at,
      removedBy: by,
      reason,
      revivedAt: null,
      revivedBy: null,
    })
    .execute();
}

export async function endRemoval(db: Db, { callId, at, by }: Act): Promise<void> {
  await callTables(db)
    .updateTable('callRemoval')
    .set({ revivedAt: at, revivedBy: by })
    .where('callId', '=', callId)
    .where('revivedAt', 'is', null)
    .execute();
}

/** Those that are out now, the last one first. */
export async function listRemoved(db: Db, editionId: string) {
  return callTables(db)
    .selectFrom('callRemoval')
    .innerJoin('call', 'call.id', 'callRemoval.callId')
    .select(['call.id', 'call.key', 'removedAt', 'removedBy', 'reason'])
    .where('call.editionId', '=', editionId)
    .where('revivedAt', 'is', null)
    .orderBy('removedAt', 'desc')
    .orderBy('call.key')
    .execute();
}

/** Puts the calls in this order; those that are out keep their places behind. */
export async function writeOrder(db: Db, ids: string[]): Promise<void> {
  for (const [position, id] of ids.entries())
    await callTables(db).updateTable('call').set({ position }).where('id', '=', id).execute();
}
