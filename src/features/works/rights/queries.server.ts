/** Ledgers from their rows: a few statements however many submissions. */
import { sql } from 'kysely';
import type { Db } from '#app/platform/database.server.ts';
import { emptyLedger, type GrantedScope, type Ledger } from './ledger.ts';
import { rightsTables } from './tables.server.ts';

/** One for each id asked for, empty where nothing was ever said. */
export async function loadLedgers(db: Db, submissionIds: string[]): Promise<Map<string, Ledger>> {
  const ledgers = new Map(submissionIds.map((id) => [id, emptyLedger(id)]));
  if (submissionIds.length === 0) return ledgers;
  const tables = rightsTables(db);
  const of = (id: string) => ledgers.get(id)!;
  const granted = await scopesByGrant(db, submissionIds);

  for (const row of await tables
    .selectFrom('rightsGrant')
    .selectAll()
    .where('submissionId', 'in', submissionIds)
    .orderBy('grantedAt')
    .orderBy('id')
    .execute())
    of(row.submissionId).grants.push({
      id: row.id,
      receipt: row.receipt,
      at: row.grantedAt,
      by: { personId: row.grantedBy, name: row.grantedName },
      capacity: row.capacity,
      text: { key: row.textKey, sha256: row.textSha256 },
      credit: row.credit,
      version: {
        receipt: row.versionReceipt,
        files: row.files as unknown as { name: string; sha256: string }[],
      },
      scopes: granted.get(row.id) ?? [],
    });

  for (const row of await tables
    .selectFrom('rightsChoice')
    .selectAll()
    .where('submissionId', 'in', submissionIds)
    .orderBy('chosenAt')
    .orderBy('id')
    .execute()) {
    const { licence, preference, maxPixels, credit } = row;
    of(row.submissionId).choices.push({
      at: row.chosenAt,
      name: row.chosenName,
      licence,
      preference,
      maxPixels,
      credit,
    });
  }

  for (const row of await tables
    .selectFrom('rightsEmbargo')
    .selectAll()
    .where('submissionId', 'in', submissionIds)
    .orderBy('setAt')
    .orderBy('id')
    .execute()) {
    const { id, until, reason, liftedAt } = row;
    of(row.submissionId).embargoes.push({ id, until, reason, at: row.setAt, name: row.setName, liftedAt });
  }

  for (const row of await tables
    .selectFrom('rightsTakedown')
    .selectAll()
    .where('submissionId', 'in', submissionIds)
    .orderBy('takenAt')
    .orderBy('id')
    .execute()) {
    const { id, scopes, reason, words, titleStays, creditStays, byOrganizer, endedAt } = row;
    of(row.submissionId).takedowns.push({
      id,
      scopes,
      reason,
      words,
      titleStays,
      creditStays,
      at: row.takenAt,
      name: row.takenName,
      byOrganizer,
      ended: endedAt && { at: endedAt, name: row.endedName ?? '', reason: row.endedReason ?? '' },
    });
  }

  for (const row of await tables
    .selectFrom('rightsPicture')
    .selectAll()
    .where('submissionId', 'in', submissionIds)
    .orderBy('saidAt')
    .orderBy('id')
    .execute()) {
    const { sha256, alt, decorative } = row;
    of(row.submissionId).pictures.push({ sha256, alt, decorative, at: row.saidAt });
  }
  return ledgers;
}

export async function loadLedger(db: Db, submissionId: string): Promise<Ledger> {
  return (await loadLedgers(db, [submissionId])).get(submissionId)!;
}

async function scopesByGrant(db: Db, submissionIds: string[]): Promise<Map<string, GrantedScope[]>> {
  const { rows } = await sql<{
    grantId: string;
    scope: GrantedScope['scope'];
    expiresAt: Date | null;
    endedAt: Date | null;
    endedName: string;
    reason: string;
  }>`select s.grant_id as "grantId", s.scope, s.expires_at as "expiresAt", e.ended_at as "endedAt",
      e.ended_name as "endedName", e.reason
    from rights_grant_scope s join rights_grant g on g.id = s.grant_id
    left join rights_scope_end e on e.grant_id = s.grant_id and e.scope = s.scope
    where g.submission_id = any(${submissionIds}::text[]) order by s.grant_id, s.scope`.execute(db);
  const byGrant = new Map<string, GrantedScope[]>();
  for (const { grantId, scope, expiresAt, endedAt, endedName, reason } of rows) {
    const list = byGrant.get(grantId) ?? [];
    list.push({ scope, expiresAt, ended: endedAt && { at: endedAt, name: endedName, reason } });
    byGrant.set(grantId, list);
  }
  return byGrant;
}
