/** What organizers chose of an edition, as far as they may act on it. */
import { sql } from 'kysely';
import { findParts } from '#app/features/submissions/list-queries.server.ts';
import { readerOf } from '#app/features/submissions/listing.server.ts';
import { isOrganizer } from '#app/features/submissions/policy.ts';
import { findSubmissions, lockSubmissions } from '#app/features/submissions/queries.server.ts';
import type { Submission } from '#app/features/submissions/submission.ts';
import type { Scope } from '#app/platform/operation.server.ts';
import { missing } from '#app/platform/refusal.ts';

/** What is chosen, locked. Anything out of reach makes the whole answer the one for what is not there. */
export async function reach(
  { db, viewer }: Pick<Scope, 'db' | 'viewer'>,
  editionId: string,
  ids: string[],
): Promise<Submission[]> {
  const wanted = [...new Set(ids)];
  await lockSubmissions(db, wanted);
  const found = await findSubmissions(db, sql`s.id = any(${wanted}::text[])`);
  const reader = readerOf(viewer);
  const parts = reader ? (await findParts(db, reader, editionId)).ids : [];
  const apart = found.filter(
    (one) => one.editionId === editionId && isOrganizer(viewer, one) && !parts.includes(one.id),
  );
  if (apart.length < wanted.length) throw missing();
  return apart;
}
