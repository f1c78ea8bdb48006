/** What an accepted paper or work had when it was archived, as rows: acceptance, addresses, rights, renditions. */
import type { Db } from '#app/platform/database.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import type { Preference } from './preference.ts';
import { insertAcceptance, letLead } from './queries.server.ts';
import type { PublicFile } from './record.ts';
import { insertRendering, insertRenditions, updateRendering } from './renditions/queries.server.ts';
import { rightsTables } from './rights/tables.server.ts';
import { insertGrant } from './rights/writes.server.ts';
import type { GrantedScope } from './rights/ledger.ts';
import { workTables } from './tables.server.ts';

export interface ReturningRecord {
  submissionId: string;
  editionId: string;
  version: { id: string; receipt: string };
  acceptedAt: Date;
  changedAt: Date;
  cameAt: Date;
  slug: string;
  /** The newest first. */
  formerSlugs: string[];
  orcids: Record<string, string>;
  grants: { at: Date; text: { key: string; sha256: string }; scopes: Omit<GrantedScope, 'ended'>[] }[];
  granted: { name: string; sha256: string }[];
  choice: { licence: string; preference: Preference; maxPixels: number | null; credit: string };
  /** It was not to be seen before this moment. */
  heldUntil: Date | null;
  takedown: { at: Date; words: string; titleStays: boolean; creditStays: boolean } | null;
  files: PublicFile[];
}

const source = 'An archive of the workshop';

export async function insertReturningRecord(db: Db, given: ReturningRecord): Promise<void> {
  const { submissionId, editionId, version, acceptedAt, changedAt, cameAt, orcids } = given;
  await workTables(db)
    .insertInto('archivedSubmission')
    .values({ submissionId, cameAt, orcids: JSON.stringify(orcids) })
    .execute();
  await insertAcceptance(db, {
    id: randomId(),
    editionId,
    submissionId,
    versionId: version.id,
    at: acceptedAt,
    by: null,
    reason: source,
  });
  for (const [at, slug] of given.formerSlugs.entries())
    await letLead(db, { editionId, slug, submissionId, now: new Date(acceptedAt.getTime() - at - 1) });
  // Given when it was accepted, and leading since the last change to anything: the record was changed then.
  for (const now of [acceptedAt, changedAt])
    await letLead(db, { editionId, slug: given.slug, submissionId, now });
  await insertRights(db, given);
  for (const [position, { renditions, ...file }] of given.files.entries()) {
    const id = randomId();
    const made = {
      sourceSha256: '',
      role: file.role,
      stem: `archived-${position + 1}`,
      position,
      recipe: 'archive',
    };
    await insertRendering(db, { id, submissionId, ...made, file, askedAt: acceptedAt });
    await insertRenditions(
      db,
      id,
      renditions.map((one) => ({ ...one, seconds: null })),
      acceptedAt,
    );
    await updateRendering(db, [id], { madeAt: acceptedAt });
  }
}

async function insertRights(db: Db, given: ReturningRecord): Promise<void> {
  const { submissionId, version, acceptedAt: at, granted: files, choice, heldUntil, takedown } = given;
  for (const { at: grantedAt, text, scopes } of given.grants)
    await insertGrant(db, submissionId, {
      id: randomId(),
      receipt: `archive-${randomId()}`,
      at: grantedAt,
      text,
      credit: choice.credit,
      by: { personId: null, name: source },
      capacity: 'archive',
      version: { receipt: version.receipt, files },
      scopes: scopes.map((one) => ({ ...one, ended: null })),
    });
  const tables = rightsTables(db);
  await tables
    .insertInto('rightsChoice')
    .values({ id: randomId(), submissionId, chosenAt: at, chosenBy: null, chosenName: source, ...choice })
    .execute();
  const embargo = { id: randomId(), submissionId, reason: source, setAt: at, setBy: null, setName: source };
  if (heldUntil)
    await tables
      .insertInto('rightsEmbargo')
      .values({ ...embargo, until: heldUntil, liftedAt: null, liftedBy: null })
      .execute();
  if (takedown)
    await tables
      .insertInto('rightsTakedown')
      .values({
        id: randomId(),
        submissionId,
        scopes: ['page'],
        reason: source,
        words: takedown.words,
        titleStays: takedown.titleStays,
        creditStays: takedown.creditStays,
        takenAt: takedown.at,
        takenBy: null,
        takenName: source,
        byOrganizer: true,
        endedAt: null,
        endedBy: null,
        endedName: null,
        endedReason: null,
      })
      .execute();
}

/** Of these submissions, those that came from an archive, each with the iDs that were confirmed before. */
export async function listArchived(db: Db, ids: string[]): Promise<Map<string, Record<string, string>>> {
  if (ids.length === 0) return new Map();
  const rows = await workTables(db)
    .selectFrom('archivedSubmission')
    .select(['submissionId', 'orcids'])
    .where('submissionId', 'in', ids)
    .execute();
  return new Map(rows.map(({ submissionId, orcids }) => [submissionId, orcids as Record<string, string>]));
}
