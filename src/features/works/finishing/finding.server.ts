/** What is left to do, read from rows: for one submission, several, or everything accepted in an edition. */
import { sql } from 'kysely';
import { findCalls } from '#app/features/calls/queries.server.ts';
import { listFinals } from '#app/features/submissions/final-requests.server.ts';
import { deadlineFor, phaseFor } from '#app/features/submissions/phases.ts';
import { findSubmissions } from '#app/features/submissions/queries.server.ts';
import { callFor, finalRound, finalVersion } from '#app/features/submissions/rounds.ts';
import type { Called } from '#app/features/submissions/submission.ts';
import { findVersions, listHandedInBy } from '#app/features/submissions/version-queries.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import { listAcceptances } from '../queries.server.ts';
import { creditsOf } from '../rights/credit.ts';
import type { Ledger } from '../rights/ledger.ts';
import { loadLedgers } from '../rights/queries.server.ts';
import { isGranted } from '../standing-version.server.ts';
import type { Finishing, FinishingPerson } from './finishing.ts';

export interface Found extends Finishing {
  submission: Called;
}

/** Of what is accepted and not withdrawn. */
export async function listFinishing(
  db: Db,
  { editionId, ids }: { editionId: string; ids?: string[] },
  now: Date,
): Promise<Found[]> {
  const acceptances = (await listAcceptances(db, { editionId })).filter(
    ({ submissionId }) => !ids || ids.includes(submissionId),
  );
  const wanted = acceptances.map(({ submissionId }) => submissionId);
  if (wanted.length === 0) return [];
  const submissions = await findSubmissions(db, sql`s.id = any(${wanted}::text[])`);
  const calls = new Map((await findCalls(db, { editionId })).map((call) => [call.id, call]));
  const accepted = await findVersions(
    db,
    acceptances.map(({ versionId }) => versionId),
  );
  const finals = await listFinals(db, wanted);
  const ledgers = await loadLedgers(db, wanted);
  const handedInBy = await listHandedInBy(db, wanted);
  return submissions.flatMap((submission) => {
    const acceptance = acceptances.find(({ submissionId }) => submissionId === submission.id)!;
    const call = calls.get(submission.callId);
    const version = finals.get(submission.id)?.[0] ?? accepted.get(acceptance.versionId);
    if (!call || !version || submission.withdrawal) return [];
    const called: Called = { ...submission, call: callFor(submission, call) };
    const ledger = ledgers.get(submission.id)!;
    const found: Found = {
      id: submission.id,
      editionId,
      kind: call.settings.kind,
      title: version.title,
      acceptedAt: acceptance.at,
      due: finalRound(called) && deadlineFor(called),
      final: finalOf(called, now),
      granted: isGranted(version, ledger, now),
      people: peopleOf(called, { ledger, handedInBy: handedInBy.get(submission.id) ?? [] }),
      submission: called,
    };
    return [found];
  });
}

function finalOf(submission: Called, now: Date): Finishing['final'] {
  if (!finalRound(submission)) return 'none';
  if (finalVersion(submission)) return 'here';
  return phaseFor(submission, now) === 'closed' ? 'late' : 'owed';
}

/** In their order. */
function peopleOf(
  { contributors }: Called,
  { ledger, handedInBy }: { ledger: Ledger; handedInBy: string[] },
): FinishingPerson[] {
  const sorted = creditsOf(contributors, {
    submittedBy: handedInBy,
    grantedBy: ledger.grants.map(({ by }) => by.personId),
  });
  const credit = (id: string) =>
    (['named', 'waiting', 'objected'] as const).find((one) =>
      sorted[one].some((person) => person.id === id),
    )!;
  return contributors.map(({ id, name, email, personId }) => ({
    id,
    name,
    email,
    personId,
    credit: credit(id),
  }));
}
