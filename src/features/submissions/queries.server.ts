/** One submission with all that belongs to it, and the small writes that its verbs share. */
import { sql } from 'kysely';
import { findCalls } from '#app/features/calls/queries.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import { askedAbout } from './files/check.server.ts';
import { inOrder } from './files/file.ts';
import { callFor } from './rounds.ts';
import { toDraft, type Draft, type StoredAnswers } from './draft.ts';
import type {
  Case,
  Clearance,
  Contributor,
  Decline,
  FinalRequest,
  HandedFile,
  Submission,
  VersionMark,
  Withdrawal,
} from './submission.ts';
import { submissionTables } from './tables.server.ts';

/** For questions: two statements. */
export async function findCase(db: Db, id: string): Promise<Case | undefined> {
  const submission = (await findSubmissions(db, sql`s.id = ${id}`))[0];
  return submission && withCall(db, submission);
}

/** For changes: whoever comes second waits, and then sees what the first one did. */
export async function lockCase(db: Db, id: string): Promise<Case | undefined> {
  await sql`select 1 from submission where id = ${id} for update`.execute(db);
  return findCase(db, id);
}

/** As `lockCase`, for many at once, always in one order so that two who lock never wait for each other. */
export async function lockSubmissions(db: Db, ids: string[]): Promise<void> {
  await sql`select 1 from submission where id = any(${ids}::text[]) order by id for update`.execute(db);
}

export async function withCall(db: Db, submission: Submission): Promise<Case | undefined> {
  const [own] = await findCalls(db, { id: submission.callId });
  if (!own) return undefined;
  const call = callFor(submission, own);
  const { title, files, removed, checked } = submission;
  const asked = askedAbout({ title, call }, [...files, ...removed]);
  return { ...submission, call, looked: asked.files.length === 0 || asked.fits === checked?.fits };
}

/** `where` speaks of `s`. One statement however many. Of two answers at one moment the objection counts. */
export async function findSubmissions(db: Db, where: ReturnType<typeof sql>): Promise<Submission[]> {
  const { rows } = await sql<Row>`
    select s.id, s.edition_id as "editionId", s.call_id as "callId", s.begun_at as "begunAt", s.begun_by as "begunBy",
      s.draft_key_hash as "draftKeyHash", s.title, s.answers, s.revision, s.changes, s.changed_at as "changedAt", s.invented,
      coalesce((select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'name', c.name, 'email', c.email, 'affiliation', c.affiliation,
          'orcid', c.orcid, 'pronouns', c.pronouns, 'role', c.role, 'personId', c.person_id, 'invitedAt', c.invited_at,
          'answer', (select json_build_object('answer', a.answer, 'at', a.at, 'words', a.words) from contributor_answer a
                     where a.contributor_id = c.id order by a.at desc, a.answer desc, a.id limit 1)) order by c.position, c.id)
        from contributor c where c.submission_id = s.id), '[]') as contributors,
      coalesce((select json_agg(json_build_object('id', f.id, 'role', f.role, 'name', f.name, 'mime', f.mime, 'sha256', f.sha256,
          'bytes', f.bytes, 'begunAt', f.begun_at, 'uploadedAt', f.uploaded_at, 'report', f.report, 'position', f.position,
          'fromFileId', f.from_file_id, 'openedAt', f.opened_at, 'roleChosenAt', f.role_chosen_at, 'removedAt', f.removed_at,
          'typed', f.typed is not null) order by f.role, f.position, f.uploaded_at, f.id)
        from submission_file f where f.submission_id = s.id), '[]') as files,
      (select json_build_object('id', v.id, 'number', v.number, 'receipt', v.receipt, 'submittedAt', v.submitted_at,
          'inGrace', v.in_grace, 'changes', v.changes, 'finalRequestId', v.final_request_id, 'issues', ${issuesOfVersion})
        from submission_version v where v.submission_id = s.id order by v.number desc limit 1) as latest,
      (select json_build_object('at', w.at, 'by', w.by, 'reason', w.reason) from withdrawal w
        where w.submission_id = s.id and w.revived_at is null) as withdrawal,
      coalesce((select json_agg(json_build_object('id', k.id, 'rule', k.rule, 'reason', k.reason, 'grantedAt', k.granted_at,
          'grantedBy', k.granted_by, 'until', k.until, 'endedAt', k.ended_at) order by k.granted_at, k.id)
        from clearance k where k.submission_id = s.id), '[]') as clearances,
      (select json_build_object('versionId', d.version_id, 'reason', d.reason, 'until', d.until, 'at', d.declined_at)
        from decline d where d.submission_id = s.id order by d.declined_at desc, d.id limit 1) as declined,
      (select json_build_object('fits', h.fits, 'report', h.report) from hand_in_report h where h.submission_id = s.id) as checked,
      (select max(x.deadline) from personal_extension x where x.submission_id = s.id) as extension,
      (select json_build_object('id', q.id, 'at', q.asked_at) from final_request q
        where q.submission_id = s.id and q.ended_at is null) as "finalAsked"
    from submission s where ${where} order by s.changed_at desc, s.id`.execute(db);
  return rows.map(toSubmission);
}

export async function insertSubmission(
  db: Db,
  row: {
    id: string;
    editionId: string;
    callId: string;
    at: Date;
    begunBy: string | null;
    draftKeyHash: string | null;
    title?: string;
  },
): Promise<void> {
  const { at, title = '', ...rest } = row;
  await submissionTables(db)
    .insertInto('submission')
    .values({
      ...rest,
      begunAt: at,
      title,
      answers: '{}',
      revision: 0,
      changes: 0,
      changedAt: at,
      invented: false,
    })
    .execute();
}

/** Says that what would be handed in is no longer what it was. Every change of words, people or files calls it. */
export async function touch(db: Db, id: string, now: Date): Promise<void> {
  await sql`update submission set changes = changes + 1, changed_at = ${now} where id = ${id}`.execute(db);
}

export async function updateDraft(
  db: Db,
  id: string,
  { title, ...stored }: Draft,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ revision: number }>`
    update submission set title = ${title}, answers = ${JSON.stringify(stored)}::jsonb, revision = revision + 1,
      changes = changes + 1, changed_at = ${now} where id = ${id} returning revision`.execute(db);
  return rows[0]!.revision;
}

/** Of `v`: what it broke when it was received, or what a check made again says since. */
export const issuesOfVersion = sql`coalesce((select c.issues from version_check c where c.version_id = v.id
  order by c.checked_at desc, c.id limit 1), v.report->'issues', '[]')`;

type Stamped<T, K extends keyof T> = Omit<T, K> & { [key in K]: string };
type ContributorRow = Stamped<Omit<Contributor, 'answer'>, 'invitedAt'> & {
  answer: Stamped<NonNullable<Contributor['answer']>, 'at'> | null;
};
type FileRow = Stamped<
  Omit<HandedFile, 'openedAt' | 'roleChosenAt' | 'removedAt'>,
  'begunAt' | 'uploadedAt'
> & { openedAt: string | null; roleChosenAt: string | null; removedAt: string | null };
interface Row
  extends Omit<
    Submission,
    | keyof Draft
    | 'contributors'
    | 'files'
    | 'removed'
    | 'latest'
    | 'withdrawal'
    | 'clearances'
    | 'declined'
    | 'finalAsked'
  > {
  finalAsked: Stamped<FinalRequest, 'at'> | null;
  title: string;
  answers: Partial<StoredAnswers>;
  contributors: ContributorRow[];
  files: FileRow[];
  latest: Stamped<VersionMark, 'submittedAt'> | null;
  withdrawal: Stamped<Withdrawal, 'at'> | null;
  declined: Stamped<Decline, 'until' | 'at'> | null;
  clearances: (Stamped<Clearance, 'grantedAt'> & { until: string | null; endedAt: string | null })[];
}

function toSubmission({
  title,
  answers,
  contributors,
  files,
  latest,
  withdrawal,
  clearances,
  declined,
  finalAsked,
  ...row
}: Row): Submission {
  return {
    ...row,
    ...toDraft(title, answers),
    contributors: contributors.map(({ invitedAt, answer, ...contributor }) => ({
      ...contributor,
      invitedAt: when(invitedAt),
      answer: answer && { ...answer, at: new Date(answer.at) },
    })),
    files: inOrder(files.filter((file) => !file.removedAt).map(toFile)),
    removed: files.filter((file) => file.removedAt).map(toFile),
    latest: latest && { ...latest, submittedAt: new Date(latest.submittedAt) },
    withdrawal: withdrawal && { ...withdrawal, at: new Date(withdrawal.at) },
    declined: declined && { ...declined, until: new Date(declined.until), at: new Date(declined.at) },
    finalAsked: finalAsked && { ...finalAsked, at: new Date(finalAsked.at) },
    clearances: clearances.map((clearance) => ({
      ...clearance,
      grantedAt: new Date(clearance.grantedAt),
      until: when(clearance.until),
      endedAt: when(clearance.endedAt),
    })),
  };
}

const toFile = (file: FileRow): HandedFile => ({
  ...file,
  begunAt: new Date(file.begunAt),
  uploadedAt: new Date(file.uploadedAt),
  openedAt: when(file.openedAt),
  roleChosenAt: when(file.roleChosenAt),
  removedAt: when(file.removedAt),
});

const when = (text: string | null) => (text === null ? null : new Date(text));
