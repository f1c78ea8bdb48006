import type { Db } from '#app/platform/database.server.ts';
import { mailingTables, type MailingTables } from './tables.server.ts';

export type Mailing = Omit<MailingTables['mailing'], 'submissionIds'> & { submissionIds: string[] };

export async function insertMailing(
  db: Db,
  {
    submissionIds,
    at,
    by,
    ...mailing
  }: Pick<Mailing, 'id' | 'editionId' | 'subject' | 'body' | 'submissionIds'> & {
    at: Date;
    by: string | null;
  },
): Promise<void> {
  await mailingTables(db)
    .insertInto('mailing')
    .values({
      ...mailing,
      submissionIds: JSON.stringify(submissionIds),
      writtenAt: at,
      writtenBy: by,
      changedAt: at,
      sentAt: null,
      sentBy: null,
      cancelledAt: null,
      cancelledBy: null,
    })
    .execute();
}

/** With `lock`, whoever comes second waits and then sees what the first one did. */
export async function findMailing(db: Db, id: string, { lock = false } = {}): Promise<Mailing | undefined> {
  const query = mailingTables(db).selectFrom('mailing').selectAll().where('id', '=', id);
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) as Mailing | undefined;
}

export async function updateMailing(
  db: Db,
  id: string,
  change: Partial<
    Pick<Mailing, 'subject' | 'body' | 'changedAt' | 'sentAt' | 'sentBy' | 'cancelledAt' | 'cancelledBy'>
  >,
): Promise<void> {
  await mailingTables(db).updateTable('mailing').set(change).where('id', '=', id).execute();
}

/** Newest first. */
export async function listMailings(db: Db, editionId: string): Promise<Mailing[]> {
  return (await mailingTables(db)
    .selectFrom('mailing')
    .selectAll()
    .where('editionId', '=', editionId)
    .orderBy('writtenAt', 'desc')
    .orderBy('id')
    .limit(500)
    .execute()) as Mailing[];
}
