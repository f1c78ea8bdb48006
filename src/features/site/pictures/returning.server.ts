/** A picture of the organizers that comes back from an archive, as it was drawn and with what was said of it. */
import type { Db } from '#app/platform/database.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import type { SitePicture } from './picture.ts';
import { insertPicture, insertWords } from './queries.server.ts';

/** The widest JPEG stands in for the file that was brought, which is in no archive. */
export async function insertReturningPicture(
  db: Db,
  editionId: string,
  { files, key, ...words }: SitePicture,
  now: Date,
): Promise<void> {
  const widest = files.toSorted((a, b) => b.width - a.width);
  const { width, height, sha256 } = widest.find(({ mime }) => mime === 'image/jpeg') ?? widest[0]!;
  const id = randomId();
  const brought = { id, editionId, key, width, height, sourceSha256: sha256, addedAt: now, addedBy: null };
  await insertPicture(
    db,
    { ...brought, statement: 'Published before, as the archive says that it came from.' },
    [],
  );
  await insertWords(db, id, { ...words, saidAt: now, saidBy: null }, files);
}
