/** What invented people ask from the demo's contact page, and who of them wants to hear more. */
import { answer } from '#app/features/site/enquiries/desk-operations.server.ts';
import { send } from '#app/features/site/enquiries/operations.server.ts';
import { findEnquiry } from '#app/features/site/enquiries/queries.server.ts';
import type { Topic } from '#app/features/site/interest/interest.ts';
import { confirm, findBySecret, insertWish } from '#app/features/site/interest/queries.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { systemViewer, visitor } from '#app/platform/viewer.ts';

export async function arrangeTakingPart(edition: { id: string; slug: string }, before: Date): Promise<void> {
  const { db } = resources().database;
  const hours = (count: number) => new Date(before.getTime() - count * 60 * 60 * 1000);
  for (const { hoursAgo, reply, ...asked } of enquiries) {
    const now = hours(hoursAgo);
    const { id } = await send({ viewer: visitor, now }, { edition: edition.slug, ...asked });
    if (!reply) continue;
    const seen = (await findEnquiry(db, id))!.messages.at(-1)!.id;
    await answer({ viewer: systemViewer('demo'), now: hours(hoursAgo - 2) }, { id, seen, words: reply });
  }
  for (const { hoursAgo, ...wish } of wishes) {
    const { secret } = await insertWish(db, { editionId: edition.id, ...wish, now: hours(hoursAgo) });
    await confirm(db, (await findBySecret(db, secret))!, hours(hoursAgo - 1));
  }
}

/** All invented. */
const enquiries = [
  {
    name: 'Perla Pressová (invented)',
    email: 'perla@example.org',
    topic: 'press' as const,
    words:
      'I write for a small magazine on design. May I photograph in the exhibition, and whom do I ask for words?',
    hoursAgo: 30,
    reply:
      'Come to the desk in the hall on Saturday morning. Please ask each creator before you take a picture.',
  },
  {
    name: 'Tariq Esempio (invented)',
    email: 'tariq@example.org',
    topic: 'access' as const,
    words: 'I follow talks by captions. Will there be any, in the room or online?',
    hoursAgo: 5,
    reply: '',
  },
];

const wishes: { email: string; name: string; topics: Topic[]; hoursAgo: number }[] = [
  { email: 'wilhelmina@example.org', name: 'Wilhelmina Fiktiv', topics: ['reviewing', 'news'], hoursAgo: 90 },
  { email: 'yusuf@example.org', name: 'Yusuf Örnek', topics: ['volunteering', 'attending'], hoursAgo: 60 },
  { email: 'noname@example.org', name: '', topics: ['jury'], hoursAgo: 12 },
];
