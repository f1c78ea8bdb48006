/** Receipts by mail: to every author, each in the language they read. */
import { languageOfLetter } from '#app/features/people/letter-language.server.ts';
import { linkIn } from '#app/features/people/language.ts';
import { queueLetter } from '#app/platform/letters.server.ts';
import type { Scope } from '#app/platform/operation.server.ts';
import { hashSecret, randomSecret } from '#app/platform/random.server.ts';
import { markInvited } from './contributor-queries.server.ts';
import { placeOf } from './letters.server.ts';
import { lettersIn } from './mails-in.ts';
import type { Case } from './submission.ts';
import type { Version } from './version.ts';

/** Who has neither account nor invitation yet gets their link with it. */
export async function sendReceipts(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  submission: Case,
  version: Version,
  onBehalfBy: string | null,
): Promise<void> {
  const { edition, kind, url } = await placeOf(db, submission, '');
  const { title } = submission.call.settings;
  const toInvite = submission.contributors
    .filter(({ email, personId, invitedAt }) => email && !personId && !invitedAt)
    .map(({ id }) => ({ id, secret: randomSecret() }));
  await markInvited(
    db,
    toInvite.map(({ id, secret }) => ({ id, hash: hashSecret(secret) })),
    now,
  );
  const written = new Set<string>();
  for (const { id, email, name, personId } of submission.contributors) {
    const address = email.toLowerCase();
    if (!address || written.has(address)) continue;
    written.add(address);
    const secret = toInvite.find((one) => one.id === id)?.secret;
    const reader = { personId, address, editionId: submission.editionId };
    const language = await languageOfLetter(db, reader);
    const letter = lettersIn[language].receiptLetter(
      { version, edition, call: { title, kind }, onBehalfBy },
      {
        url: secret
          ? linkIn(language, `${url}/invitation/${secret}`)
          : `${url}/my/submissions/${submission.id}`,
        invited: secret !== undefined,
      },
    );
    await queueLetter(
      db,
      {
        key: `receipt ${version.id} ${address}`,
        kind: 'receipt',
        to: { address, name, personId },
        editionId: submission.editionId,
        aboutId: submission.id,
        ...letter,
      },
      { now },
    );
  }
}
