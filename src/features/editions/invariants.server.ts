import { sql } from 'kysely';
import { noRow, type Invariant } from '#app/platform/invariant.server.ts';
import { checkSection } from './check.ts';
import { listEditions, loadSettings } from './queries.server.ts';
import type { SectionName } from './settings.ts';

export const invariants: Invariant[] = [
  {
    says: 'The settings of every edition can be read and make sense',
    async broken({ db }) {
      const found: string[] = [];
      for (const edition of await listEditions(db)) {
        const { settings } = await loadSettings(db, edition);
        for (const [name, body] of Object.entries(settings))
          for (const [path, sentence] of Object.entries(
            checkSection(name as SectionName, body).problems ?? {},
          ))
            found.push(`${edition.slug}, ${name}.${path}: ${sentence}`);
      }
      return found;
    },
  },
  noRow(
    'The history of every section is whole',
    sql`
    select e.slug || ', ' || s.name as what from edition e join edition_section s on s.edition_id = e.id
    group by e.slug, s.name having count(*) <> max(s.revision) - min(s.revision) + 1`,
  ),
];
