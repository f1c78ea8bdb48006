import { sql } from 'kysely';
import type { Db } from '#app/platform/database.server.ts';
import { hashSecret, randomId, randomSecret } from '#app/platform/random.server.ts';
import type { Interest, Topic } from './interest.ts';
import { interestTables } from './tables.server.ts';

/** A wish, not yet on the list; returns the secret for its letter. */
export async function insertWish(
  db: Db,
  wish: {
    editionId: string;
    email: string;
    name: string;
    topics: Topic[];
    language?: string | null;
    now: Date;
  },
): Promise<{ id: string; secret: string }> {
  const id = randomId();
  const { editionId, email, name, topics, language = null, now } = wish;
  await interestTables(db)
    .insertInto('interest')
    .values({
      id,
      editionId,
      email,
      name,
      topics: JSON.stringify(topics),
      askedAt: now,
      confirmedAt: null,
      language,
    })
    .execute();
  return { id, secret: await insertLink(db, id, now) };
}

/** A new secret for one more letter; the older ones keep working. */
export async function insertLink(db: Db, interestId: string, now: Date): Promise<string> {
  const secret = randomSecret();
  await interestTables(db)
    .insertInto('interestLink')
    .values({ secretHash: hashSecret(secret), interestId, madeAt: now })
    .execute();
  return secret;
}

export async function findBySecret(db: Db, secret: string): Promise<Interest | undefined> {
  const row = await interestTables(db)
    .selectFrom('interestLink')
    .innerJoin('interest', 'interest.id', 'interestLink.interestId')
    .selectAll('interest')
    .where('interestLink.secretHash', '=', hashSecret(secret))
    .executeTakeFirst();
  return row && { ...row, topics: row.topics as Topic[] };
}

/** This wish is the one that counts now; what the address had before is gone, but its letters still lead out. */
export async function confirm(db: Db, { id, editionId, email }: Interest, now: Date): Promise<void> {
  const others = sql`select id from interest where edition_id = ${editionId} and email = ${email} and id <> ${id}`;
  await sql`update interest_link set interest_id = ${id} where interest_id in (${others})`.execute(db);
  await sql`delete from interest where id in (${others})`.execute(db);
  await interestTables(db)
    .updateTable('interest')
    .set({ confirmedAt: now })
    .where('id', '=', id)
    .where('confirmedAt', 'is', null)
    .execute();
}

/** The address with everything that was wished for it. */
export async function remove(
  db: Db,
  { editionId, email }: Pick<Interest, 'editionId' | 'email'>,
): Promise<void> {
  await interestTables(db)
    .deleteFrom('interest')
    .where('editionId', '=', editionId)
    .where('email', '=', email)
    .execute();
}

/** Who said yes, by address. */
export async function listConfirmed(
  db: Db,
  editionId: string,
): Promise<(Interest & { confirmedAt: Date })[]> {
  const rows = await interestTables(db)
    .selectFrom('interest')
    .selectAll()
    .where('editionId', '=', editionId)
    .where('confirmedAt', 'is not', null)
    .orderBy('email')
    .execute();
  return rows.map((row) => ({ ...row, topics: row.topics as Topic[], confirmedAt: row.confirmedAt! }));
}

export async function deleteUnconfirmed(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await interestTables(db)
    .deleteFrom('interest')
    .where('confirmedAt', 'is', null)
    .where('askedAt', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** False when this letter was sent before. */
export async function insertLetter(
  db: Db,
  letter: {
    id: string;
    editionId: string;
    topic: string | null;
    subject: string;
    body: string;
    people: number;
    sentAt: Date;
    sentBy: string | null;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await interestTables(db)
    .insertInto('interestLetter')
    .values(letter)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Newest first. */
export async function listLetters(db: Db, editionId: string) {
  return interestTables(db)
    .selectFrom('interestLetter')
    .select(['id', 'topic', 'subject', 'people', 'sentAt', 'sentBy'])
    .where('editionId', '=', editionId)
    .orderBy('sentAt', 'desc')
    .orderBy('id')
    .execute();
}
