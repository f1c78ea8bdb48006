/** The language in which somebody is written to: their own choice, else the one they wrote in, else the edition's. */
import { sql } from 'kysely';
import { findEdition } from '#app/features/editions/queries.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import { spokenFor, type Spoken } from '#app/ui/language.ts';
import { known } from './language.ts';

export interface Reader {
  personId?: string | null | undefined;
  /** Only as far as its owner has shown that they read it. */
  address?: string | null | undefined;
  /** That of the page which they used, where the letter answers them. */
  used?: string | null | undefined;
  editionId?: string | null | undefined;
}

export async function languageOfLetter(
  db: Db,
  { personId, address, used, editionId }: Reader,
): Promise<Spoken> {
  const { rows } = await sql<{ language: string | null }>`
    select p.language from person p where p.id = ${personId ?? null} or p.id in
      (select person_id from person_email where address = ${address?.toLowerCase() ?? null} and confirmed_at is not null)
    order by p.id = ${personId ?? null} desc nulls last`.execute(db);
  const chosen = rows.map(({ language }) => known(language)).find(Boolean) ?? known(used);
  if (chosen) return chosen;
  const edition = editionId ? await findEdition(db, { id: editionId }) : null;
  return spokenFor(edition?.about.language ?? 'en');
}
