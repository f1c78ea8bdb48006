import { sql } from 'kysely';
import { findCalls } from '#app/features/calls/queries.server.ts';
import type { Call } from '#app/features/calls/call.ts';
import { callFor } from '../rounds.ts';
import type { Db } from '#app/platform/database.server.ts';
import type { Report } from '#app/preflight/report.ts';
import type { SubmissionFile } from './file.ts';
import type { Reach } from './policy.ts';
import { fileTables, type FileTables } from './tables.server.ts';

/** A submission as its files see it: whose it is, what its call asks, what lies there. */
export interface HandIn extends Reach {
  id: string;
  callId: string;
  title: string;
  withdrawn: boolean;
  /** The latest personal deadline, if organizers gave one. */
  extension: Date | null;
  call: Call;
}

/** By the submission's id, a file's, or an upload's. */
export async function findHandIn(
  db: Db,
  where: { id: string } | { fileId: string } | { uploadId: string },
): Promise<HandIn | undefined> {
  const wanted =
    'id' in where
      ? sql`s.id = ${where.id}`
      : 'fileId' in where
        ? sql`s.id = (select submission_id from submission_file where id = ${where.fileId})`
        : sql`s.id = (select submission_id from upload where id = ${where.uploadId})`;
  const { rows } = await sql<Omit<HandIn, 'call'> & { finalAsked: boolean }>`
    select s.id, s.edition_id as "editionId", s.call_id as "callId", s.title, s.begun_by as "begunBy",
      s.draft_key_hash as "draftKeyHash",
      exists (select 1 from withdrawal where submission_id = s.id and revived_at is null) as withdrawn,
      (select max(deadline) from personal_extension where submission_id = s.id) as extension,
      exists (select 1 from final_request where submission_id = s.id and ended_at is null) as "finalAsked",
      coalesce((select json_agg(json_build_object('personId', person_id, 'email', email))
        from contributor where submission_id = s.id), '[]'::json) as contributors
    from submission s where ${wanted}`.execute(db);
  const row = rows[0];
  if (!row) return undefined;
  const [call] = await findCalls(db, { id: row.callId });
  const { finalAsked, ...handIn } = row;
  return call && { ...handIn, call: callFor({ finalAsked }, call) };
}

/** The files that are up, oldest first; with `removed`, also those taken away. */
export async function listFiles(
  db: Db,
  submissionId: string,
  { removed = false }: { removed?: boolean } = {},
): Promise<SubmissionFile[]> {
  let query = fileTables(db)
    .selectFrom('submissionFile')
    .selectAll()
    .where('submissionId', '=', submissionId)
    .orderBy('uploadedAt')
    .orderBy('id');
  if (!removed) query = query.where('removedAt', 'is', null);
  return (await query.execute()) as unknown as SubmissionFile[];
}

export async function findFile(db: Db, id: string): Promise<SubmissionFile | undefined> {
  return (await fileTables(db)
    .selectFrom('submissionFile')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()) as unknown as SubmissionFile | undefined;
}

export type NewFile = Pick<
  FileTables['submissionFile'],
  'id' | 'submissionId' | 'name' | 'sha256' | 'bytes' | 'begunAt' | 'uploadedAt'
> &
  Partial<
    Pick<FileTables['submissionFile'], 'role' | 'mime' | 'position' | 'fromFileId' | 'report' | 'typed'>
  >;

export async function insertFile(db: Db, file: NewFile): Promise<void> {
  const {
    role = 'supplementary',
    mime = '',
    position = await placeAfterAll(db, file.submissionId),
    fromFileId = null,
    report = {},
    typed,
    ...rest
  } = file;
  await fileTables(db)
    .insertInto('submissionFile')
    .values({
      ...rest,
      role,
      mime,
      position,
      fromFileId,
      report: JSON.stringify(report),
      typed: typed ? JSON.stringify(typed) : null,
      removedAt: null,
      removedBy: null,
      roleChosenAt: null,
      roleChosenBy: null,
      openedAt: null,
    })
    .execute();
}

/** The place behind everything that ever lay there: two files of one moment keep the order in which they came. */
export async function placeAfterAll(db: Db, submissionId: string): Promise<number> {
  const { last } = await fileTables(db)
    .selectFrom('submissionFile')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('submissionId', '=', submissionId)
    .executeTakeFirstOrThrow();
  return last === null ? 0 : last + 1;
}

export async function updateFile(
  db: Db,
  id: string,
  change: Partial<
    Pick<
      FileTables['submissionFile'],
      'role' | 'position' | 'mime' | 'roleChosenAt' | 'roleChosenBy' | 'removedAt' | 'removedBy' | 'openedAt'
    > & { report: SubmissionFile['report'] }
  >,
): Promise<void> {
  const { report, ...rest } = change;
  await fileTables(db)
    .updateTable('submissionFile')
    .set({ ...rest, ...(report && { report: JSON.stringify(report) }) })
    .where('id', '=', id)
    .execute();
}

/** Says that what would be handed in is no longer the same. */
export async function markChanged(db: Db, submissionId: string, now: Date): Promise<void> {
  await sql`update submission set changes = changes + 1, changed_at = ${now} where id = ${submissionId}`.execute(
    db,
  );
}

export async function findUpload(db: Db, id: string) {
  return fileTables(db).selectFrom('upload').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function insertUpload(
  db: Db,
  upload: Pick<
    FileTables['upload'],
    'id' | 'submissionId' | 'name' | 'bytes' | 'begunAt' | 'begunBy' | 'modifiedAt'
  >,
): Promise<void> {
  await fileTables(db)
    .insertInto('upload')
    .values({ ...upload, finishedAt: null, droppedAt: null })
    .execute();
}

export async function updateUpload(
  db: Db,
  id: string,
  change: Partial<Pick<FileTables['upload'], 'finishedAt' | 'droppedAt'>>,
): Promise<void> {
  await fileTables(db).updateTable('upload').set(change).where('id', '=', id).execute();
}

/** Begun, not finished, not dropped. */
export async function listUploads(db: Db, submissionId: string) {
  return fileTables(db)
    .selectFrom('upload')
    .select(['id', 'name', 'bytes', 'begunAt', 'modifiedAt'])
    .where('submissionId', '=', submissionId)
    .where('finishedAt', 'is', null)
    .where('droppedAt', 'is', null)
    .orderBy('begunAt')
    .execute();
}

/** Uploads nobody continued, over all submissions. */
export async function listStaleUploads(db: Db, before: Date) {
  return fileTables(db)
    .selectFrom('upload')
    .select(['id', 'submissionId', 'bytes', 'begunAt'])
    .where('begunAt', '<', before)
    .where('finishedAt', 'is', null)
    .where('droppedAt', 'is', null)
    .execute();
}

export async function findReport(
  db: Db,
  submissionId: string,
): Promise<{ fits: string; report: Report } | undefined> {
  return (await fileTables(db)
    .selectFrom('handInReport')
    .select(['fits', 'report'])
    .where('submissionId', '=', submissionId)
    .executeTakeFirst()) as { fits: string; report: Report } | undefined;
}

export async function keepReport(
  db: Db,
  { submissionId, fits, report, at }: { submissionId: string; fits: string; report: Report; at: Date },
): Promise<void> {
  const row = { fits, report: JSON.stringify(report), checkedAt: at };
  await fileTables(db)
    .insertInto('handInReport')
    .values({ submissionId, ...row })
    .onConflict((conflict) => conflict.column('submissionId').doUpdateSet(row))
    .execute();
}

/** Of a check that came to no end nothing is kept; an archive that could not be opened is opened again. */
export async function forgetFailedCheck(db: Db, submissionId: string): Promise<boolean> {
  const unread = sql`report->'findings' @> '[{"code":"file.unreadable"}]'`;
  const archives = await sql`update submission_file set report = '{}' where submission_id = ${submissionId}
    and role = 'archive' and removed_at is null and opened_at is null and ${unread}`.execute(db);
  const reports =
    await sql`delete from hand_in_report where submission_id = ${submissionId} and ${unread}`.execute(db);
  return (archives.numAffectedRows ?? 0n) + (reports.numAffectedRows ?? 0n) > 0n;
}

/** A file that is up, with the submission it belongs to. */
export async function findHandInOfFile(db: Db, fileId: string) {
  const file = await findFile(db, fileId);
  if (!file || file.removedAt) return undefined;
  const handIn = await findHandIn(db, { id: file.submissionId });
  return handIn && { ...handIn, file };
}

/** A file that is up, or that a submitted version refers to. */
export async function findKeptFile(db: Db, fileId: string) {
  const file = await findFile(db, fileId);
  if (!file || (file.removedAt && !(await isInVersion(db, file)))) return undefined;
  const handIn = await findHandIn(db, { id: file.submissionId });
  return handIn && { ...handIn, file };
}

async function isInVersion(db: Db, { submissionId, sha256 }: SubmissionFile): Promise<boolean> {
  const { rows } = await sql`select 1 from submission_version
    where submission_id = ${submissionId} and files::text like ${`%${sha256}%`} limit 1`.execute(db);
  return rows.length > 0;
}

export async function findDerivative(db: Db, ofSha256: string, kind: string) {
  return fileTables(db)
    .selectFrom('fileDerivative')
    .select(['sha256', 'bytes', 'mime'])
    .where('ofSha256', '=', ofSha256)
    .where('kind', '=', kind)
    .executeTakeFirst();
}

export async function insertDerivative(db: Db, derivative: FileTables['fileDerivative']): Promise<void> {
  await fileTables(db)
    .insertInto('fileDerivative')
    .values(derivative)
    .onConflict((conflict) => conflict.columns(['ofSha256', 'kind']).doNothing())
    .execute();
}

/** What jobs found in the files of a submission, by the hash of each: of films and sounds, and of papers. */
export async function listFound(db: Db, submissionId: string): Promise<(readonly [string, object])[]> {
  const rows = await fileTables(db)
    .selectFrom('fileAnalysis')
    .select(['sha256', 'found'])
    .where('submissionId', '=', submissionId)
    .execute();
  // jsonb is read parsed.
  return rows.map(({ sha256, found }) => [sha256, found as object] as const);
}
