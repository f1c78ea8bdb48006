/** An edition and its calls as their organizers act on them: found by address. */
import type { Db } from '#app/platform/database.server.ts';
import { findEdition } from '../editions/queries.server.ts';
import { findCalls } from './queries.server.ts';

/** With the id under which policies ask for its organizers. */
export async function findOwned(db: Db, { slug }: { slug: string }) {
  const edition = await findEdition(db, { slug });
  return edition && { edition, editionId: edition.id };
}

/** Null where the edition has no such call, or it was taken out. */
export async function findOwnedCall(db: Db, input: { slug: string; call: string }) {
  const owned = await findOwned(db, input);
  const [call] = owned ? await findCalls(db, { editionId: owned.editionId, key: input.call }) : [];
  return owned && call && { ...owned, call };
}
