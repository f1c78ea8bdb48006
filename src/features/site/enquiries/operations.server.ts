/** What somebody on the public site does with an enquiry: send it, read the answers, write again. */
import * as v from 'valibot';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { networkOf } from '#app/features/people/network.ts';
import type { Db } from '#app/platform/database.server.ts';
import { operation, read } from '#app/platform/operation.server.ts';
import { anyone } from '#app/platform/policy.ts';
import { hashSecret, randomId } from '#app/platform/random.server.ts';
import { countRate } from '#app/platform/rate.server.ts';
import { invalid } from '#app/platform/refusal.ts';
import { findAbout } from './about.server.ts';
import { wordsIn } from '../words/words.ts';
import { stateOf } from './enquiry.ts';
import { askForm, linkForm, wordsField } from './forms.ts';
import { writeReceived, writeToOrganizers } from './letters.server.ts';
import { whoeverHasTheLink } from './policy.ts';
import { findBySecret, insertEnd, insertMessage, undoEnd } from './queries.server.ts';
import { enquiryTables } from './tables.server.ts';

/** What fills the field that people do not see is kept as spam, without a letter to anybody. */
export const send = operation({
  name: 'enquiries.send',
  input: askForm,
  subject: ({ db }, { edition }) => findEdition(db, { slug: edition }),
  allow: anyone,
  evenFrozen: true,
  run: async (
    { db, now, address, note, language = null },
    { id: editionId },
    { name, email, topic, words, website, ...typed },
  ) => {
    await countRate(db, { name: `enquiries from ${networkOf(address)}`, most: 10, minutes: 60, now });
    // A letter goes to an address that anybody may have typed: its owner shall not drown in them.
    await countRate(db, { name: `enquiries of ${hashSecret(email)}`, most: 4, minutes: 60, now });
    const about = typed.about
      ? await findAbout(db, { editionId, typed: typed.about, now })
      : { about: '', aboutTitle: '' };
    if (!about)
      throw invalid('There is no public paper or work of that title or address.', {
        about: 'Nothing public is called so. Give its title or address as on its page, or leave this empty.',
      });
    const enquiry = { id: randomId(), editionId, begunAt: now, name, email, topic, language, ...about };
    await enquiryTables(db).insertInto('enquiry').values(enquiry).execute();
    const written = {
      enquiryId: enquiry.id,
      at: now,
      byPerson: null,
      byName: name,
      byOrganizer: false,
      words,
    };
    const message = await insertMessage(db, written);
    if (website !== '') {
      await insertEnd(db, { enquiryId: enquiry.id, kind: 'spam', at: now, by: null });
    } else {
      await writeReceived(db, enquiry, { message, words, now });
      await writeToOrganizers(db, enquiry, { message, words, now, again: false });
    }
    note({ editionId, subjectId: enquiry.id });
    return { id: enquiry.id };
  },
});

/** The thread as who asked sees it; what organizers think of it (spam) is not told. */
export const thread = read({
  name: 'enquiries.thread',
  input: linkForm,
  subject: ({ db }, { edition, secret }) => findHere(db, edition, secret),
  allow: whoeverHasTheLink,
  run: async ({ language = 'en' }, { name, topic, aboutTitle, messages, ends, zone }) => ({
    name,
    about: aboutTitle,
    topic: wordsIn(language).contact.topics[topic] ?? topic,
    zone,
    closed: stateOf({ messages, ends }) === 'closed',
    messages: messages.map(({ id, at, by, byOrganizer, words }) => ({ id, at, by, byOrganizer, words })),
  }),
});

/** Opens it again when it was closed; in what is spam nobody hears of it. */
export const writeAgain = operation({
  name: 'enquiries.writeAgain',
  input: v.object({ ...linkForm.entries, words: wordsField }),
  subject: ({ db }, { edition, secret }) => findHere(db, edition, secret, true),
  allow: whoeverHasTheLink,
  evenFrozen: true,
  run: async ({ db, now, note }, { zone: _zone, ...enquiry }, { words }) => {
    const { id: enquiryId, editionId, name, ends } = enquiry;
    await countRate(db, { name: `enquiry ${enquiryId}`, most: 10, minutes: 60, now });
    const written = { enquiryId, at: now, byPerson: null, byName: name, byOrganizer: false, words };
    const message = await insertMessage(db, written);
    await undoEnd(db, { enquiryId, kind: 'closed', at: now, by: null });
    if (!ends.some(({ kind }) => kind === 'spam'))
      await writeToOrganizers(db, enquiry, { message, words, now, again: true });
    note({ editionId, subjectId: enquiryId, detail: { message } });
    return { message };
  },
});

/** Under the address of another edition there is nothing. */
async function findHere(db: Db, slug: string, secret: string, lock = false) {
  const enquiry = await findBySecret(db, secret, lock);
  const edition = enquiry && (await findEdition(db, { id: enquiry.editionId }));
  return edition?.slug === slug ? { ...enquiry!, zone: edition.about.zone } : null;
}
