import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { noRow, type Invariant, type Look } from '#app/platform/invariant.server.ts';

export const invariants: Invariant[] = [
  {
    says: 'Everything that was made of a work for the world is kept, with the bytes it had',
    broken: faults,
  },
  noRow(
    'No original of a picture, a film or a sound is shown as it came',
    sql`
    select 'submission ' || r.submission_id || ', ' || n.name as what
    from rendition n join rendering r on r.id = n.rendering_id
    where n.sha256 = r.source_sha256 and n.use not in ('document', 'captions', 'transcript', 'web')`,
  ),
  noRow(
    'A submission shows one rendering of a file, and no name twice',
    sql`
    select 'submission ' || r.submission_id || ', ' || n.name as what
    from rendition n join rendering r on r.id = n.rendering_id
    where r.replaced_at is null and r.made_at is not null
    group by r.submission_id, n.name having count(*) > 1`,
  ),
];

async function faults({ db, files, hashes }: Look): Promise<string[]> {
  const { rows } = await sql<{ sha256: string; bytes: number; whose: string }>`
    select n.sha256, n.bytes, min('submission ' || r.submission_id || ', ' || n.name) as whose
    from rendition n join rendering r on r.id = n.rendering_id
    where r.replaced_at is null group by 1, 2`.execute(db);
  const found: string[] = [];
  for (const { sha256, bytes, whose } of rows) {
    if (!(await files.has(sha256))) found.push(`${sha256} is missing: ${whose}`);
    else if (hashes) {
      const hash = createHash('sha256');
      let held = 0;
      for await (const chunk of files.read(sha256) as AsyncIterable<Buffer>) {
        hash.update(chunk);
        held += chunk.length;
      }
      if (hash.digest('hex') !== sha256 || held !== bytes) found.push(`${sha256} is damaged: ${whose}`);
    }
  }
  return found;
}
