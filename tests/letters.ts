/** For tests: letters in the outbox, a mail server that takes them, and what became of them. */
import { letterTables, queueLetter, type Letter } from '#app/platform/letters.server.ts';
import { provideResources, resources } from '#app/platform/resources.server.ts';
import type { Settings } from '#app/platform/settings.server.ts';
import { openMailServer } from './mail-server.ts';
import { whileOpen, type World } from './world.ts';

/** A mail server of its own to which this world's letters go; `close()` it after the test. */
export async function openPost() {
  const mail = await openMailServer();
  configure({
    smtpUrl: mail.url,
    demo: false,
    mailFrom: { name: 'Small Workshop', address: 'post@salon.test' },
  });
  return mail;
}

export type Post = Awaited<ReturnType<typeof openPost>>;

export function configure(settings: Partial<Settings>) {
  const held = resources();
  provideResources({ ...held, settings: { ...held.settings, ...settings } });
}

let count = 0;

/** A short letter with a key of its own. */
export const letterTo = (address: string, rest: Partial<Letter> = {}): Letter => ({
  key: `test ${++count}`,
  kind: 'message',
  to: { address },
  subject: 'Hello',
  body: 'Good day.\n',
  ...rest,
});

/** Its id in the outbox. */
export const queue = async (world: World, letter: Letter, now = whileOpen) =>
  (await queueLetter(world.db, letter, { now }))!;

export const attemptsOf = (world: World, id: string) =>
  letterTables(world.db)
    .selectFrom('letterAttempt')
    .select(['outcome', 'problem'])
    .where('letterId', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute();
