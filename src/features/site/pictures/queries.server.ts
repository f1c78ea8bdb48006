/** The library of an edition, newest first, and what of it a publication may show. */
import { sql } from 'kysely';
import type { Db } from '#app/platform/database.server.ts';
import type { PictureFile, PictureWords, SitePicture, UsedPicture } from './picture.ts';
import { pictureTables } from './tables.server.ts';

export interface LibraryPicture {
  id: string;
  key: string;
  sourceSha256: string;
  width: number;
  height: number;
  addedAt: Date;
  addedBy: string | null;
  statement: string;
  /** Null until somebody said what it shows. */
  words: (PictureWords & { revision: number; saidAt: Date; saidBy: string | null }) | null;
}

/** What was removed is not in it. */
export async function listPictures(db: Db, editionId: string): Promise<LibraryPicture[]> {
  const { rows } = await sql<LibraryPicture>`
    select p.id, p.key, p.source_sha256 as "sourceSha256", p.width, p.height, p.added_at as "addedAt",
      p.added_by as "addedBy", p.statement, w.words
    from site_picture p left join lateral (
      select jsonb_build_object('revision', revision, 'alt', alt, 'credit', credit, 'licence', licence, 'link', link,
        'saidAt', said_at, 'saidBy', said_by) as words
      from site_picture_words where picture_id = p.id order by revision desc limit 1) w on true
    where p.edition_id = ${editionId} and p.removed_at is null
    order by p.added_at desc, p.key`.execute(db);
  return rows.map((row) => ({
    ...row,
    words: row.words && { ...row.words, saidAt: new Date(row.words.saidAt) },
  }));
}

/** Of these, as far as they are still in the library. */
export async function loadSitePictures(
  db: Db,
  editionId: string,
  used: readonly UsedPicture[],
): Promise<SitePicture[]> {
  if (used.length === 0) return [];
  const rows = await pictureTables(db)
    .selectFrom('sitePictureFile as file')
    .innerJoin('sitePicture as picture', 'picture.id', 'file.pictureId')
    .select(['picture.key', 'file.revision', ...fileColumns])
    .where('picture.editionId', '=', editionId)
    .where('picture.removedAt', 'is', null)
    .orderBy('file.width')
    .execute();
  const files = Map.groupBy(rows, ({ key, revision }) => `${key} ${revision}`);
  return used.flatMap((one) => {
    const found = files.get(`${one.key} ${one.revision}`) ?? [];
    return found.length > 0 ? [{ ...one, files: found.map(asFile) }] : [];
  });
}

/** Every file whose publication somebody has answered for, with who and when. */
export async function listStated(db: Db, editionId: string) {
  return pictureTables(db)
    .selectFrom('sitePictureFile as file')
    .innerJoin('sitePicture as picture', 'picture.id', 'file.pictureId')
    .select(['picture.key', 'file.revision', 'file.sha256'])
    .where('picture.editionId', '=', editionId)
    .where('picture.removedAt', 'is', null)
    .where('picture.statement', '!=', '')
    .execute();
}

export async function listFiles(db: Db, pictureId: string, revision: number): Promise<PictureFile[]> {
  const rows = await pictureTables(db)
    .selectFrom('sitePictureFile as file')
    .select(fileColumns)
    .where('file.pictureId', '=', pictureId)
    .where('file.revision', '=', revision)
    .orderBy('file.width')
    .execute();
  return rows.map(asFile);
}

/** Also those that were removed: an address is never used again. */
export async function takenKeys(db: Db, editionId: string): Promise<Set<string>> {
  const rows = await pictureTables(db)
    .selectFrom('sitePicture')
    .select('key')
    .where('editionId', '=', editionId)
    .execute();
  return new Set(rows.map(({ key }) => key));
}

type Brought = Omit<LibraryPicture, 'words'> & { editionId: string };

export async function insertPicture(db: Db, picture: Brought, files: PictureFile[]): Promise<void> {
  const kept = { ...picture, removedAt: null, removedBy: null };
  await pictureTables(db).insertInto('sitePicture').values(kept).execute();
  await insertFiles(db, picture.id, 0, files);
}

export async function insertWords(
  db: Db,
  pictureId: string,
  words: NonNullable<LibraryPicture['words']>,
  files: PictureFile[],
): Promise<void> {
  await pictureTables(db)
    .insertInto('sitePictureWords')
    .values({ pictureId, ...words })
    .execute();
  await insertFiles(db, pictureId, words.revision, files);
}

/** Its rows stay and say who removed it; its bytes are named no more and swept. */
export async function removePicture(db: Db, id: string, at: Date, by: string | null): Promise<void> {
  await pictureTables(db).deleteFrom('sitePictureFile').where('pictureId', '=', id).execute();
  await pictureTables(db)
    .updateTable('sitePicture')
    .set({ removedAt: at, removedBy: by, sourceSha256: null })
    .where('id', '=', id)
    .execute();
}

async function insertFiles(db: Db, pictureId: string, revision: number, files: PictureFile[]): Promise<void> {
  if (files.length === 0) return;
  await pictureTables(db)
    .insertInto('sitePictureFile')
    .values(files.map((file) => ({ pictureId, revision, ...file })))
    .execute();
}

const fileColumns = [
  'file.name',
  'file.mime',
  'file.width',
  'file.height',
  'file.bytes',
  'file.sha256',
] as const;

const asFile = ({ name, mime, width, height, bytes, sha256 }: PictureFile): PictureFile => ({
  name,
  mime,
  width,
  height,
  bytes: Number(bytes),
  sha256,
});
