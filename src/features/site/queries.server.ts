import * as v from 'valibot';
import { editionSettingsSchema } from '#app/features/editions/settings.ts';
import type { Db } from '#app/platform/database.server.ts';
import type { Publication, PublishedDocument } from './publication.ts';
import { siteTables } from './tables.server.ts';

/** The newest first. */
export async function listPublications(db: Db, editionId: string, limit = 100): Promise<Publication[]> {
  const rows = await siteTables(db)
    .selectFrom('sitePublication')
    .selectAll()
    .where('editionId', '=', editionId)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ document, editionId: _edition, ...row }) => ({
    ...row,
    document: asDocument(document),
  }));
}

export async function insertPublication(
  db: Db,
  editionId: string,
  { document, ...row }: Publication,
): Promise<void> {
  await siteTables(db)
    .insertInto('sitePublication')
    .values({ ...row, editionId, document: JSON.stringify(document) })
    .execute();
}

type Stored = { settings: unknown; shown: string[]; pictures?: PublishedDocument['pictures'] };

/** What was published before Salon learned of a section has it empty. */
function asDocument(stored: unknown): PublishedDocument {
  const { settings, shown, pictures = [] } = stored as Stored;
  return { settings: v.parse(editionSettingsSchema, settings), shown, pictures };
}
