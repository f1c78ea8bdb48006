/** Waivers of calls as rows. They are read with their call (`findCalls`). */
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#app/platform/database.server.ts';
import { callTables } from './tables.server.ts';

interface Act {
  at: Date;
  by: string | null;
  reason: string;
}

export async function insertWaiver(
  db: Db,
  { id, callId, code, reason, at, by }: Act & { id: string; callId: string; code: string },
): Promise<void> {
  await callTables(db)
    .insertInto('callWaiver')
    .values({ id, callId, code, reason, waivedAt: at, waivedBy: by })
    .execute();
}

export async function insertWaiverEnd(
  db: Db,
  { waiverId, reason, at, by }: Act & { waiverId: string },
): Promise<void> {
  await callTables(db)
    .insertInto('callWaiverEnd')
    .values({ waiverId, reason, endedAt: at, endedBy: by })
    .execute();
}

/** The codes that are waived now, inside another statement. */
export const waivedIn = (callId: RawBuilder<unknown>) =>
  sql`select code from call_waiver where call_id = ${callId}
    and not exists (select 1 from call_waiver_end where waiver_id = call_waiver.id)`;
