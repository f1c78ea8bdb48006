import { sql } from 'kysely';
import type { Db } from '#app/platform/database.server.ts';
import type { Call, Extension } from './call.ts';
import type { Round } from './final.ts';
import type { CallSettings, Moment } from './settings.ts';
import { callTables } from './tables.server.ts';
import type { Waiver } from './waiver.ts';

/**
 * Calls with their settings in force, their extensions and waivers, in the organizers' order: one statement. One that was
 * removed is found by its id alone, and says so.
 */
export async function findCalls(
  db: Db,
  where: { editionId: string } | { id: string } | { editionId: string; key: string },
): Promise<Call[]> {
  const wanted =
    'id' in where
      ? sql`c.id = ${where.id}`
      : 'key' in where
        ? sql`c.edition_id = ${where.editionId} and c.key = ${where.key} and not ${removed}`
        : sql`c.edition_id = ${where.editionId} and not ${removed}`;
  const { rows } = await sql<CallRow>`
    select c.id, c.edition_id as "editionId", c.key, r.revision, r.body, ${removed} as removed,
      ${extensionsOf('submission')} as extensions, ${extensionsOf('final')} as "finalExtensions",
      coalesce((select json_agg(json_build_object('id', w.id, 'code', w.code, 'reason', w.reason, 'at', w.waived_at,
          'by', w.waived_by, 'ended', case when e.waiver_id is not null then
            json_build_object('at', e.ended_at, 'by', e.ended_by, 'reason', e.reason) end) order by w.waived_at, w.id)
        from call_waiver w left join call_waiver_end e on e.waiver_id = w.id where w.call_id = c.id), '[]'::json) as waivers
    from call c
    join lateral (select revision, body from call_revision where call_id = c.id order by revision desc limit 1) r on true
    where ${wanted} order by c.position, c.key`.execute(db);
  return rows.map(toCall);
}

const extensionsOf = (round: Round) => sql`
  coalesce((select json_agg(json_build_object('id', x.id, 'asSet', x.as_set, 'deadline', x.deadline,
    'reason', x.reason, 'extendedAt', x.extended_at) order by x.extended_at, x.id)
    from call_extension x where x.call_id = c.id and x.round = ${round}), '[]'::json)`;

const removed = sql`exists (select 1 from call_removal where call_id = c.id and revived_at is null)`;

export async function insertCall(
  db: Db,
  call: { id: string; editionId: string; key: string; position: number },
): Promise<void> {
  await callTables(db).insertInto('call').values(call).execute();
}

/** Writes the next revision of a call's settings and returns its number. */
export async function insertCallRevision(
  db: Db,
  {
    callId,
    body,
    at,
    by,
    reason,
  }: { callId: string; body: CallSettings; at: Date; by: string | null; reason: string },
): Promise<number> {
  const { rows } = await sql<{ revision: number }>`
    insert into call_revision (call_id, revision, body, changed_at, changed_by, reason)
    select ${callId}, coalesce(max(revision), 0) + 1, ${JSON.stringify(body)}::jsonb, ${at}, ${by}, ${reason}
    from call_revision where call_id = ${callId} returning revision`.execute(db);
  return rows[0]!.revision;
}

export async function insertExtension(
  db: Db,
  extension: {
    id: string;
    callId: string;
    deadline: Date;
    asSet: Moment;
    reason: string;
    at: Date;
    by: string | null;
    round?: Round;
  },
): Promise<void> {
  const { id, callId, deadline, asSet, reason, at, by, round = 'submission' } = extension;
  await callTables(db)
    .insertInto('callExtension')
    .values({
      id,
      callId,
      deadline,
      asSet: JSON.stringify(asSet),
      reason,
      extendedAt: at,
      extendedBy: by,
      round,
    })
    .execute();
}

/** Newest first, as with sections. */
export async function callHistory(db: Db, callId: string) {
  return callTables(db)
    .selectFrom('callRevision')
    .select(['revision', 'body', 'changedAt', 'changedBy', 'reason'])
    .where('callId', '=', callId)
    .orderBy('revision', 'desc')
    .limit(100)
    .execute();
}

interface CallRow {
  id: string;
  editionId: string;
  key: string;
  revision: number;
  body: CallSettings;
  extensions: StampedExtension[];
  finalExtensions: StampedExtension[];
  waivers: StampedWaiver[];
}

/** As JSON has it: moments are words. */
type StampedExtension = Omit<Extension, 'deadline' | 'extendedAt'> & { deadline: string; extendedAt: string };
type StampedWaiver = Omit<Waiver, 'at' | 'ended'> & {
  at: string;
  ended: (Omit<NonNullable<Waiver['ended']>, 'at'> & { at: string }) | null;
};

const toExtension = (extension: StampedExtension): Extension => ({
  ...extension,
  deadline: new Date(extension.deadline),
  extendedAt: new Date(extension.extendedAt),
});

function toCall({ body, extensions, finalExtensions, waivers, ...row }: CallRow): Call {
  return {
    ...row,
    settings: body,
    extensions: extensions.map(toExtension),
    finalExtensions: finalExtensions.map(toExtension),
    waivers: waivers.map((waiver) => ({
      ...waiver,
      at: new Date(waiver.at),
      ended: waiver.ended && { ...waiver.ended, at: new Date(waiver.ended.at) },
    })),
  };
}
