import { sql } from 'kysely';
import { findSubmissions } from '../submissions/queries.server.ts';
import { findVersions } from '../submissions/version-queries.server.ts';
import { listEditions } from '../editions/queries.server.ts';
import { noRow, type Invariant } from '#app/platform/invariant.server.ts';
import { listAcceptances } from './queries.server.ts';
import { listRecords } from './records.server.ts';
import { grantOf } from './rights/ledger.ts';
import { loadLedgers } from './rights/queries.server.ts';

export const invariants: Invariant[] = [
  noRow(
    'Everything accepted has an address',
    sql`
    select 'submission ' || a.submission_id as what from acceptance a
    where not exists (select 1 from public_slug p where p.submission_id = a.submission_id and p.edition_id = a.edition_id)`,
  ),
  noRow(
    'Of the addresses of a submission one leads',
    sql`
    select 'submission ' || p.submission_id as what from public_slug p
    join public_slug o on o.submission_id = p.submission_id and o.leads_since = p.leads_since and o.slug > p.slug
    where not exists (select 1 from public_slug n where n.submission_id = p.submission_id and n.leads_since > p.leads_since)`,
  ),
  noRow(
    'An acceptance that ended began before',
    sql`select 'acceptance ' || id as what from acceptance where ended_at < accepted_at`,
  ),
  {
    says: 'What is accepted is a version of that submission, in its own edition',
    async broken({ db }) {
      const found: string[] = [];
      for (const { id: editionId } of await listEditions(db)) {
        const acceptances = await listAcceptances(db, { editionId });
        const ids = acceptances.map(({ submissionId }) => submissionId);
        const submissions = await findSubmissions(
          db,
          sql`s.id = any(${ids}::text[]) and s.edition_id = ${editionId}`,
        );
        const own = new Set(submissions.map(({ id }) => id));
        const versions = await findVersions(
          db,
          acceptances.map(({ versionId }) => versionId),
        );
        for (const { submissionId, versionId } of acceptances)
          if (!own.has(submissionId) || versions.get(versionId)?.submissionId !== submissionId)
            found.push(`submission ${submissionId}`);
      }
      return found;
    },
  },
  {
    says: 'Nothing is public that is withdrawn, or that its people did not grant for the website',
    async broken({ db, now }) {
      const found: string[] = [];
      for (const { id: editionId } of await listEditions(db)) {
        const shown = (await listRecords(db, editionId, now)).filter(({ tombstone }) => !tombstone);
        const ids = shown.map(({ id }) => id);
        const ledgers = await loadLedgers(db, ids);
        const submissions = await findSubmissions(db, sql`s.id = any(${ids}::text[])`);
        for (const { id, withdrawal } of submissions)
          if (withdrawal || !grantOf(ledgers.get(id)!, 'website', now)) found.push(`submission ${id}`);
      }
      return found;
    },
  },
];
