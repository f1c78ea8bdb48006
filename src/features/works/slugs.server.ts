/** The public address of what is accepted, from the title of the version that stands. */
import { findCalls } from '#app/features/calls/queries.server.ts';
import { findSubmissions } from '#app/features/submissions/queries.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import { sql } from 'kysely';
import { letLead, listAcceptances, listSlugs, lockSlugs } from './queries.server.ts';
import { loadLedgers } from './rights/queries.server.ts';
import { slugFor } from './slug.ts';
import { standingVersions } from './standing-version.server.ts';

/** Asked after every act by which another title may stand; where it is the same, nothing changes. */
export async function followTitles(
  db: Db,
  editionId: string,
  submissionIds: string[],
  now: Date,
): Promise<void> {
  const acceptances = (await listAcceptances(db, { editionId })).filter(({ submissionId }) =>
    submissionIds.includes(submissionId),
  );
  if (acceptances.length === 0) return;
  await lockSlugs(db, editionId);
  const known = await listSlugs(db, editionId);
  const taken = new Set(known.map(({ slug }) => slug));
  const kinds = new Map((await findCalls(db, { editionId })).map(({ id, settings }) => [id, settings.kind]));
  const ids = acceptances.map(({ submissionId }) => submissionId);
  const submissions = await findSubmissions(db, sql`s.id = any(${ids}::text[])`);
  const versions = await standingVersions(db, acceptances, await loadLedgers(db, ids), now);
  for (const id of submissionIds) {
    const version = versions.get(id);
    const submission = submissions.find((one) => one.id === id);
    if (!version || !submission) continue;
    const own = known.filter(({ submissionId }) => submissionId === id);
    const slug = slugFor({
      title: version.title,
      kind: kinds.get(submission.callId) ?? 'paper',
      own: own.map(({ slug }) => slug),
      taken,
    });
    if (slug === own[0]?.slug) continue;
    taken.add(slug);
    await letLead(db, { editionId, slug, submissionId: id, now: later(now, own[0]?.leadsSince) });
  }
}

/** Two acts at one moment have an order too. */
const later = (now: Date, than: Date | undefined) =>
  than && than >= now ? new Date(than.getTime() + 1) : now;
