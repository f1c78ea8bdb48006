import { sql } from 'kysely';
import { lockName, type Db } from '#app/platform/database.server.ts';
import type { Edition, EditionWithSettings } from './edition.ts';
import { editionSettingsSchema, sections, type Section, type SectionName } from './settings.ts';
import * as v from 'valibot';
import { editionTables } from './tables.server.ts';

export async function findEdition(
  db: Db,
  where: { slug: string } | { id: string },
): Promise<Edition | undefined> {
  const [column, value] = 'slug' in where ? (['slug', where.slug] as const) : (['id', where.id] as const);
  const row = await editionTables(db)
    .selectFrom('edition')
    .innerJoin('editionSection', (join) =>
      join.onRef('editionSection.editionId', '=', 'edition.id').on('editionSection.name', '=', 'about'),
    )
    .select(['edition.id', 'edition.slug', 'editionSection.body'])
    .where(`edition.${column}`, '=', value)
    .orderBy('editionSection.revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { id: row.id, slug: row.slug, about: row.body as Section<'about'> };
}

/** Newest first, by first day. */
export async function listEditions(db: Db): Promise<Edition[]> {
  const { rows } = await sql<{ id: string; slug: string; body: Section<'about'> }>`
    select e.id, e.slug, s.body from edition e
    join lateral (select body from edition_section where edition_id = e.id and name = 'about'
                  order by revision desc limit 1) s on true
    order by s.body->'days'->>0 desc, e.slug desc`.execute(db);
  return rows.map(({ id, slug, body }) => ({ id, slug, about: body }));
}

/** The whole of what the organizers set, without the calls. */
export async function loadSettings(db: Db, edition: Edition): Promise<EditionWithSettings> {
  const { rows } = await sql<{ name: SectionName; body: unknown }>`
    select distinct on (name) name, body from edition_section
    where edition_id = ${edition.id} order by name, revision desc`.execute(db);
  const bodies = Object.fromEntries(rows.map(({ name, body }) => [name, body]));
  return { ...edition, settings: v.parse(editionSettingsSchema, bodies) };
}

export async function insertEdition(
  db: Db,
  { id, slug, at, by }: { id: string; slug: string; at: Date; by: string | null },
): Promise<void> {
  await editionTables(db).insertInto('edition').values({ id, slug, createdAt: at, createdBy: by }).execute();
}

/** Writes the next revision of a section and returns its number. */
export async function insertSection<N extends SectionName>(
  db: Db,
  section: { editionId: string; name: N; body: Section<N>; at: Date; by: string | null; reason: string },
): Promise<number> {
  const { rows } = await sql<{ revision: number }>`
    insert into edition_section (edition_id, name, revision, body, changed_at, changed_by, reason)
    select ${section.editionId}, ${section.name}, coalesce(max(revision), 0) + 1, ${JSON.stringify(section.body)}::jsonb,
           ${section.at}, ${section.by}, ${section.reason}
    from edition_section where edition_id = ${section.editionId} and name = ${section.name}
    returning revision`.execute(db);
  return rows[0]!.revision;
}

/** The number of the newest revision of each section; 0 where nothing was set yet. */
export async function loadRevisions(db: Db, editionId: string): Promise<Record<SectionName, number>> {
  const rows = await editionTables(db)
    .selectFrom('editionSection')
    .select(['name', (eb) => eb.fn.max('revision').as('revision')])
    .where('editionId', '=', editionId)
    .groupBy('name')
    .execute();
  const known = Object.fromEntries(rows.map(({ name, revision }) => [name, revision]));
  return Object.fromEntries(Object.keys(sections).map((name) => [name, known[name] ?? 0])) as never;
}

export async function findRevision(db: Db, editionId: string, name: SectionName) {
  const row = await editionTables(db)
    .selectFrom('editionSection')
    .select((eb) => eb.fn.max('revision').as('revision'))
    .where('editionId', '=', editionId)
    .where('name', '=', name)
    .executeTakeFirst();
  return { revision: row?.revision ?? 0 };
}

/** Newest first; the body of each revision is there to be compared with the one before. */
export async function sectionHistory(db: Db, editionId: string, name: SectionName) {
  return editionTables(db)
    .selectFrom('editionSection')
    .select(['revision', 'body', 'changedAt', 'changedBy', 'reason'])
    .where('editionId', '=', editionId)
    .where('name', '=', name)
    .orderBy('revision', 'desc')
    .limit(100)
    .execute();
}

/** Changes to one edition's settings wait for each other, so that each sees what the last one left. */
export const lockEdition = (db: Db, editionId: string) => lockName(db, `edition ${editionId}`);
