import { sql } from 'kysely';
import { findSubmissions } from '#app/features/submissions/queries.server.ts';
import { listVersions } from '#app/features/submissions/version-queries.server.ts';
import { noRow, type Invariant } from '#app/platform/invariant.server.ts';
import { licences } from './licences.ts';
import { rightsTables } from './tables.server.ts';
import { hashOf, textNamed } from './texts.ts';

export const invariants: Invariant[] = [
  {
    says: 'Every grant names a text that is known, by the hash of its words, and only uses that stand in it',
    async broken({ db }) {
      const rows = await rightsTables(db)
        .selectFrom('rightsGrant')
        .innerJoin('rightsGrantScope', 'rightsGrantScope.grantId', 'rightsGrant.id')
        .select(['receipt', 'textKey', 'textSha256', 'scope'])
        .execute();
      const wrong = rows.flatMap(({ receipt, textKey, textSha256, scope }) => {
        const text = textNamed(textKey);
        if (!text || hashOf(text) !== textSha256) return [`receipt ${receipt}: text ${textKey}`];
        return text.uses.some((use) => use.scope === scope) ? [] : [`receipt ${receipt}: ${scope}`];
      });
      return [...new Set(wrong)];
    },
  },
  {
    says: 'Every grant was given by somebody of that paper or work',
    async broken({ db }) {
      const grants = await rightsTables(db)
        .selectFrom('rightsGrant')
        .select(['submissionId', 'receipt', 'grantedBy', 'grantedName'])
        .where('grantedBy', 'is not', null)
        .execute();
      const ids = [...new Set(grants.map(({ submissionId }) => submissionId))];
      const found = ids.length > 0 ? await findSubmissions(db, sql`s.id = any(${ids}::text[])`) : [];
      const wrong: string[] = [];
      for (const { submissionId, receipt, grantedBy, grantedName } of grants) {
        const own = found.find(({ id }) => id === submissionId);
        if (own?.begunBy === grantedBy || own?.contributors.some(({ personId }) => personId === grantedBy))
          continue;
        // Who was removed since stands in the versions received before, by name.
        const named = (await listVersions(db, submissionId)).some(
          ({ contributors, submittedBy }) =>
            submittedBy === grantedBy || contributors.some(({ name }) => name === grantedName),
        );
        if (!named) wrong.push(`receipt ${receipt}`);
      }
      return wrong;
    },
  },
  noRow(
    'Every grant allows something',
    sql`select 'receipt ' || g.receipt as what from rights_grant g
      where not exists (select 1 from rights_grant_scope s where s.grant_id = g.id)`,
  ),
  noRow(
    'Nothing is taken back before it was granted',
    sql`select 'receipt ' || g.receipt || ': ' || e.scope as what from rights_scope_end e
      join rights_grant g on g.id = e.grant_id where e.ended_at < g.granted_at`,
  ),
  noRow(
    'A takedown that ended says why',
    sql`select 'takedown ' || id as what from rights_takedown
      where ended_at is not null and (coalesce(ended_reason, '') = '' or ended_at < taken_at)`,
  ),
  noRow(
    'A picture is decorative or has words, not both',
    sql`select 'picture ' || sha256 as what from rights_picture where decorative and alt <> ''`,
  ),
  noRow('Every licence is one that is offered', () => {
    const keys = licences.map(({ key }) => key);
    return sql`select 'choice ' || id || ': ' || licence as what from rights_choice
      where licence <> all(${keys}::text[])`;
  }),
];
