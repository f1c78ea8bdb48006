import { sql } from 'kysely';
import { recused } from '#app/features/submissions/policy.ts';
import { findSubmissions } from '#app/features/submissions/queries.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import type { Viewer } from '#app/platform/viewer.ts';

/** Conflict beats role: who stands on a paper or work does not learn from a draft that it was accepted. */
export async function hiddenFrom(db: Db, viewer: Viewer, ids: string[]): Promise<Set<string>> {
  const submissions = await findSubmissions(db, sql`s.id = any(${ids}::text[])`);
  return new Set(submissions.filter((one) => recused(viewer, one)).map(({ id }) => id));
}
