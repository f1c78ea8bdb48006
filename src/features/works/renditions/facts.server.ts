/** What may be made of a submission at this moment: those files of its accepted version that its creators granted. */
import { listFiles } from '#app/features/submissions/files/queries.server.ts';
import { findCase } from '#app/features/submissions/queries.server.ts';
import type { Version } from '#app/features/submissions/version.ts';
import { findVersions } from '#app/features/submissions/version-queries.server.ts';
import { listAcceptances } from '#app/features/works/queries.server.ts';
import { creditLine, creditsOf } from '#app/features/works/rights/credit.ts';
import { standing, wordsOfPicture, type Ledger } from '#app/features/works/rights/ledger.ts';
import { loadLedger } from '#app/features/works/rights/queries.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import type { Facts, SourceFile } from './facts.ts';

export interface Found {
  facts: Facts;
  /** When more may be made than now. */
  again: Date | null;
}

/** Without a grant in force, or when it is taken down, there are no files; null where there is no such submission. */
export async function factsOf(db: Db, id: string, now: Date): Promise<Found | null> {
  const submission = await findCase(db, id);
  if (!submission) return null;
  const ledger = await loadLedger(db, id);
  const { may, media, embargoedUntil, preference, licence, credit, maxPixels } = standing(ledger, now);
  const accepted = (await listAcceptances(db, { submissionId: id })).find(({ ended }) => ended === null);
  const version = accepted && (await findVersions(db, [accepted.versionId])).get(accepted.versionId);
  const shown = version && !submission.withdrawal && media && may.has('website');
  const { named } = creditsOf(submission.contributors, {
    submittedBy: version?.submittedBy ?? null,
    grantedBy: ledger.grants.map(({ by }) => by.personId),
  });
  const names = named.map(({ name }) => name);
  const year = version ? String(version.submittedAt.getUTCFullYear()) : '';
  const facts: Facts = {
    submissionId: id,
    kind: submission.call.settings.kind,
    title: version?.title ?? '',
    language: '',
    creators: names,
    credit: creditLine({ own: credit, names, year }),
    licence: { label: licence.label, url: licence.url },
    preference,
    sourceType: '',
    maxPixels,
    page: '',
    files: shown ? await sourcesOf(db, version, ledger, now) : [],
  };
  return { facts, again: embargoedUntil };
}

async function sourcesOf(db: Db, version: Version, ledger: Ledger, now: Date): Promise<SourceFile[]> {
  const all = await listFiles(db, version.submissionId, { removed: true });
  const granted = grantedHashes(ledger, now);
  return version.files
    .filter(({ role, sha256 }) => role !== 'archive' && granted.has(sha256))
    .map(({ id, role, name, mime, sha256, bytes }) => {
      const seen = all.find((file) => file.id === id)?.report.facts ?? {};
      const words = wordsOfPicture(ledger, sha256, now);
      const measures = { width: number(seen.width), height: number(seen.height) };
      const lengths = { seconds: number(seen.duration), pages: number(seen.pages) };
      const kind = String(seen.kind ?? '');
      const alt = words && !words.decorative ? words.alt : '';
      return { role, name, mime, sha256, bytes, kind, ...measures, ...lengths, alt, description: '' };
    });
}

/** A grant is for the files it was given with: one that came later waits for the next. */
function grantedHashes({ grants }: Ledger, now: Date): Set<string> {
  const inForce = grants.filter(({ at, scopes }) =>
    scopes.some(
      ({ scope, expiresAt, ended }) =>
        scope === 'website' && at <= now && !(expiresAt && expiresAt <= now) && !(ended && ended.at <= now),
    ),
  );
  return new Set(inForce.flatMap(({ version }) => version.files.map(({ sha256 }) => sha256)));
}

const number = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;
