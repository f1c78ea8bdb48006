import { sql } from 'kysely';
import { noRow, type Invariant } from '#app/platform/invariant.server.ts';
import { listEditions } from '../editions/queries.server.ts';

export const invariants: Invariant[] = [
  noRow(
    'Everybody has exactly one address to be written to',
    sql`
    select 'person ' || p.id as what from person p where p.erased_at is null and p.merged_into is null
      and (select count(*) from person_email where person_id = p.id and is_primary) <> 1`,
  ),
  noRow(
    'Who was erased or merged has no way in and no role left',
    sql`
    select 'person ' || p.id as what from person p where (p.erased_at is not null or p.merged_into is not null)
      and (exists (select 1 from session where person_id = p.id and ended_at is null)
        or exists (select 1 from standing where person_id = p.id and ended_at is null)
        or exists (select 1 from operator_grant where person_id = p.id)
        or exists (select 1 from passkey where person_id = p.id)
        or exists (select 1 from person_email where person_id = p.id))`,
  ),
  noRow(
    'Nobody was merged into somebody who is no longer there',
    sql`
    select 'person ' || p.id as what from person p join person o on o.id = p.merged_into
    where o.merged_into is not null or o.id = p.id`,
  ),
  noRow(
    'Roles end after they began',
    sql`
    select 'standing ' || id as what from standing where ended_at < granted_at`,
  ),
  {
    says: 'Every edition has somebody who organizes it, or somebody runs this Salon',
    async broken({ db }) {
      const { rows } = await sql<{ id: string }>`
        select distinct edition_id as id from standing where role = 'organizer' and ended_at is null
        union all select '*' from operator_grant`.execute(db);
      const led = new Set(rows.map(({ id }) => id));
      if (led.has('*')) return [];
      return (await listEditions(db)).filter(({ id }) => !led.has(id)).map(({ slug }) => slug);
    },
  },
];
