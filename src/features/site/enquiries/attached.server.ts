/** What enquiries hold about a person: what was asked from their addresses, and what they answered as organizer. */
import { sql } from 'kysely';
import { attachments, type Attachment } from '#app/features/people/attached.server.ts';
import { confirmedAddresses } from '#app/features/people/queries.server.ts';

export const enquiriesOfPerson: Attachment = {
  name: 'enquiries',
  exportFor: async (db, personId) =>
    (
      await sql`
    select e.name, e.email, e.topic, e.begun_at as "begunAt",
      (select json_agg(json_build_object('at', m.at, 'by', m.by_name, 'words', m.words) order by m.at, m.id)
        from enquiry_message m where m.enquiry_id = e.id) as messages
    from enquiry e where lower(e.email) = any(${await confirmedAddresses(db, personId)}::text[])
    order by e.begun_at, e.id`.execute(db)
    ).rows,

  // What was asked goes by its address, which moves with the account.
  moveTo: async (db, { from, to }) => {
    for (const change of [
      sql`update enquiry_message set by_person = ${to} where by_person = ${from}`,
      sql`update enquiry_end set ended_by = ${to} where ended_by = ${from}`,
      sql`update enquiry_end set undone_by = ${to} where undone_by = ${from}`,
    ])
      await change.execute(db);
  },

  erase: async (db, { personId }) => {
    const addresses = await confirmedAddresses(db, personId);
    await sql`delete from enquiry where lower(email) = any(${addresses}::text[])`.execute(db);
    await sql`update enquiry_message set by_name = 'Somebody who left' where by_person = ${personId}`.execute(
      db,
    );
  },
};

attachments.push(enquiriesOfPerson);
