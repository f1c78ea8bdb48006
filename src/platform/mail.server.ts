/**
 * Takes queued letters to the mail server. A letter is sent when the server accepted it; until then every
 * attempt leaves a row. The row is locked meanwhile, so two workers never send one letter, and its Message-ID
 * comes from its key, so a repetition after a crash is recognised as the same message.
 */
import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Db } from './database.server.ts';
import { letterTables, type LetterTables } from './letters.server.ts';
import { mailAddress } from './mail-address.ts';
import { messageOf } from './mail-message.ts';
import { randomId } from './random.server.ts';
import { resources } from './resources.server.ts';
import type { Settings } from './settings.server.ts';

/** `later`: worth another try. `refused`: it will not get better by itself. `nothing`: sent before, held or off. */
export type Outcome = 'sent' | 'later' | 'refused' | 'nothing';

/** Call it in a transaction, which holds the lock on the row. An attempt that fails is an outcome, never an error. */
export async function sendLetter(db: Db, { id, now }: { id: string; now: Date }): Promise<Outcome> {
  const { settings } = resources();
  const letter = await letterTables(db)
    .selectFrom('letter')
    .selectAll()
    .where('id', '=', id)
    .where('sentAt', 'is', null)
    .where('heldAt', 'is', null)
    .where('delivery', '=', 'now')
    .forUpdate()
    .executeTakeFirst();
  if (!letter) return 'nothing';
  const messageId = messageIdOf(`${letter.key}${await timesSent(db, id)}`, settings.url);
  // The demo's mail server is its inbox page.
  const failure =
    settings.demo && !settings.smtpUrl ? null : await delivered({ ...letter, messageId }, settings, now);
  await letterTables(db)
    .insertInto('letterAttempt')
    .values({
      id: randomId(),
      letterId: id,
      at: now,
      outcome: failure ? 'failed' : 'sent',
      problem: failure?.problem ?? null,
    })
    .execute();
  if (failure) return failure.outcome;
  await letterTables(db)
    .updateTable('letter')
    .set({ sentAt: now, messageId, ...(settings.smtpUrl && withoutSecret(letter)) })
    .where('id', '=', id)
    .execute();
  return 'sent';
}

/** Nothing at first; a letter sent once more on request must not look like a copy of itself. */
async function timesSent(db: Db, id: string): Promise<string> {
  const sent = await letterTables(db)
    .selectFrom('letterAttempt')
    .select('id')
    .where('letterId', '=', id)
    .where('outcome', '=', 'sent')
    .execute();
  return sent.length > 0 ? ` again ${sent.length}` : '';
}

/** The same key gives the same Message-ID (RFC 5322, 3.6.4), at the host of `url`. */
export function messageIdOf(key: string, url: string): string {
  const name = createHash('sha256').update(key).digest('hex').slice(0, 40);
  return `<${name}@${new URL(url).hostname}>`;
}

async function delivered(
  letter: LetterTables['letter'] & { messageId: string },
  settings: Settings,
  now: Date,
): Promise<{ outcome: 'later' | 'refused'; problem: string } | null> {
  if (!settings.smtpUrl) return { outcome: 'later', problem: 'No mail server is set: give SMTP_URL.' };
  if (mailAddress(letter.toAddress) !== letter.toAddress)
    return { outcome: 'refused', problem: 'This is no mail address.' };
  const transport = createTransport(
    { url: settings.smtpUrl, connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 },
    { disableFileAccess: true, disableUrlAccess: true },
  );
  try {
    const { mailFrom: from, url } = settings;
    const message = messageOf(letter, { from, url, now });
    await transport.sendMail({ ...message, envelope: { from: from.address, to: [letter.toAddress] } });
    return null;
  } catch (problem) {
    const {
      responseCode = 0,
      response,
      code,
    } = problem as {
      responseCode?: number;
      response?: string;
      code?: string;
    };
    const words = response ?? `The mail server could not be reached (${code ?? 'no reason given'}).`;
    // 5xx about the letter is final (RFC 5321, 4.2.1); about our credentials it is ours to mend.
    const final = responseCode >= 500 && code !== 'EAUTH';
    return { outcome: final ? 'refused' : 'later', problem: words.replace(/\s+/g, ' ').slice(0, 500) };
  } finally {
    transport.close();
  }
}

/** A link that signs in has no business in the log once it is on its way. */
const withoutSecret = ({ kind }: { kind: string }) =>
  kind === 'sign-in' ? { body: '(The link that stood here was sent and is not kept.)' } : {};
