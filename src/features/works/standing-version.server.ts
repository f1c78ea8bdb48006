/**
 * The version that a public record is made of: the one that was accepted, until a final version is there and granted.
 * Promises that handing in shows nothing that its people have not granted in that version.
 */
import { listFinals } from '#app/features/submissions/final-requests.server.ts';
import type { Version } from '#app/features/submissions/version.ts';
import { findVersions } from '#app/features/submissions/version-queries.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import type { Acceptance } from './acceptance.ts';
import { grantedHashes, grantOf, type Ledger } from './rights/ledger.ts';

/** By submission. */
export async function standingVersions(
  db: Db,
  acceptances: Acceptance[],
  ledgers: Map<string, Ledger>,
  now: Date,
): Promise<Map<string, Version>> {
  const accepted = await findVersions(
    db,
    acceptances.map(({ versionId }) => versionId),
  );
  const finals = await listFinals(
    db,
    acceptances.map(({ submissionId }) => submissionId),
  );
  const found = new Map<string, Version>();
  for (const { submissionId, versionId } of acceptances) {
    const first = accepted.get(versionId);
    const ledger = ledgers.get(submissionId);
    const final = (finals.get(submissionId) ?? []).find(
      (one) =>
        one.submittedAt <= now && one.number > (first?.number ?? 0) && ledger && isGranted(one, ledger, now),
    );
    const stands = final ?? first;
    if (stands) found.set(submissionId, stands);
  }
  return found;
}

/** With this very version, or file by file with others. */
export function isGranted({ receipt, files }: Version, ledger: Ledger, now: Date): boolean {
  if (grantOf(ledger, 'website', now)?.version.receipt === receipt) return true;
  const granted = grantedHashes(ledger, 'website', now);
  const shown = files.filter(({ role }) => role !== 'archive');
  return shown.length > 0 && shown.every(({ sha256 }) => granted.has(sha256));
}
