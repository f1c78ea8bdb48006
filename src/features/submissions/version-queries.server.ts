import type { Db } from '#app/platform/database.server.ts';
import { toDraft, type StoredAnswers } from './draft.ts';
import { submissionTables } from './tables.server.ts';
import type { Version } from './version.ts';

export async function insertVersion(db: Db, version: Version, changes: number): Promise<void> {
  const { title, abstract, topics, kinds, link, answers, contributors, files, agreements, report, ...row } =
    version;
  await submissionTables(db)
    .insertInto('submissionVersion')
    .values({
      ...row,
      changes,
      title,
      answers: JSON.stringify({ abstract, topics, kinds, link, answers } satisfies StoredAnswers),
      contributors: JSON.stringify(contributors),
      files: JSON.stringify(files),
      agreements: JSON.stringify(agreements),
      report: JSON.stringify(report),
    })
    .execute();
}

export async function findVersion(
  db: Db,
  where: { submissionId: string; receipt: string },
): Promise<Version | undefined> {
  const row = await submissionTables(db)
    .selectFrom('submissionVersion')
    .selectAll()
    .where('submissionId', '=', where.submissionId)
    .where('receipt', '=', where.receipt)
    .executeTakeFirst();
  return row && toVersion(row as unknown as VersionRow);
}

/** By id. */
export async function findVersions(db: Db, ids: string[]): Promise<Map<string, Version>> {
  if (ids.length === 0) return new Map();
  const rows = await submissionTables(db)
    .selectFrom('submissionVersion')
    .selectAll()
    .where('id', 'in', ids)
    .execute();
  return new Map((rows as unknown as VersionRow[]).map((row) => [row.id, toVersion(row)]));
}

/** By submission, everybody who ever handed in a version of it. */
export async function listHandedInBy(db: Db, submissionIds: string[]): Promise<Map<string, string[]>> {
  const found = new Map(submissionIds.map((id): [string, string[]] => [id, []]));
  if (submissionIds.length === 0) return found;
  const rows = await submissionTables(db)
    .selectFrom('submissionVersion')
    .select(['submissionId', 'submittedBy'])
    .distinct()
    .where('submissionId', 'in', submissionIds)
    .where('submittedBy', 'is not', null)
    .execute();
  for (const { submissionId, submittedBy } of rows) found.get(submissionId)!.push(submittedBy!);
  return found;
}

/** Newest first. */
export async function listVersions(db: Db, submissionId: string): Promise<Version[]> {
  const rows = await submissionTables(db)
    .selectFrom('submissionVersion')
    .selectAll()
    .where('submissionId', '=', submissionId)
    .orderBy('number', 'desc')
    .execute();
  return (rows as unknown as VersionRow[]).map(toVersion);
}

type VersionRow = Omit<Version, keyof StoredAnswers> & { answers: Partial<StoredAnswers>; changes: number };

function toVersion({ title, answers, changes: _changes, ...row }: VersionRow): Version {
  return { ...row, ...toDraft(title, answers) };
}
