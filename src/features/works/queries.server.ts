import type { Db } from '#app/platform/database.server.ts';
import { lockName } from '#app/platform/database.server.ts';
import type { Acceptance } from './acceptance.ts';
import { workTables } from './tables.server.ts';

/** Oldest first; of one edition those in force, of one submission all that ever were. */
export async function listAcceptances(
  db: Db,
  where: { editionId: string } | { submissionId: string },
): Promise<Acceptance[]> {
  const all = workTables(db).selectFrom('acceptance').selectAll().orderBy('acceptedAt').orderBy('id');
  const rows = await (
    'editionId' in where
      ? all.where('editionId', '=', where.editionId).where('endedAt', 'is', null)
      : all.where('submissionId', '=', where.submissionId)
  ).execute();
  return rows.map(({ acceptedAt, acceptedBy, endedAt, endedBy, endReason, editionId: _, ...row }) => ({
    ...row,
    at: acceptedAt,
    by: acceptedBy,
    ended: endedAt && { at: endedAt, by: endedBy, reason: endReason ?? '' },
  }));
}

export async function insertAcceptance(
  db: Db,
  row: Omit<Acceptance, 'ended'> & { editionId: string },
): Promise<void> {
  const { at, by, ...rest } = row;
  await workTables(db)
    .insertInto('acceptance')
    .values({ ...rest, acceptedAt: at, acceptedBy: by, endedAt: null, endedBy: null, endReason: null })
    .execute();
}

export async function endAcceptances(
  db: Db,
  ids: string[],
  { at, by, reason }: NonNullable<Acceptance['ended']>,
): Promise<void> {
  if (ids.length === 0) return;
  await workTables(db)
    .updateTable('acceptance')
    .set({ endedAt: at, endedBy: by, endReason: reason })
    .where('id', 'in', ids)
    .where('endedAt', 'is', null)
    .execute();
}

export interface Slug {
  slug: string;
  submissionId: string | null;
  givenAt: Date;
  leadsSince: Date;
}

/** Whoever gives slugs waits for whoever is giving them. */
export const lockSlugs = (db: Db, editionId: string) => lockName(db, `slugs ${editionId}`);

/** Every one ever given in the edition; those that lead come first. */
export async function listSlugs(db: Db, editionId: string): Promise<Slug[]> {
  return workTables(db)
    .selectFrom('publicSlug')
    .select(['slug', 'submissionId', 'givenAt', 'leadsSince'])
    .where('editionId', '=', editionId)
    .orderBy('leadsSince', 'desc')
    .orderBy('givenAt', 'desc')
    .orderBy('slug')
    .execute();
}

/** From now on it leads; one that the submission had before takes the lead again. */
export async function letLead(
  db: Db,
  {
    editionId,
    slug,
    submissionId,
    now,
  }: { editionId: string; slug: string; submissionId: string; now: Date },
): Promise<void> {
  await workTables(db)
    .insertInto('publicSlug')
    .values({ editionId, slug, submissionId, givenAt: now, leadsSince: now })
    .onConflict((conflict) =>
      conflict
        .columns(['editionId', 'slug'])
        .doUpdateSet({ leadsSince: now })
        .where('publicSlug.submissionId', '=', submissionId),
    )
    .execute();
}
