/** The drawn site in the database: what lies there, what it was made of, and between which instants it is true. */
import { sql } from 'kysely';
import type { Db } from '#app/platform/database.server.ts';
import type { SiteTables } from './tables.server.ts';
import { siteTables } from './tables.server.ts';
import type { Span } from './truth.ts';

export type FileRow = Omit<SiteTables['siteFile'], 'headers'> & { headers: [string, string][] };
export type Drawn = Omit<SiteTables['siteDrawn'], 'onlyOne'>;
export type Drawing = Omit<SiteTables['siteProgress'], 'onlyOne'>;

/** By address, of what each file was made. */
export async function keptMakings(db: Db): Promise<Map<string, string>> {
  const rows = await siteTables(db).selectFrom('siteFile').select(['address', 'madeOf']).execute();
  return new Map(rows.map(({ address, madeOf }) => [address, madeOf]));
}

export async function findFiles(db: Db, addresses: string[]): Promise<FileRow[]> {
  if (addresses.length === 0) return [];
  const rows = await siteTables(db)
    .selectFrom('siteFile')
    .selectAll()
    .where('address', 'in', addresses)
    .execute();
  return rows as FileRow[];
}

/** A few at a time: one statement takes at most 65,535 values. */
export async function keepFiles(db: Db, files: FileRow[], gone: string[]): Promise<void> {
  for (let at = 0; at < files.length; at += 50) {
    await siteTables(db)
      .insertInto('siteFile')
      .values(files.slice(at, at + 50).map((file) => ({ ...file, headers: JSON.stringify(file.headers) })))
      .onConflict((conflict) =>
        conflict.column('address').doUpdateSet((eb) => ({
          madeOf: eb.ref('excluded.madeOf'),
          type: eb.ref('excluded.type'),
          headers: eb.ref('excluded.headers'),
          leadsTo: eb.ref('excluded.leadsTo'),
          sha256: eb.ref('excluded.sha256'),
          bytes: eb.ref('excluded.bytes'),
          plain: eb.ref('excluded.plain'),
          gzip: eb.ref('excluded.gzip'),
          brotli: eb.ref('excluded.brotli'),
        })),
      )
      .execute();
  }
  for (let at = 0; at < gone.length; at += 1000)
    await siteTables(db)
      .deleteFrom('siteFile')
      .where('address', 'in', gone.slice(at, at + 1000))
      .execute();
}

export async function findDrawn(db: Db): Promise<Drawn | undefined> {
  return siteTables(db)
    .selectFrom('siteDrawn')
    .select(['number', 'drawnAt', 'trueFrom', 'trueUntil'])
    .executeTakeFirst();
}

/** Says whether anything that servers hold is out of date now. */
export async function noteDrawn(
  db: Db,
  { from, until }: Span,
  now: Date,
  changed: boolean,
): Promise<boolean> {
  const before = await findDrawn(db);
  const same =
    before?.trueFrom?.getTime() === from?.getTime() && before?.trueUntil?.getTime() === until?.getTime();
  if (before && same && !changed) return false;
  const row = { number: (before?.number ?? 0) + 1, drawnAt: now, trueFrom: from, trueUntil: until };
  await siteTables(db)
    .insertInto('siteDrawn')
    .values({ onlyOne: true, ...row })
    .onConflict((conflict) => conflict.column('onlyOne').doUpdateSet(row))
    .execute();
  return true;
}

export async function noteProgress(db: Db, progress: Drawing): Promise<void> {
  await siteTables(db)
    .insertInto('siteProgress')
    .values({ onlyOne: true, ...progress })
    .onConflict((conflict) => conflict.column('onlyOne').doUpdateSet(progress))
    .execute();
}

/** The drawing under way, where one takes long enough to be watched. */
export async function findProgress(db: Db): Promise<Drawing | undefined> {
  return siteTables(db)
    .selectFrom('siteProgress')
    .select(['begunAt', 'pages', 'drawn', 'finishedAt'])
    .where(sql<boolean>`finished_at is null`)
    .executeTakeFirst();
}
