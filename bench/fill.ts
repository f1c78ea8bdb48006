/** A thousand submissions as they would be after a busy call, and complete drafts that wait to be submitted. */
import { sql } from 'kysely';
import type { Db } from '#app/platform/database.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import type { Started } from '../tests/durability/salon.ts';
import { lookedAt } from '../tests/submissions.ts';

const answers = JSON.stringify({
  abstract: 'An invented abstract. '.repeat(40),
  topics: ['tools', 'law'],
  kinds: ['technical'],
  link: null,
  answers: { appeared: 'no' },
});

interface Blob {
  sha256: string;
  bytes: number;
}

/** Four in five were handed in; each has three authors, one of them with an account, and a file. */
export async function fillList(
  db: Db,
  { editionId, callId }: Started,
  blob: Blob,
  count: number,
): Promise<void> {
  const file = JSON.stringify([
    { id: 'x', role: 'paper', name: 'paper.pdf', mime: 'application/pdf', ...blob },
  ]);
  await sql`insert into submission (id, edition_id, call_id, begun_at, begun_by, title, answers, revision, changes, changed_at)
    select 'bench' || lpad(n::text, 19, '0'), ${editionId}, ${callId}, ${opened}::timestamptz + n * interval '1 minute', w.id,
      'Invented Paper number ' || n || ' on tools that remember', ${answers}::jsonb, 1, 3, ${opened}::timestamptz + n * interval '2 minutes'
    from generate_series(1, ${count}) n
    join lateral (select id from person where name like 'Writer %' order by id offset n % 16 limit 1) w on true`.execute(
    db,
  );
  await sql`insert into contributor (id, submission_id, position, name, email, affiliation, person_id)
    select s.id || '-' || p, s.id, p, 'Invented Author ' || p, 'author' || p || '@' || s.id || '.example.org', 'Invented University',
      case when p = 0 then s.begun_by end
    from submission s cross join generate_series(0, 2) p where s.id like 'bench%'`.execute(db);
  await sql`insert into submission_file (id, submission_id, role, name, mime, sha256, bytes, begun_at, uploaded_at)
    select 'f' || right(id, 23), id, 'paper', 'paper.pdf', 'application/pdf', ${blob.sha256}, ${blob.bytes}::bigint, begun_at, begun_at
    from submission where id like 'bench%'`.execute(db);
  await sql`insert into submission_version (id, submission_id, number, receipt, submitted_at, submitted_by, changes, title, answers, contributors, files, agreements, report)
    select 'v' || right(s.id, 23), s.id, 1, 'bench-' || right(s.id, 6), s.changed_at, s.begun_by, 3, s.title, s.answers,
      (select jsonb_agg(to_jsonb(c) order by position) from contributor c where c.submission_id = s.id),
      ${file}::jsonb, '[]', '{"findings": [], "issues": [], "clearances": []}'
    from submission s where s.id like 'bench%' and right(s.id, 1) not in ('0', '5')`.execute(db);
  await sql`analyze`.execute(db);
}

/** Complete but for the press of a button. */
export async function fillDrafts(db: Db, salon: Started, blob: Blob, count: number) {
  const { rows: people } = await sql<{ id: string; name: string }>`
    select id, name from person where name like 'Writer %'`.execute(db);
  const personOf = (at: number) => people.find(({ name }) => name === `Writer ${at + 1}`)!.id;
  const drafts = Array.from({ length: count }, (_, n) => {
    const at = n % salon.writers.length;
    return { id: randomId(), secret: salon.writers[at]!, person: personOf(at) };
  });
  const list = JSON.stringify(drafts.map(({ id, person }) => ({ id, person })));
  await sql`insert into submission (id, edition_id, call_id, begun_at, begun_by, title, answers, revision, changes, changed_at)
    select id, ${salon.editionId}, ${salon.callId}, ${opened}::timestamptz, person, 'Invented Draft', ${answers}::jsonb, 1, 3, ${opened}::timestamptz
    from jsonb_to_recordset(${list}::jsonb) as d(id text, person text)`.execute(db);
  await sql`insert into contributor (id, submission_id, position, name, email, person_id)
    select id || '-0', id, 0, 'Writer', 'writer@example.org', person from jsonb_to_recordset(${list}::jsonb) as d(id text, person text)`.execute(
    db,
  );
  await sql`insert into submission_file (id, submission_id, role, name, mime, sha256, bytes, begun_at, uploaded_at)
    select 'd' || right(id, 23), id, 'paper', 'paper.pdf', 'application/pdf', ${blob.sha256}, ${blob.bytes}::bigint, ${opened}::timestamptz, ${opened}::timestamptz
    from jsonb_to_recordset(${list}::jsonb) as d(id text, person text)`.execute(db);
  for (const { id } of drafts) await lookedAt(db, id);
  return drafts;
}

const opened = '2024-08-01T10:00:00Z';
