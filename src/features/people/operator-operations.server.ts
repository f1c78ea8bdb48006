/** Who is here and who runs this installation, as the terminal asks. */
import { sql } from 'kysely';
import * as v from 'valibot';
import { operation, read } from '#app/platform/operation.server.ts';
import { theSystem } from '#app/platform/policy.ts';
import { invalid } from '#app/platform/refusal.ts';
import type { Role } from '#app/platform/viewer.ts';
import { listEditions } from '../editions/queries.server.ts';
import { addressField } from './forms.ts';
import { findPersonByEmail, insertPerson } from './queries.server.ts';
import { grantOperator } from './standing-queries.server.ts';
import { peopleTables } from './tables.server.ts';

export interface KnownPerson {
  id: string;
  name: string;
  addresses: string[];
  operator: boolean;
  roles: { slug: string; role: Role }[];
}

/** Everybody whose name or address holds these words; without words, everybody. */
export const findPeople = read({
  name: 'people.findPeople',
  input: v.object({ words: v.string() }),
  allow: theSystem,
  run: async ({ db }, _subject, { words }) => {
    const like = `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`;
    const { rows } = await sql<
      Omit<KnownPerson, 'roles'> & { standing: { editionId: string; role: Role }[] }
    >`
      select p.id, p.name, exists (select 1 from operator_grant where person_id = p.id) as operator,
        array(select address from person_email where person_id = p.id order by is_primary desc, address) as addresses,
        coalesce((select json_agg(json_build_object('editionId', edition_id, 'role', role) order by role)
          from standing where person_id = p.id and ended_at is null), '[]'::json) as standing
      from person p where p.erased_at is null and p.merged_into is null
        and (p.name ilike ${like} or exists (select 1 from person_email where person_id = p.id and address ilike ${like}))
      order by lower(p.name), p.id`.execute(db);
    const slugs = new Map((await listEditions(db)).map(({ id, slug }) => [id, slug]));
    return rows.map(({ standing, ...person }) => ({
      ...person,
      roles: standing.map(({ editionId, role }) => ({ slug: slugs.get(editionId) ?? editionId, role })),
    }));
  },
});

export const hasOperator = read({
  name: 'people.hasOperator',
  input: v.object({}),
  allow: theSystem,
  run: async ({ db }) =>
    (await peopleTables(db).selectFrom('operatorGrant').select('personId').limit(1).execute()).length > 0,
});

/** Somebody with an account; or somebody new, when a name is given. */
export const makeOperator = operation({
  name: 'people.makeOperator',
  input: v.object({ address: addressField, name: v.optional(v.pipe(v.string(), v.trim()), '') }),
  allow: theSystem,
  run: async ({ db, now, note }, _subject, { address, name }) => {
    const known = await findPersonByEmail(db, address);
    if (!known && !name)
      throw invalid(
        `Nobody has the address ${address} yet. Give a name with it, and they are made: --name NAME.`,
      );
    const personId = known?.id ?? (await insertPerson(db, { name, email: address, confirmed: false, now }));
    await grantOperator(db, { personId, now });
    note({ subjectId: personId });
    return { personId, name: known?.name ?? name };
  },
});
