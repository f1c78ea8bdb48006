import { sql } from 'kysely';
import { noRow, type Invariant } from '#app/platform/invariant.server.ts';
import { listEditions } from '../editions/queries.server.ts';
import { checkCall } from './check.ts';
import { endOf } from './deadline.ts';
import { findCalls } from './queries.server.ts';

export const invariants: Invariant[] = [
  {
    says: 'The settings of every call can be read and make sense',
    async broken({ db }) {
      const found: string[] = [];
      for (const edition of await listEditions(db))
        for (const { key, settings } of await findCalls(db, { editionId: edition.id }))
          for (const [path, sentence] of Object.entries(checkCall(settings).problems ?? {}))
            found.push(`${edition.slug}, ${key}.${path}: ${sentence}`);
      return found;
    },
  },
  {
    says: 'Every extended deadline is the instant that its words say',
    async broken({ db }) {
      const found: string[] = [];
      for (const edition of await listEditions(db))
        for (const { key, extensions, finalExtensions } of await findCalls(db, { editionId: edition.id }))
          for (const { deadline, asSet } of [...extensions, ...finalExtensions])
            if (endOf(asSet).getTime() !== new Date(deadline).getTime())
              found.push(`${edition.slug}, ${key}: ${asSet.date} ${asSet.time} ${asSet.zone}`);
      return found;
    },
  },
  noRow(
    'Every call has settings',
    sql`
    select id as what from call c where not exists (select 1 from call_revision where call_id = c.id)`,
  ),
  noRow(
    'Nothing is waived twice at a time for one call',
    sql`
    select c.key || ': ' || w.code as what from call_waiver w join call c on c.id = w.call_id
    where not exists (select 1 from call_waiver_end e where e.waiver_id = w.id)
    group by c.id, c.key, w.code having count(*) > 1`,
  ),
];
