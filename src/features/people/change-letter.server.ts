/** Tells the owner of an account that it was changed, at the address they have, in case it was not them. */
import type { Db } from '#app/platform/database.server.ts';
import { queueLetter } from '#app/platform/letters.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import type { PersonViewer } from '#app/platform/viewer.ts';
import { languageOfLetter } from './letter-language.server.ts';
import { lettersIn, type Change } from './mails.ts';

export async function tellOfChange(db: Db, owner: PersonViewer, change: Change, now: Date): Promise<void> {
  const { id: personId, email: address, name } = owner;
  const language = await languageOfLetter(db, { personId });
  const letter = lettersIn[language].change(change, `${resources().settings.url}/account`);
  const to = { address, name, personId };
  await queueLetter(db, { key: `account ${randomId()}`, kind: 'account', to, ...letter }, { now });
}
