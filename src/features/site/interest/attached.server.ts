/** What the list holds about a person: their addresses on it, and what they want to hear about. */
import { sql } from 'kysely';
import { attachments, type Attachment } from '#app/features/people/attached.server.ts';
import { confirmedAddresses } from '#app/features/people/queries.server.ts';

export const interestOfPerson: Attachment = {
  name: 'interest',
  exportFor: async (db, personId) =>
    (
      await sql`
    select email, name, topics, asked_at as "askedAt", confirmed_at as "confirmedAt" from interest
    where email = any(${await confirmedAddresses(db, personId)}::text[]) order by asked_at, id`.execute(db)
    ).rows,

  // The list goes by addresses, which move with the account.
  moveTo: async (db, { from, to }) => {
    await sql`update interest_letter set sent_by = ${to} where sent_by = ${from}`.execute(db);
  },

  erase: async (db, { personId }) => {
    await sql`delete from interest
      where email = any(${await confirmedAddresses(db, personId)}::text[])`.execute(db);
  },
};

attachments.push(interestOfPerson);
