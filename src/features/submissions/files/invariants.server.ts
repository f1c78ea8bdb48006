import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { noRow, type Invariant, type Look } from '#app/platform/invariant.server.ts';

export const invariants: Invariant[] = [
  {
    says: 'Every file that was received is kept, with the bytes that its receipt names',
    broken: async (look) => await faults(look, 'received'),
  },
  {
    says: 'Every file of a draft is kept',
    broken: async (look) => await faults(look, 'drafts'),
  },
  noRow(
    'An upload that finished became a file',
    sql`
    select 'upload ' || u.id as what from upload u
    where u.finished_at is not null and not exists (select 1 from submission_file f where f.id = u.id)`,
  ),
  noRow(
    'A file has one size under one hash',
    sql`
    select sha256 as what from submission_file group by sha256 having count(distinct bytes) > 1`,
  ),
];

interface Named {
  sha256: string;
  bytes: number;
  whose: string;
}

/** Files deleted on the date that their call announced are no longer promised to anybody. */
const received = sql<Named>`
  select f->>'sha256' as sha256, (f->>'bytes')::bigint as bytes, min('receipt ' || v.receipt || ', ' || (f->>'name')) as whose
  from submission_version v cross join lateral jsonb_array_elements(v.files) f
  where not exists (select 1 from file_deletion d where d.submission_id = v.submission_id and d.deleted_at is not null)
  group by 1, 2`;

const drafts = sql<Named>`
  select f.sha256, f.bytes, min('submission ' || f.submission_id || ', ' || f.name) as whose from submission_file f
  where f.removed_at is null
    and not exists (select 1 from file_deletion d where d.submission_id = f.submission_id and d.deleted_at is not null)
  group by 1, 2`;

async function faults({ db, files, hashes }: Look, which: 'received' | 'drafts'): Promise<string[]> {
  const { rows } = await (which === 'received' ? received : drafts).execute(db);
  const found: string[] = [];
  for (const { sha256, bytes, whose } of rows) {
    if (!(await files.has(sha256))) found.push(`${sha256} is missing: ${whose}`);
    else if (hashes) {
      const held = await sumOf(files.read(sha256));
      if (held.sha256 !== sha256) found.push(`${sha256} is damaged: ${whose}`);
      else if (held.bytes !== bytes) found.push(`${sha256} is not ${bytes} bytes long: ${whose}`);
    }
  }
  return found;
}

async function sumOf(stream: AsyncIterable<Buffer>): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of stream) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}
