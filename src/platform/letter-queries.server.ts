/** Questions about queued letters: the log, the demo's inbox, what somebody chose, what is theirs. */
import { sql } from 'kysely';
import type { Db } from './database.server.ts';
import { addJob } from './jobs.server.ts';
import { letterTables } from './letters.server.ts';
import type { LetterKind } from './letter.ts';
import { randomId } from './random.server.ts';

export type Delivery = 'now' | 'digest' | 'off';

export interface LogWanted {
  /** Null is every edition, and what belongs to none. */
  editionId: string | null;
  only: 'all' | 'failed';
  page: number;
  size: number;
  /** Letters about these things, or to these addresses, are not there. */
  apartFrom?: { ids: string[]; addresses: string[] };
}

/** The log without words: whom, which kind, and how it went. What failed comes first, then the newest. */
export async function listLetters(
  db: Db,
  { editionId, only, page, size, apartFrom = { ids: [], addresses: [] } }: LogWanted,
) {
  const wanted = letterTables(db)
    .selectFrom('letter')
    .leftJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('letterAttempt')
          .select(['outcome', 'problem', 'at as triedAt'])
          .select(({ fn }) => fn.countAll<number>().over().as('attempts'))
          .whereRef('letterAttempt.letterId', '=', 'letter.id')
          .orderBy('at', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .$if(editionId !== null, (query) => query.where('editionId', '=', editionId))
    .$if(apartFrom.ids.length > 0, (query) =>
      query.where(({ eb, or }) => or([eb('aboutId', 'is', null), eb('aboutId', 'not in', apartFrom.ids)])),
    )
    .$if(apartFrom.addresses.length > 0, (query) =>
      query.where(sql`lower(to_address)`, 'not in', apartFrom.addresses),
    )
    .$if(only === 'failed', (query) => query.where(failed));
  const { total } = await wanted.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  const pages = Math.max(1, Math.ceil(total / size));
  const letters = await wanted
    .select(['id', 'kind', 'editionId', 'toAddress', 'toName', 'delivery', 'queuedAt', 'heldAt', 'sentAt'])
    .select(['last.problem', 'last.triedAt'])
    .select(sql<number>`coalesce(last.attempts, 0)::int`.as('attempts'))
    .orderBy(failed, 'desc')
    .orderBy('queuedAt', 'desc')
    .orderBy('id')
    .limit(size)
    .offset((Math.min(page, pages) - 1) * size)
    .execute();
  return { letters, total, page: Math.min(page, pages), pages };
}

const failed = sql<boolean>`(sent_at is null and coalesce(last.outcome = 'failed', false))`;

/** Undefined when there is none; a letter of no edition has `editionId` ''. */
export async function findLetter(db: Db, id: string) {
  const letter = await letterTables(db)
    .selectFrom('letter')
    .select(['id', 'editionId', 'aboutId', 'toAddress', 'kind', 'sentAt', 'heldAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  return letter && { ...letter, editionId: letter.editionId ?? '' };
}

/** Puts a letter on its way again, also one that was sent or switched off. */
export async function requeueLetter(db: Db, id: string): Promise<void> {
  await letterTables(db)
    .updateTable('letter')
    .set({ sentAt: null, delivery: 'now' })
    .where('id', '=', id)
    .execute();
  await addJob(db, 'letters.send', { id }, { key: `letter ${id}` });
}

/** What has been written, newest first: to one address or to anybody, with these words anywhere in it. */
export async function listInbox(
  db: Db,
  { address, words, page, size }: { address: string | null; words: string; page: number; size: number },
) {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const wanted = letterTables(db)
    .selectFrom('letter')
    .where('heldAt', 'is', null)
    .$if(address !== null, (query) => query.where(sql`lower(to_address)`, '=', address!.toLowerCase()))
    .$if(words !== '', (query) =>
      query.where(({ eb, or }) =>
        or((['subject', 'body', 'toName', 'toAddress'] as const).map((part) => eb(part, 'ilike', like))),
      ),
    );
  const { total } = await wanted.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  const pages = Math.max(1, Math.ceil(total / size));
  const letters = await wanted
    .select(['id', 'kind', 'toAddress', 'toName', 'subject', 'body', 'queuedAt', 'sentAt', 'delivery'])
    .orderBy('queuedAt', 'desc')
    .orderBy('id')
    .limit(size)
    .offset((Math.min(page, pages) - 1) * size)
    .execute();
  return { letters, total, page: Math.min(page, pages), pages };
}

/** Every address written to, in small letters; the first 500 by alphabet. */
export async function listReceivers(db: Db): Promise<string[]> {
  const rows = await letterTables(db)
    .selectFrom('letter')
    .select(sql<string>`lower(to_address)`.as('address'))
    .distinct()
    .orderBy('address')
    .limit(500)
    .execute();
  return rows.map(({ address }) => address);
}

/** Only what was chosen; a kind that is absent is sent at once. */
export async function findPreferences(db: Db, personId: string) {
  return letterTables(db)
    .selectFrom('letterPreference')
    .select(['kind', 'delivery'])
    .where('personId', '=', personId)
    .execute();
}

/** Replaces an earlier choice. For an essential kind it has no effect: those are always sent at once. */
export async function setPreference(
  db: Db,
  { personId, kind, delivery, now }: { personId: string; kind: LetterKind; delivery: Delivery; now: Date },
) {
  await letterTables(db)
    .insertInto('letterPreference')
    .values({ personId, kind, delivery, chosenAt: now })
    .onConflict((conflict) => conflict.columns(['personId', 'kind']).doUpdateSet({ delivery, chosenAt: now }))
    .execute();
}

/** What waits for the digest, by person, oldest first. */
export async function listDigests(db: Db) {
  return letterTables(db)
    .selectFrom('letter')
    .select(['id', 'personId', 'toAddress', 'toName', 'subject', 'body'])
    .where('delivery', '=', 'digest')
    .where('sentAt', 'is', null)
    .where('heldAt', 'is', null)
    .where('personId', 'is not', null)
    .orderBy('personId')
    .orderBy('queuedAt')
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** These went out inside another letter. */
export async function markSent(db: Db, { ids, now }: { ids: string[]; now: Date }): Promise<void> {
  await letterTables(db).updateTable('letter').set({ sentAt: now }).where('id', 'in', ids).execute();
  await letterTables(db)
    .insertInto('letterAttempt')
    .values(
      ids.map((letterId) => ({ id: randomId(), letterId, at: now, outcome: 'sent' as const, problem: null })),
    )
    .execute();
}

/** Oldest first, for a person's copy of their data; `addresses` in small letters. Links to sign in are left out. */
export async function listLettersTo(
  db: Db,
  { personId, addresses }: { personId: string; addresses: string[] },
) {
  return letterTables(db)
    .selectFrom('letter')
    .select(['kind', 'toAddress', 'subject', 'body', 'queuedAt', 'sentAt'])
    .where('kind', '<>', 'sign-in')
    .where(({ eb, or }) =>
      or([
        eb('personId', '=', personId),
        ...(addresses.length ? [eb(sql`lower(to_address)`, 'in', addresses)] : []),
      ]),
    )
    .orderBy('queuedAt')
    .execute();
}

/** Forgets what was written to somebody; that a letter of this kind was sent stays. */
export async function forgetLetters(
  db: Db,
  { personId, addresses }: { personId: string; addresses: string[] },
): Promise<void> {
  const theirs = sql<boolean>`person_id = ${personId} or lower(to_address) = any(${addresses}::text[])`;
  await letterTables(db).deleteFrom('letter').where(theirs).where('sentAt', 'is', null).execute();
  await letterTables(db)
    .updateTable('letter')
    .set({ toAddress: '', toName: '', subject: '', body: '', personId: null })
    .where(theirs)
    .execute();
  await letterTables(db).deleteFrom('letterPreference').where('personId', '=', personId).execute();
}

/** Only for the demo, whose clock goes back: these letters were never written. */
export async function unwriteLetters(
  db: Db,
  which: { aboutId: string } | { kinds: LetterKind[]; after: Date } | { keys: string; after: Date },
): Promise<void> {
  const letters = letterTables(db).deleteFrom('letter');
  const unwritten =
    'aboutId' in which
      ? letters.where('aboutId', '=', which.aboutId)
      : 'keys' in which
        ? letters.where('key', 'like', `${which.keys}%`).where('queuedAt', '>', which.after)
        : letters.where('kind', 'in', which.kinds).where('queuedAt', '>', which.after);
  await unwritten.execute();
}

/** A letter with a link to sign in says who came when; after a month nobody needs to know. */
export async function forgetOldLinks(db: Db, now: Date): Promise<void> {
  await letterTables(db)
    .deleteFrom('letter')
    .where('kind', '=', 'sign-in')
    .where('queuedAt', '<', new Date(now.getTime() - 30 * 86_400_000))
    .execute();
}

/** Letters and choices of one account become another's. */
export async function moveLetters(db: Db, { from, to }: { from: string; to: string }): Promise<void> {
  await letterTables(db).updateTable('letter').set({ personId: to }).where('personId', '=', from).execute();
  await letterTables(db).deleteFrom('letterPreference').where('personId', '=', from).execute();
}
