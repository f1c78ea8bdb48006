/** The ledger's rows: added, ended, never changed. */
import { sql } from 'kysely';
import type { Db } from '#app/platform/database.server.ts';
import type { Grant, Ledger, Scope } from './ledger.ts';
import { rightsTables } from './tables.server.ts';

interface Who {
  personId: string | null;
  name: string;
}

export async function insertGrant(db: Db, submissionId: string, grant: Grant): Promise<void> {
  const tables = rightsTables(db);
  await tables
    .insertInto('rightsGrant')
    .values({
      id: grant.id,
      submissionId,
      receipt: grant.receipt,
      grantedAt: grant.at,
      grantedBy: grant.by.personId,
      grantedName: grant.by.name,
      capacity: grant.capacity,
      textKey: grant.text.key,
      textSha256: grant.text.sha256,
      credit: grant.credit,
      versionReceipt: grant.version.receipt,
      files: JSON.stringify(grant.version.files),
    })
    .execute();
  await tables
    .insertInto('rightsGrantScope')
    .values(grant.scopes.map(({ scope, expiresAt }) => ({ grantId: grant.id, scope, expiresAt })))
    .execute();
}

export async function insertEnds(
  db: Db,
  { grants }: Ledger,
  { uses, at, by, reason }: { uses: Scope[]; at: Date; by: Who; reason: string },
): Promise<void> {
  const rows = grants.flatMap(({ id, scopes }) =>
    scopes
      .filter(({ scope, ended }) => uses.includes(scope) && !ended)
      .map(({ scope }) => ({
        grantId: id,
        scope,
        endedAt: at,
        endedBy: by.personId,
        endedName: by.name,
        reason,
      })),
  );
  if (rows.length > 0) await rightsTables(db).insertInto('rightsScopeEnd').values(rows).execute();
}

export async function endEmbargoes(
  db: Db,
  submissionId: string,
  { at, by }: { at: Date; by: Who },
): Promise<number> {
  const { numAffectedRows } = await sql`update rights_embargo
    set lifted_at = ${at}, lifted_by = ${by.personId}
    where submission_id = ${submissionId} and lifted_at is null and until > ${at}`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
