import type { Db } from '#app/platform/database.server.ts';
import { hashSecret } from '#app/platform/random.server.ts';
import { peopleTables } from './tables.server.ts';

export const visitMinutes = 60;

export async function insertVisit(
  db: Db,
  visit: { state: string; verifier: string; nonce: string; next: string; personId: string | null; now: Date },
) {
  const { state, verifier, nonce, next, personId, now } = visit;
  await peopleTables(db)
    .deleteFrom('orcidVisit')
    .where('begunAt', '<', new Date(now.getTime() - 86_400_000))
    .execute();
  await peopleTables(db)
    .insertInto('orcidVisit')
    .values({
      stateHash: hashSecret(state),
      verifier,
      nonce,
      next,
      personId,
      begunAt: now,
      finishedAt: null,
      orcid: null,
      name: '',
      usedAt: null,
    })
    .execute();
}

/** The visit under this browser's state, while it may still be finished. */
export async function takeVisit(db: Db, { state, now }: { state: string; now: Date }) {
  return peopleTables(db)
    .updateTable('orcidVisit')
    .set({ finishedAt: now })
    .where('stateHash', '=', hashSecret(state))
    .where('finishedAt', 'is', null)
    .where('begunAt', '>', new Date(now.getTime() - visitMinutes * 60_000))
    .returning(['verifier', 'nonce', 'next', 'personId'])
    .executeTakeFirst();
}

/** Keeps what ORCID said until this browser signs in by mail. */
export async function keepVisit(
  db: Db,
  { state, orcid, name }: { state: string; orcid: string; name: string },
) {
  await peopleTables(db)
    .updateTable('orcidVisit')
    .set({ orcid, name })
    .where('stateHash', '=', hashSecret(state))
    .execute();
}

/** The iD that this browser proved and that belongs to nobody yet. */
export async function findFinishedVisit(db: Db, { state, now }: { state: string; now: Date }) {
  return peopleTables(db)
    .selectFrom('orcidVisit')
    .select(['orcid', 'name'])
    .where('stateHash', '=', hashSecret(state))
    .where('orcid', 'is not', null)
    .where('usedAt', 'is', null)
    .where('begunAt', '>', new Date(now.getTime() - visitMinutes * 60_000))
    .executeTakeFirst();
}

/** Connects the iD that this browser proved to the person who signed in here. */
export async function connectFinishedVisit(
  db: Db,
  { state, personId, now }: { state: string; personId: string; now: Date },
): Promise<void> {
  const visit = await findFinishedVisit(db, { state, now });
  if (!visit?.orcid) return;
  await peopleTables(db)
    .updateTable('orcidVisit')
    .set({ usedAt: now })
    .where('stateHash', '=', hashSecret(state))
    .execute();
  if (await findPersonByOrcid(db, visit.orcid)) return;
  await connectOrcid(db, { personId, orcid: visit.orcid, now });
}

/** Only an iD that ORCID itself confirmed signs anybody in. */
export async function findPersonByOrcid(db: Db, orcid: string) {
  return peopleTables(db)
    .selectFrom('person')
    .select(['id', 'name'])
    .where('orcid', '=', orcid)
    .where('orcidConfirmedAt', 'is not', null)
    .executeTakeFirst();
}

export async function connectOrcid(
  db: Db,
  { personId, orcid, now }: { personId: string; orcid: string; now: Date },
) {
  await peopleTables(db)
    .updateTable('person')
    .set({ orcid, orcidConfirmedAt: now })
    .where('id', '=', personId)
    .execute();
}

/** By person, of those given: the iDs that ORCID itself confirmed. */
export async function confirmedOrcids(db: Db, people: (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(people.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const rows = await peopleTables(db)
    .selectFrom('person')
    .select(['id', 'orcid'])
    .where('id', 'in', ids)
    .where('orcidConfirmedAt', 'is not', null)
    .execute();
  return new Map(rows.flatMap(({ id, orcid }) => (orcid ? [[id, orcid]] : [])));
}
