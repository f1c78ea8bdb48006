/**
 * The outbox. A letter is queued in the transaction of the change that causes it, under a key that makes it
 * unique, to one recipient. Sending happens later (`platform/mail.server.ts`), again and again until it works.
 */
import type { Db } from './database.server.ts';
import { addJob } from './jobs.server.ts';
import { isLetterKind, letterKinds, type LetterKind } from './letter.ts';
import { randomId } from './random.server.ts';

export type LetterTables = {
  letter: {
    id: string;
    key: string;
    kind: string;
    editionId: string | null;
    aboutId: string | null;
    personId: string | null;
    toAddress: string;
    toName: string;
    subject: string;
    body: string;
    delivery: 'now' | 'digest' | 'off';
    queuedAt: Date;
    heldAt: Date | null;
    sentAt: Date | null;
    messageId: string | null;
    leaveUrl: string | null;
  };
  letterAttempt: {
    id: string;
    letterId: string;
    at: Date;
    outcome: 'sent' | 'failed';
    problem: string | null;
  };
  letterPreference: { personId: string; kind: string; delivery: 'now' | 'digest' | 'off'; chosenAt: Date };
};

export interface Letter {
  /** Says which letter this is; a second letter under the same key is the same letter and is not queued. */
  key: string;
  kind: LetterKind;
  to: { address: string; name?: string; personId?: string | null };
  editionId?: string | null;
  /** The submission it speaks of: who is recused from that finds no trace of the letter. */
  aboutId?: string | null;
  /** Where its receiver leaves the list that it is written to. */
  leaveUrl?: string | null;
  subject: string;
  /** Plain text. Links stand on lines of their own. */
  body: string;
}

/** The database with the tables of letters, for `platform` and tests only: features queue letters and ask questions. */
export const letterTables = (db: Db) => db.withTables<LetterTables>();

/** Queues a letter; returns its id, or null when this key was queued before. */
export async function queueLetter(
  db: Db,
  letter: Letter,
  { now, hold = false }: { now: Date; hold?: boolean },
) {
  const delivery = await deliveryFor(db, letter);
  const row = await letterTables(db)
    .insertInto('letter')
    .values({
      id: randomId(),
      key: letter.key,
      kind: letter.kind,
      editionId: letter.editionId ?? null,
      aboutId: letter.aboutId ?? null,
      personId: letter.to.personId ?? null,
      toAddress: letter.to.address,
      toName: oneLine(letter.to.name ?? ''),
      subject: oneLine(letter.subject),
      body: letter.body,
      delivery,
      queuedAt: now,
      heldAt: hold ? now : null,
      sentAt: null,
      messageId: null,
      leaveUrl: letter.leaveUrl ?? null,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row && !hold && delivery === 'now')
    await addJob(db, 'letters.send', { id: row.id }, { key: `letter ${row.id}` });
  return row?.id ?? null;
}

async function deliveryFor(db: Db, { kind, to }: Letter): Promise<'now' | 'digest' | 'off'> {
  if (!isLetterKind(kind) || letterKinds[kind].essential || !to.personId) return 'now';
  const chosen = await letterTables(db)
    .selectFrom('letterPreference')
    .select('delivery')
    .where('personId', '=', to.personId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return chosen?.delivery ?? 'now';
}

/** Header values are one line; whatever else a person typed stays as typed. */
function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
}
