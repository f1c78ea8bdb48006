import { sql } from 'kysely';
import type { Db } from '#app/platform/database.server.ts';
import { hashSecret, randomId, randomSecret } from '#app/platform/random.server.ts';
import type { Enquiry } from './enquiry.ts';
import { enquiryTables } from './tables.server.ts';

/** Newest message first; whole, because there are few. */
export async function listEnquiries(db: Db, editionId: string): Promise<Enquiry[]> {
  const rows = await enquiryTables(db)
    .selectFrom('enquiry')
    .selectAll()
    .where('editionId', '=', editionId)
    .execute();
  const enquiries = await withThreads(db, rows);
  return enquiries.sort((a, b) => lastAt(b) - lastAt(a) || (a.id < b.id ? -1 : 1));
}

/** With `lock`, whoever else acts on it waits. */
export async function findEnquiry(
  db: Db,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Enquiry | undefined> {
  const row = await enquiryTables(db)
    .selectFrom('enquiry')
    .selectAll()
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row && (await withThreads(db, [row]))[0];
}

export async function findBySecret(db: Db, secret: string, lock = false): Promise<Enquiry | undefined> {
  const row = await enquiryTables(db)
    .selectFrom('enquiryLink')
    .select('enquiryId')
    .where('secretHash', '=', hashSecret(secret))
    .executeTakeFirst();
  return row && findEnquiry(db, row.enquiryId, { lock });
}

/** A new secret for one more letter; the older ones keep working. */
export async function insertLink(db: Db, enquiryId: string, now: Date): Promise<string> {
  const secret = randomSecret();
  await enquiryTables(db)
    .insertInto('enquiryLink')
    .values({ secretHash: hashSecret(secret), enquiryId, madeAt: now })
    .execute();
  return secret;
}

export async function insertMessage(
  db: Db,
  message: {
    enquiryId: string;
    at: Date;
    byPerson: string | null;
    byName: string;
    byOrganizer: boolean;
    words: string;
  },
): Promise<string> {
  const id = randomId();
  await enquiryTables(db)
    .insertInto('enquiryMessage')
    .values({ id, ...message })
    .execute();
  return id;
}

type Ending = { enquiryId: string; kind: 'closed' | 'spam'; at: Date; by: string | null };

/** False when it stands so already. */
export async function insertEnd(db: Db, { enquiryId, kind, at, by }: Ending): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await enquiryTables(db)
    .insertInto('enquiryEnd')
    .values({ id: randomId(), enquiryId, kind, endedAt: at, endedBy: by, undoneAt: null, undoneBy: null })
    .onConflict((conflict) =>
      conflict.columns(['enquiryId', 'kind']).where('undoneAt', 'is', null).doNothing(),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function undoEnd(db: Db, { enquiryId, kind, at, by }: Ending): Promise<boolean> {
  const { numUpdatedRows } = await enquiryTables(db)
    .updateTable('enquiryEnd')
    .set({ undoneAt: at, undoneBy: by })
    .where('enquiryId', '=', enquiryId)
    .where('kind', '=', kind)
    .where('undoneAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Threads of an edition in which nothing was said since `before`. */
export async function deleteQuiet(db: Db, editionId: string, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from enquiry e where e.edition_id = ${editionId} and not exists
      (select 1 from enquiry_message m where m.enquiry_id = e.id and m.at >= ${before})`.execute(db);
  return Number(numAffectedRows ?? 0);
}

type Row = Omit<Enquiry, 'messages' | 'ends'>;

async function withThreads(db: Db, rows: Row[]): Promise<Enquiry[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const messages = await enquiryTables(db)
    .selectFrom('enquiryMessage')
    .select(['id', 'enquiryId', 'at', 'byPerson', 'byName as by', 'byOrganizer', 'words'])
    .where('enquiryId', 'in', ids)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const ends = await enquiryTables(db)
    .selectFrom('enquiryEnd')
    .select(['enquiryId', 'kind', 'endedAt', 'endedBy'])
    .where('enquiryId', 'in', ids)
    .where('undoneAt', 'is', null)
    .execute();
  const own = <T extends { enquiryId: string }>(all: T[], id: string) =>
    all.filter((one) => one.enquiryId === id).map(({ enquiryId: _of, ...one }) => one);
  return rows.map((row) => ({ ...row, messages: own(messages, row.id), ends: own(ends, row.id) }));
}

const lastAt = ({ messages, begunAt }: Enquiry) => (messages.at(-1)?.at ?? begunAt).getTime();
