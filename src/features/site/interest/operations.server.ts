/** What somebody on the public site does with the list: ask to stand on it, say yes, leave. */
import * as v from 'valibot';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { linkIn } from '#app/features/people/language.ts';
import { languageOfLetter } from '#app/features/people/letter-language.server.ts';
import { networkOf } from '#app/features/people/network.ts';
import type { Db } from '#app/platform/database.server.ts';
import { queueLetter } from '#app/platform/letters.server.ts';
import { operation, read } from '#app/platform/operation.server.ts';
import { anyone, predicate } from '#app/platform/policy.ts';
import { hashSecret } from '#app/platform/random.server.ts';
import { countRate } from '#app/platform/rate.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import type { Spoken } from '#app/ui/language.ts';
import { joinForm, linkForm } from './forms.ts';
import { letters, type Links } from './mails.ts';
import { confirm as confirmRow, findBySecret, insertWish, remove } from './queries.server.ts';

/** The same answer and the same letter whether or not the address stands on the list. */
export const join = operation({
  name: 'interest.join',
  input: joinForm,
  subject: ({ db }, { edition }) => findEdition(db, { slug: edition }),
  allow: anyone,
  run: async ({ db, now, address, note, language = null }, edition, { email, name, topics, website }) => {
    await countRate(db, { name: `interest from ${networkOf(address)}`, most: 10, minutes: 60, now });
    await countRate(db, { name: `interest of ${hashSecret(email)}`, most: 4, minutes: 60, now });
    note({ editionId: edition.id });
    if (website !== '') return;
    const { id, secret } = await insertWish(db, {
      editionId: edition.id,
      email,
      name,
      topics,
      language,
      now,
    });
    const spoken = await languageOfLetter(db, { address: email, used: language, editionId: edition.id });
    const links = linksOf(edition.slug, secret, spoken);
    await queueLetter(
      db,
      {
        key: `interest ${id}`,
        kind: 'interest',
        to: { address: email, name },
        editionId: edition.id,
        leaveUrl: links.leave,
        ...letters[spoken].confirm(edition.about.name, { about: topics, links }),
      },
      { now },
    );
  },
});

const whoeverHasTheLink = predicate<unknown>('whoever has the link from a letter to the list', () => true);

/** What stands behind a link; null when nothing does any more. */
export const look = read({
  name: 'interest.look',
  input: v.object({ edition: v.string(), secret: v.string() }),
  allow: whoeverHasTheLink,
  run: async ({ db }, _subject, { edition, secret }) => {
    const found = await findHere(db, edition, secret);
    return found ? { email: found.email, topics: found.topics, confirmed: found.confirmedAt !== null } : null;
  },
});

export const confirm = operation({
  name: 'interest.confirm',
  input: linkForm,
  subject: ({ db }, { edition, secret }) => findHere(db, edition, secret),
  allow: whoeverHasTheLink,
  run: async ({ db, now, note }, interest) => {
    await confirmRow(db, interest, now);
    note({ editionId: interest.editionId });
  },
});

/** Forgets the address. Whoever left already is told the same. */
export const leave = operation({
  name: 'interest.leave',
  input: linkForm,
  allow: whoeverHasTheLink,
  evenFrozen: true,
  run: async ({ db, note }, _subject, { edition, secret }) => {
    const found = await findHere(db, edition, secret);
    if (!found) return;
    await remove(db, found);
    note({ editionId: found.editionId });
  },
});

export function linksOf(slug: string, secret: string, language: Spoken): Links {
  const home = `${resources().settings.url}/${slug}/interest`;
  const link = (verb: string) => linkIn(language, `${home}/${verb}/${secret}`);
  return { confirm: link('confirm'), leave: link('leave') };
}

/** Under the address of another edition there is nothing. */
async function findHere(db: Db, slug: string, secret: string) {
  const interest = await findBySecret(db, secret);
  const edition = interest && (await findEdition(db, { id: interest.editionId }));
  return edition?.slug === slug ? interest : null;
}
