/** Which files may go, and what their going leaves. */
import { sql } from 'kysely';
import type { Db } from '#app/platform/database.server.ts';
import { heldBlobs } from '#app/platform/held-blobs.server.ts';
import { fileTables } from './tables.server.ts';

export interface Doomed {
  id: string;
  editionId: string;
  title: string;
  /** The day as the call states it. */
  dueOn: string;
  announcedAt: Date | null;
  people: { name: string; email: string; personId: string | null }[];
}

/**
 * Submissions whose files the call's day lets go: withdrawn, or never handed in, or handed in and not among
 * `kept`; up to a day, and not deleted yet.
 */
export async function listDoomed(db: Db, until: string): Promise<Doomed[]> {
  const { rows } = await sql<Doomed>`
    select s.id, s.edition_id as "editionId", s.title, r.body->>'filesDeletedOn' as "dueOn",
      d.announced_at as "announcedAt",
      coalesce((select json_agg(json_build_object('name', c.name, 'email', c.email, 'personId', c.person_id)
        order by c.position) from contributor c where c.submission_id = s.id and c.email <> ''), '[]'::json) as people
    from submission s
    join lateral (select body from call_revision where call_id = s.call_id order by revision desc limit 1) r on true
    left join file_deletion d on d.submission_id = s.id
    where r.body->>'filesDeletedOn' <= ${until} and d.deleted_at is null
      and (exists (select 1 from withdrawal w where w.submission_id = s.id and w.revived_at is null)
        or not exists (select 1 from submission_version v where v.submission_id = s.id))
      and exists (select 1 from submission_file f where f.submission_id = s.id)`.execute(db);
  return rows;
}

export async function insertDeletion(
  db: Db,
  row: { submissionId: string; dueOn: string; announcedAt: Date },
) {
  await fileTables(db)
    .insertInto('fileDeletion')
    .values({ ...row, deletedAt: null })
    .onConflict((conflict) => conflict.column('submissionId').doNothing())
    .execute();
}

/** Takes all files of a submission away; answers the blobs that nothing else refers to, previews included. */
export async function releaseFiles(db: Db, submissionId: string, now: Date): Promise<string[]> {
  await sql`update submission_file set removed_at = coalesce(removed_at, ${now}), removed_by = coalesce(removed_by, 'files.delete')
    where submission_id = ${submissionId}`.execute(db);
  const { rows } = await sql<{ sha256: string }>`
    select distinct f.sha256 from submission_file f where f.submission_id = ${submissionId}
      and not exists (select 1 from submission_file o
        where o.sha256 = f.sha256 and o.submission_id <> f.submission_id
          and not exists (select 1 from file_deletion d where d.submission_id = o.submission_id and d.deleted_at is not null))
      and not exists (select 1 from submission_version v
        where v.submission_id <> f.submission_id and v.files::text like '%' || f.sha256 || '%')`.execute(db);
  await fileTables(db)
    .updateTable('fileDeletion')
    .set({ deletedAt: now })
    .where('submissionId', '=', submissionId)
    .execute();
  await sql`delete from file_analysis where submission_id = ${submissionId}`.execute(db);
  // What was made of an accepted work may have the same bytes: those stay.
  const elsewhere = await heldBlobs(
    db,
    rows.map(({ sha256 }) => sha256),
    ['submission_file', 'file_analysis', 'file_derivative', 'rendering'],
  );
  const gone = rows.map(({ sha256 }) => sha256).filter((sha256) => !elsewhere.has(sha256));
  if (gone.length === 0) return [];
  const { rows: derived } = await sql<{ sha256: string }>`
    delete from file_derivative where of_sha256 in (${sql.join(gone)}) returning sha256`.execute(db);
  return [...gone, ...derived.map(({ sha256 }) => sha256)];
}

const handedIn = sql`select f->>'sha256' from submission_version v cross join lateral jsonb_array_elements(v.files) f`;

/** Of these blobs, those that no version and no row of any feature names. */
export async function listUnnamed(db: Db, blobs: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`select b.sha256 from unnest(${[...blobs]}::text[]) b (sha256)
    where b.sha256 not in (${handedIn})`.execute(db);
  const unhanded = rows.map(({ sha256 }) => sha256);
  const held = await heldBlobs(db, unhanded);
  return unhanded.filter((sha256) => !held.has(sha256));
}

/** Previews of what nobody has any more. */
export async function forgetDerivatives(db: Db): Promise<void> {
  await sql`delete from file_derivative d where d.of_sha256 not in (${handedIn})
    and not exists (select 1 from submission_file f where f.sha256 = d.of_sha256)`.execute(db);
}
