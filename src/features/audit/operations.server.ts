/** Reading what the one door wrote down. */
import * as v from 'valibot';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { namesOf } from '#app/features/people/standing-queries.server.ts';
import { itsOrganizers } from '#app/features/submissions/policy.ts';
import { listExtensions, listWithdrawals } from '#app/features/submissions/list-queries.server.ts';
import { findCase } from '#app/features/submissions/queries.server.ts';
import { listVersions } from '#app/features/submissions/version-queries.server.ts';
import { listAcceptances } from '#app/features/works/queries.server.ts';
import { listAudit } from '#app/platform/audit.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import { read } from '#app/platform/operation.server.ts';
import { historyOf, type Entry } from './history.ts';

/** Everything that was ever done to a submission, newest first. */
export const ofSubmission = read({
  name: 'audit.ofSubmission',
  input: v.object({ id: v.pipe(v.string(), v.maxLength(64)) }),
  subject: ({ db }, { id }) => findCase(db, id),
  allow: itsOrganizers,
  run: async ({ db }, { id, editionId, contributors, clearances, call, latest }) => {
    const versions = await listVersions(db, id);
    const findings = [...versions.flatMap(({ report }) => report.findings), ...(latest?.issues ?? [])];
    const found = new Set(findings.map(({ code }) => code));
    const entries = merged(
      await listAudit(db, id),
      concerning(await listAudit(db, call.id), found),
      await acceptedOrNot(db, id, versions),
    );
    const edition = await findEdition(db, { id: editionId });
    const names = await namesOf(
      db,
      entries.map(({ viewerKind, viewerId }) => (viewerKind === 'person' ? viewerId : null)),
    );
    return historyOf(entries, {
      zone: edition!.about.zone,
      names,
      contributors,
      questions: new Map(call.settings.questions.map(({ key, label }) => [key, label])),
      clearances,
      extensions: await listExtensions(db, id),
      withdrawals: await listWithdrawals(db, id),
    });
  },
});

type Audit = Awaited<ReturnType<typeof listAudit>>;

/** Of what was done to a whole call, what concerns a submission with these findings. */
const concerning = (entries: Audit, found: Set<string>): Audit =>
  entries.filter(
    ({ operation, detail }) =>
      ['calls.waive', 'calls.endWaiver'].includes(operation) && found.has(String(detail.code)),
  );

/** Many are accepted in one act, so the rows of each tell it, not the act's own entry. */
async function acceptedOrNot(
  db: Db,
  id: string,
  versions: { id: string; number: number }[],
): Promise<Entry[]> {
  const acceptances = await listAcceptances(db, { submissionId: id });
  return acceptances.flatMap(({ id, versionId, at, by, reason, ended }) => {
    const version = versions.find((one) => one.id === versionId)?.number;
    const act = (operation: string, at: Date, by: string | null, reason: string): Entry => ({
      id: `${operation} ${id}`,
      at,
      operation,
      viewerKind: by === null ? 'system' : 'person',
      viewerId: by,
      detail: { version, reason },
    });
    return [
      ...(ended ? [act('works.unaccept', ended.at, ended.by, ended.reason)] : []),
      act('works.accept', at, by, reason),
    ];
  });
}

/** Newest first. */
const merged = (...parts: Entry[][]): Entry[] =>
  parts.flat().toSorted((a, b) => b.at.getTime() - a.at.getTime());
