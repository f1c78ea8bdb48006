/** Queues letters about a submission: one to each of its people, or one to the organizers. */
import { findEdition } from '#app/features/editions/queries.server.ts';
import { languageOfLetter } from '#app/features/people/letter-language.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import { queueLetter } from '#app/platform/letters.server.ts';
import type { LetterKind } from '#app/platform/letter.ts';
import { resources } from '#app/platform/resources.server.ts';
import type { Spoken } from '#app/ui/language.ts';
import type { Called } from './submission.ts';

export interface Place {
  edition: { name: string; zone: string; slug: string; contactEmail: string };
  kind: 'paper' | 'work';
  title: string;
  url: string;
  /** That of who reads the letter. */
  language: Spoken;
}

interface Draftsman {
  kind: LetterKind;
  key: string;
  write(place: Place): { subject: string; body: string };
}

export async function placeOf(db: Db, submission: Called, path: string): Promise<Place> {
  const edition = await findEdition(db, { id: submission.editionId });
  if (!edition) throw new Error('A submission stands in an edition that is not there.');
  const { name, zone, contactEmail } = edition.about;
  return {
    edition: { name, zone, slug: edition.slug, contactEmail },
    kind: submission.call.settings.kind,
    title: submission.title,
    url: `${resources().settings.url}${path}`,
    language: 'en',
  };
}

export async function writeToAuthors(
  db: Db,
  submission: Called,
  { now, except, path }: { now: Date; except?: string; path?: string },
  { kind, key, write }: Draftsman,
): Promise<void> {
  const place = await placeOf(db, submission, path ?? `/my/submissions/${submission.id}`);
  const seen = new Set<string>();
  for (const { id, email, name, personId } of submission.contributors) {
    const address = email.toLowerCase();
    if (!address || id === except || seen.has(address)) continue;
    seen.add(address);
    const reader = { personId, address, editionId: submission.editionId };
    const language = await languageOfLetter(db, reader);
    await queueLetter(
      db,
      {
        key: `${key} ${address}`,
        kind,
        to: { address, name, personId },
        editionId: submission.editionId,
        aboutId: submission.id,
        ...write({ ...place, language }),
      },
      { now },
    );
  }
}

/** To the address that the edition names for its organizers; their desk shows the same, in English like it. */
export async function writeToOrganizers(
  db: Db,
  submission: Called,
  { now }: { now: Date },
  { kind, key, write }: Draftsman,
): Promise<void> {
  const place = await placeOf(db, submission, '');
  const { slug, contactEmail, name } = place.edition;
  const url = `${place.url}/desk/${slug}/submissions/${submission.id}`;
  await queueLetter(
    db,
    {
      key: `${key} organizers`,
      kind,
      to: { address: contactEmail, name },
      editionId: submission.editionId,
      aboutId: submission.id,
      ...write({ ...place, url }),
    },
    { now },
  );
}
