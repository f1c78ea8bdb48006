/**
 * What the rights ledger holds about a person, for exporting, joining and erasing an account. A grant is a promise
 * that others rely on: it stays with the name under which it was given, and no longer with an account.
 */
import { sql } from 'kysely';
import { attachments, type Attachment } from '#app/features/people/attached.server.ts';

export const rightsOfPerson: Attachment = {
  name: 'rights',
  exportFor: async (db, personId) => ({
    granted: (
      await sql`select g.submission_id as submission, g.receipt, g.granted_at as "grantedAt", g.granted_name as name,
          g.capacity, g.text_key as text, g.text_sha256 as "textSha256",
          (select coalesce(json_agg(json_build_object('use', s.scope, 'expiresAt', s.expires_at, 'endedAt', e.ended_at)
              order by s.scope), '[]')
            from rights_grant_scope s left join rights_scope_end e on e.grant_id = s.grant_id and e.scope = s.scope
            where s.grant_id = g.id) as uses
        from rights_grant g where g.granted_by = ${personId} order by g.granted_at, g.id`.execute(db)
    ).rows,
    chosen: (
      await sql`select submission_id as submission, chosen_at as "chosenAt", licence, preference,
          max_pixels as "maxPixels", credit from rights_choice where chosen_by = ${personId}
        order by chosen_at, id`.execute(db)
    ).rows,
    takenDown: (
      await sql`select submission_id as submission, taken_at as "takenAt", scopes, reason, words,
          ended_at as "endedAt" from rights_takedown where taken_by = ${personId} order by taken_at, id`.execute(
        db,
      )
    ).rows,
  }),

  moveTo: async (db, { from, to }) => {
    for (const [table, column] of accounts)
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${to}
        where ${sql.ref(column)} = ${from}`.execute(db);
  },

  erase: async (db, { personId }) => {
    for (const [table, column] of accounts)
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = null
        where ${sql.ref(column)} = ${personId}`.execute(db);
  },

  keeps: async (db, personId) => {
    const { rows } = await sql<{ receipt: string; name: string }>`select receipt, granted_name as name
      from rights_grant where granted_by = ${personId} order by granted_at, id`.execute(db);
    return rows.map(
      ({ receipt, name }) =>
        `Receipt of rights ${receipt} stays, with the name ${name}. Take back what it grants first if it shall end.`,
    );
  },
};

attachments.push(rightsOfPerson);

const accounts = [
  ['rights_grant', 'granted_by'],
  ['rights_scope_end', 'ended_by'],
  ['rights_choice', 'chosen_by'],
  ['rights_embargo', 'set_by'],
  ['rights_embargo', 'lifted_by'],
  ['rights_takedown', 'taken_by'],
  ['rights_takedown', 'ended_by'],
  ['rights_picture', 'said_by'],
] as const;
