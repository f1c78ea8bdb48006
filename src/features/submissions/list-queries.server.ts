import { sql, type RawBuilder } from 'kysely';
import { zoneId } from '#app/features/calls/deadline.ts';
import { waivedIn } from '#app/features/calls/waiver-queries.server.ts';
import { confirmedBy } from '#app/features/people/queries.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import type { StoredAnswers } from './draft.ts';
import type { State } from './submission.ts';
import { issuesOfVersion } from './queries.server.ts';
import { submissionTables } from './tables.server.ts';

/** Who reads; what they have a part in is left out everywhere, in counts too. Null is Salon itself. */
export interface Reader {
  id: string;
  draftKey: string | null;
  email: string;
}

export interface ListRow {
  id: string;
  title: string;
  callId: string;
  kinds: string[];
  topics: string[];
  state: State;
  begunAt: Date;
  changedAt: Date;
  submittedAt: Date | null;
  receipt: string | null;
  versions: number;
  issues: number;
  /** An organizer said no to the version received; it waits for its people. */
  declined: boolean;
  files: number;
  bytes: number;
  people: { name: string; affiliation: string }[];
  peopleCount: number;
  objections: number;
  clearances: number;
  /** The last word in the thread is the authors’. */
  waits: boolean;
  invented: boolean;
  /** What counts, in full: for exports only. */
  stored: Partial<StoredAnswers> | null;
}

/** `queue`: what nobody decided about first, each part oldest first. */
export const listOrders = [
  'queue',
  'changed',
  'submitted',
  'begun',
  'title',
  'call',
  'person',
  'state',
] as const;

export interface Wanted {
  editionId: string;
  now: Date;
  reader: Reader | null;
  /** The call asked for, by id; null is every call. */
  callId: string | null;
  /** In the organizers’ order. */
  callIds: string[];
  state: State | 'in' | '';
  kind: string;
  topic: string;
  issues: boolean;
  cleared: boolean;
  /** With an open issue, an objection, or a message nobody answered. */
  waiting: boolean;
  /** Only these, as far as they are in reach; null is all. */
  ids: string[] | null;
  q: string;
  words: boolean;
  sort: (typeof listOrders)[number];
  backwards: boolean;
  limit: number;
  offset: number;
}

/** Of all that match, whatever the page. */
interface Counts {
  total: number;
  declined: number;
}

/** One statement: the page, and the counts of all that match. */
export async function listPage(db: Db, wanted: Wanted): Promise<{ rows: ListRow[]; counts: Counts }> {
  const { rows } = await sql<ListRow & { counts: Counts }>`
    with reach as (
      select s.id, s.call_id, s.begun_at, s.changed_at, s.invented, s.changes, coalesce(v.title, s.title) as title,
        coalesce(v.answers, s.answers) as answers, v.number, v.declined, v.receipt, v.submitted_at,
        (select count(*)::int from jsonb_array_elements(v.issues) i where not exists (select 1 from clearance k
          where k.submission_id = s.id and ${holding(wanted.now)} and (k.rule = i->>'code'
            or (k.rule = 'link' and i->>'code' in ('layout.no-main', 'layout.no-description'))))
          and i->>'code' not in (${waivedIn(sql`s.call_id`)})) as issues,
        (select count(*)::int from clearance k where k.submission_id = s.id and ${holding(wanted.now)}) as clearances,
        case when w.id is not null then 'withdrawn' when v.number is null then 'draft'
             when s.changes > v.changes then 'changed' else 'submitted' end as state
      from submission s
      left join lateral (select title, answers, number, receipt, submitted_at, changes, ${issuesOfVersion} as issues,
          exists (select 1 from decline d where d.version_id = v.id) as declined from submission_version v
        where submission_id = s.id order by number desc limit 1) v on true
      left join withdrawal w on w.submission_id = s.id and w.revived_at is null
      where s.edition_id = ${wanted.editionId} and ${apartFrom(wanted.reader)} and ${matching(wanted)}
    ), chosen as (select * from reach r where ${filtered(wanted)}),
    page as (select r.*, (select c.name from contributor c where c.submission_id = r.id order by c.position limit 1) as person
      from chosen r)
    select p.id, p.title, p.call_id as "callId", p.state, p.begun_at as "begunAt", p.changed_at as "changedAt",
      p.submitted_at as "submittedAt", p.receipt, coalesce(p.number, 0) as versions, p.issues, coalesce(p.declined, false) as declined, p.invented,
      coalesce(p.answers->'kinds', '[]') as kinds, coalesce(p.answers->'topics', '[]') as topics,
      f.files, f.bytes, c.people, c."peopleCount", c.objections,
      p.clearances, ${wanted.words ? sql`p.answers` : sql`null`} as stored,
      coalesce((select not m.by_organizer from message m where m.submission_id = p.id order by m.at desc, m.id limit 1), false) as waits,
      (select json_build_object('total', count(*), 'declined', count(*) filter (where declined)) from chosen) as counts
    from (select * from page p ${ordered(wanted)} limit ${wanted.limit} offset ${wanted.offset}) p
    cross join lateral (select count(*)::int as files, coalesce(sum(bytes), 0) as bytes from submission_file
      where submission_id = p.id and removed_at is null) f
    cross join lateral (select count(*)::int as "peopleCount",
        count(*) filter (where (select a.answer from contributor_answer a where a.contributor_id = c.id
          order by a.at desc, a.answer desc limit 1) = 'objected')::int as objections,
        coalesce(json_agg(json_build_object('name', c.name, 'affiliation', c.affiliation) order by c.position)
          filter (where c.nth <= 3), '[]') as people
      from (select *, row_number() over (order by position) as nth from contributor where submission_id = p.id) c) c
    ${ordered(wanted)}`.execute(db);
  const counts =
    rows[0]?.counts ??
    (wanted.offset > 0
      ? (await listPage(db, { ...wanted, limit: 1, offset: 0 })).counts
      : { total: 0, declined: 0 });
  return { rows: rows.map(({ counts: _counts, ...row }) => row), counts };
}

export async function countPerDay(
  db: Db,
  { editionId, zone, reader }: { editionId: string; zone: string; reader: Reader | null },
): Promise<{ callId: string; day: string; begun: number; submitted: number }[]> {
  const { rows } = await sql<{ callId: string; day: string; begun: number; submitted: number }>`
    with reach as (select s.id, s.call_id, s.begun_at,
        (select min(submitted_at) from submission_version where submission_id = s.id) as submitted_at
      from submission s where s.edition_id = ${editionId} and ${apartFrom(reader)}),
    events as (
      select call_id, (begun_at at time zone ${zoneId(zone)})::date as day, 1 as begun, 0 as submitted from reach
      union all
      select call_id, (submitted_at at time zone ${zoneId(zone)})::date, 0, 1 from reach where submitted_at is not null)
    select e.call_id as "callId", to_char(e.day, 'YYYY-MM-DD') as day, sum(e.begun)::int as begun, sum(e.submitted)::int as submitted
    from events e group by e.call_id, e.day order by e.day, e.call_id`.execute(db);
  return rows;
}

export const listWithdrawals = (db: Db, submissionId: string) =>
  submissionTables(db)
    .selectFrom('withdrawal')
    .select(['at', 'reason', 'revivedAt'])
    .where('submissionId', '=', submissionId)
    .orderBy('at')
    .execute();

export const listExtensions = (db: Db, submissionId: string) =>
  submissionTables(db)
    .selectFrom('personalExtension')
    .select(['id', 'deadline', 'reason', 'grantedAt', 'grantedBy'])
    .where('submissionId', '=', submissionId)
    .orderBy('grantedAt')
    .execute();

/** What a person has a part in, and everybody who stands on it with them: what their recusal hides. */
export async function findParts(
  db: Db,
  reader: Reader,
  editionId: string,
): Promise<{ ids: string[]; addresses: string[] }> {
  const { rows } = await sql<{ id: string; addresses: string[] }>`
    select s.id, coalesce((select json_agg(lower(email)) from contributor
      where submission_id = s.id and email <> ''), '[]'::json) as addresses
    from submission s where s.edition_id = ${editionId} and not (${apartFrom(reader)})`.execute(db);
  return {
    ids: rows.map(({ id }) => id),
    addresses: [...new Set(rows.flatMap(({ addresses }) => addresses))],
  };
}

/** Whether a person has a part in something of this call: as they know, or by their mail address alone. */
export async function findPartIn(db: Db, reader: Reader, callId: string): Promise<'own' | 'named' | null> {
  const { rows } = await sql<{ own: boolean }>`
    select s.begun_by = ${reader.id} or s.draft_key_hash = ${reader.draftKey}::text or exists (select 1
        from contributor c where c.submission_id = s.id and c.person_id = ${reader.id}) as own
    from submission s where s.call_id = ${callId} and not (${apartFrom(reader)})
    order by own desc nulls last limit 1`.execute(db);
  if (!rows[0]) return null;
  return rows[0].own ? 'own' : 'named';
}

type Condition = RawBuilder<unknown>;

function apartFrom(reader: Reader | null): Condition {
  if (!reader) return sql`true`;
  return sql`s.begun_by is distinct from ${reader.id}
    and (s.draft_key_hash is null or s.draft_key_hash is distinct from ${reader.draftKey}::text)
    and not exists (select 1 from contributor c where c.submission_id = s.id
      and (c.person_id = ${reader.id} or (c.email <> '' and lower(c.email) in (select ${reader.email}::text union all ${confirmedBy(reader.id)}))))`;
}

/** Words in the title, old or new; in a person's name, address or place; or the number of a receipt. */
function matching({ callId, ids, q }: Wanted): Condition {
  const inCall = sql`${callId === null ? sql`true` : sql`s.call_id = ${callId}`}
    and ${ids === null ? sql`true` : sql`s.id = any(${ids}::text[])`}`;
  if (!q) return inCall;
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`${inCall} and (s.title ilike ${like} or v.title ilike ${like} or s.id = ${q}
    or exists (select 1 from contributor c where c.submission_id = s.id
      and (c.name ilike ${like} or c.email ilike ${like} or c.affiliation ilike ${like}))
    or exists (select 1 from submission_version r where r.submission_id = s.id and r.receipt = lower(${q})))`;
}

const holding = (now: Date) => sql`k.ended_at is null and (k.until is null or k.until > ${now})`;

function filtered({ state, kind, topic, issues, cleared, waiting }: Wanted): Condition {
  const parts = [
    ...(state === 'in' ? [sql`r.state in ('submitted', 'changed')`] : state ? [sql`r.state = ${state}`] : []),
    ...(kind ? [chosen(sql`r.answers->'kinds'`, kind)] : []),
    ...(topic ? [chosen(sql`r.answers->'topics'`, topic)] : []),
    ...(issues ? [sql`r.issues > 0`] : []),
    ...(cleared ? [sql`r.clearances > 0`] : []),
    ...(waiting ? [waits] : []),
  ];
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`;
}

const waits = sql`r.state <> 'withdrawn' and ((r.issues > 0 and not r.declined)
  or coalesce((select not m.by_organizer from message m where m.submission_id = r.id order by m.at desc, m.id limit 1), false)
  or exists (select 1 from contributor c where c.submission_id = r.id and (select a.answer from contributor_answer a
    where a.contributor_id = c.id order by a.at desc, a.answer desc limit 1) = 'objected'))`;

/** `other` stands for whatever was written beside the call's own choices. */
const chosen = (list: Condition, key: string): Condition =>
  key === 'other'
    ? sql`exists (select 1 from jsonb_array_elements_text(${list}) o where o like 'other: %')`
    : sql`${list} ? ${key}`;

function ordered({ sort, backwards, callIds }: Wanted): Condition {
  if (sort === 'queue') return sql`order by coalesce(p.declined, false), p.submitted_at, p.id`;
  // Times run from the newest, words from A.
  const [column, way] = {
    changed: [sql`p.changed_at`, 'desc'] as const,
    submitted: [sql`p.submitted_at`, 'desc'] as const,
    begun: [sql`p.begun_at`, 'desc'] as const,
    title: [sql`lower(p.title)`, 'asc'] as const,
    call: [sql`array_position(${callIds}::text[], p.call_id)`, 'asc'] as const,
    person: [sql`lower(p.person)`, 'asc'] as const,
    state: [sql`p.state`, 'asc'] as const,
  }[sort];
  const descending = (way === 'desc') !== backwards;
  return sql`order by ${column} ${descending ? sql`desc` : sql`asc`} nulls last, p.id`;
}
