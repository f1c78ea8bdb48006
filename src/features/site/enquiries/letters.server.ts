/** Queues the letters of an enquiry: to who asked, with a fresh link, or to the address of the organizers. */
import { findEdition } from '#app/features/editions/queries.server.ts';
import { linkIn } from '#app/features/people/language.ts';
import { languageOfLetter } from '#app/features/people/letter-language.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import { queueLetter } from '#app/platform/letters.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import type { Spoken } from '#app/ui/language.ts';
import type { Enquiry } from './enquiry.ts';
import { fr } from './mails-fr.ts';
import { askedLetter, en, type Letters } from './mails.ts';
import { insertLink } from './queries.server.ts';

type About = Pick<Enquiry, 'id' | 'editionId' | 'name' | 'email' | 'topic' | 'aboutTitle' | 'language'>;
const letters: Record<Spoken, Letters> = { en, fr };

interface Written {
  message: string;
  words: string;
  now: Date;
}

export async function writeReceived(db: Db, enquiry: About, { message, words, now }: Written) {
  const { place, letters } = await placeOfAsker(db, enquiry, now);
  await toAsker(db, enquiry, `enquiry received ${message}`, letters.received(place, { words }), now);
}

export async function writeAnswer(
  db: Db,
  enquiry: About,
  { message, words, now, by }: Written & { by: string },
) {
  const { place, letters } = await placeOfAsker(db, enquiry, now);
  await toAsker(db, enquiry, `enquiry answer ${message}`, letters.answer(place, { by, words }), now);
}

/** To the address that the edition names for its organizers; their desk shows the same. */
export async function writeToOrganizers(
  db: Db,
  enquiry: About,
  { message, words, now, again }: Written & { again: boolean },
) {
  const { slug, about, base } = await editionOf(db, enquiry);
  const place = {
    edition: about.name,
    topic: enquiry.topic,
    about: enquiry.aboutTitle,
    url: `${base}/desk/${slug}/enquiries/${enquiry.id}`,
  };
  await queueLetter(
    db,
    {
      key: `enquiry asked ${message}`,
      kind: 'enquiry',
      to: { address: about.contactEmail, name: about.name },
      editionId: enquiry.editionId,
      ...askedLetter(place, { name: enquiry.name, email: enquiry.email, words, again }),
    },
    { now },
  );
}

async function placeOfAsker(db: Db, enquiry: About, now: Date) {
  const { slug, about, base } = await editionOf(db, enquiry);
  const secret = await insertLink(db, enquiry.id, now);
  const language = await languageOfLetter(db, {
    address: enquiry.email,
    used: enquiry.language,
    editionId: enquiry.editionId,
  });
  const url = linkIn(language, `${base}/${slug}/contact/thread/${secret}`);
  const place = { edition: about.name, topic: enquiry.topic, about: enquiry.aboutTitle, url };
  return { place, letters: letters[language] };
}

async function toAsker(
  db: Db,
  { editionId, name, email }: About,
  key: string,
  letter: { subject: string; body: string },
  now: Date,
) {
  await queueLetter(
    db,
    { key, kind: 'enquiry', to: { address: email, name }, editionId, ...letter },
    { now },
  );
}

async function editionOf(db: Db, { editionId }: About) {
  const edition = await findEdition(db, { id: editionId });
  if (!edition) throw new Error('An enquiry stands in an edition that is not there.');
  return { slug: edition.slug, about: edition.about, base: resources().settings.url };
}
