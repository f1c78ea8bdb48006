import type { Db } from '#app/platform/database.server.ts';
import type { Role } from '#app/platform/viewer.ts';
import { peopleTables } from './tables.server.ts';

/** Everybody with a role in the edition now, by name; with an address that is theirs to be reached at. */
export async function listStanding(db: Db, editionId: string) {
  return peopleTables(db)
    .selectFrom('standing')
    .innerJoin('person', 'person.id', 'standing.personId')
    .leftJoin('personEmail', (join) =>
      join.onRef('personEmail.personId', '=', 'person.id').on('personEmail.isPrimary', '=', true),
    )
    .select([
      'standing.id',
      'standing.role',
      'standing.grantedAt',
      'person.id as personId',
      'person.name',
      'personEmail.address',
      'personEmail.confirmedAt',
    ])
    .where('standing.editionId', '=', editionId)
    .where('standing.endedAt', 'is', null)
    .orderBy('standing.role')
    .orderBy('person.name')
    .execute();
}

export async function findStanding(db: Db, id: string) {
  return peopleTables(db)
    .selectFrom('standing')
    .select(['id', 'editionId', 'personId', 'role'])
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
}

export async function countStanding(db: Db, { editionId, role }: { editionId: string; role: Role }) {
  const { count } = await peopleTables(db)
    .selectFrom('standing')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('editionId', '=', editionId)
    .where('role', '=', role)
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

export async function endStanding(db: Db, { id, by, now }: { id: string; by: string | null; now: Date }) {
  await peopleTables(db)
    .updateTable('standing')
    .set({ endedAt: now, endedBy: by })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute();
}

export async function grantOperator(db: Db, { personId, now }: { personId: string; now: Date }) {
  await peopleTables(db)
    .insertInto('operatorGrant')
    .values({ personId, grantedAt: now })
    .onConflict((conflict) => conflict.column('personId').doNothing())
    .execute();
}

/** Names for a history, by id. */
export async function namesOf(db: Db, ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await peopleTables(db)
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', wanted)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
