/**
 * What submissions hold about a person, for exporting, joining and erasing an account. What was handed in is
 * the record and stays as it was received; drafts that nobody else shares go.
 */
import { sql } from 'kysely';
import type { Db } from '#app/platform/database.server.ts';
import { attachments, type Attachment } from '#app/features/people/attached.server.ts';
import { confirmedAddresses } from '#app/features/people/queries.server.ts';
import { followName } from './contributor-queries.server.ts';

export const submissionsOfPerson: Attachment = {
  name: 'submissions',
  exportFor: async (db, personId) =>
    (
      await sql`
    select s.id, s.title, s.answers, s.begun_at as "begunAt", s.changed_at as "changedAt",
      (select coalesce(json_agg(json_build_object('kind', c.kind, 'name', c.name, 'affiliation', c.affiliation, 'orcid', c.orcid,
          'pronouns', c.pronouns, 'role', c.role, 'you', c.person_id is not distinct from ${personId})
          order by c.position, c.id), '[]') from contributor c where c.submission_id = s.id) as people,
      (select coalesce(json_agg(json_build_object('role', f.role, 'name', f.name, 'bytes', f.bytes, 'sha256', f.sha256,
          'uploadedAt', f.uploaded_at) order by f.uploaded_at, f.id), '[]')
        from submission_file f where f.submission_id = s.id and f.removed_at is null) as files,
      (select coalesce(json_agg(json_build_object('number', v.number, 'receipt', v.receipt, 'submittedAt', v.submitted_at,
          'title', v.title, 'answers', v.answers, 'agreements', v.agreements) order by v.number), '[]')
        from submission_version v where v.submission_id = s.id) as versions,
      (select coalesce(json_agg(json_build_object('at', m.at, 'by', m.by_name, 'words', m.words) order by m.at, m.id), '[]')
        from message m where m.submission_id = s.id) as messages
    from submission s where ${theirs(personId)} order by s.begun_at, s.id`.execute(db)
    ).rows,

  moveTo: async (db, { from, to }) => {
    for (const change of [
      sql`update submission set begun_by = ${to} where begun_by = ${from}`,
      sql`update contributor set person_id = ${to} where person_id = ${from}`,
      sql`update message set by_person = ${to} where by_person = ${from}`,
    ])
      await change.execute(db);
  },

  renamed: async (db, { personId, before, after, now }) =>
    followName(db, { personId, addresses: await confirmedAddresses(db, personId), before, after, now }),

  erase: async (db, { personId }) => {
    const addresses = await confirmedAddresses(db, personId);
    await sql`delete from submission s where ${draftOfTheirsAlone(personId)}`.execute(db);
    await sql`update contributor set email = '', person_id = null, invitation_hash = null
      where person_id = ${personId} or (email <> '' and lower(email) = any(${addresses}::text[]))`.execute(
      db,
    );
    await sql`update message set by_name = 'Somebody who left' where by_person = ${personId}`.execute(db);
  },

  keeps: async (db, personId) => [
    ...(await titles(db, personId, sql`exists ${versions}`)).map(
      (title) =>
        `“${title}” was handed in. What was received stays with its organizers as it was, with the names, addresses and files in it. Withdraw it first if it shall take no part.`,
    ),
    ...(await titles(db, personId, sql`not exists ${versions} and not ${draftOfTheirsAlone(personId)}`)).map(
      (title) =>
        `“${title || 'Untitled'}” is a draft that others share. It stays theirs, with your name but not your address.`,
    ),
  ],
};

attachments.push(submissionsOfPerson);

const versions = sql`(select 1 from submission_version v where v.submission_id = s.id)`;

const theirs = (personId: string) => sql<boolean>`(s.begun_by = ${personId}
  or exists (select 1 from contributor c where c.submission_id = s.id and c.person_id = ${personId}))`;

/** Begun by them, never handed in, and nobody else has a hand in it. */
const draftOfTheirsAlone = (
  personId: string,
) => sql<boolean>`(s.begun_by = ${personId} and not exists ${versions}
  and not exists (select 1 from contributor c where c.submission_id = s.id
    and (c.person_id is not null and c.person_id <> ${personId} or c.person_id is null and c.email <> '')))`;

async function titles(db: Db, personId: string, where: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await sql<{ title: string }>`select s.title from submission s
    where ${theirs(personId)} and ${where} order by s.begun_at, s.id`.execute(db);
  return rows.map(({ title }) => title);
}
