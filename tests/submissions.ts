/** For tests: drafts that are complete but for what a test takes away, with real blobs in the store. */
import { Readable } from 'node:stream';
import { randomId } from '#app/platform/random.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { sql } from 'kysely';
import type { Db } from '#app/platform/database.server.ts';
import type { CastName, World } from './world.ts';
import { addContributor, begin, open, saveDraft } from '#app/features/submissions/operations.server.ts';
import { askedAbout } from '#app/features/submissions/files/check.server.ts';
import {
  findHandIn,
  findReport,
  keepReport,
  listFiles,
} from '#app/features/submissions/files/queries.server.ts';
import { verdictOf, type Finding, type Role } from '#app/preflight/report.ts';

const whileOpen = new Date('2024-08-20T10:00:00Z');

type Who = Parameters<World['as']>[0];

export const paperWords = {
  title: 'On Looking Twice',
  abstract: 'An invented abstract.',
  topics: ['tools'],
  kinds: ['technical'],
  answers: { appeared: 'no' },
};

export const workWords = {
  title: 'Tide Tables for a Dry Sea',
  kinds: ['film'],
  answers: { ai: { roles: ['none'] } },
};

/** A draft of which nothing is known but its title: for tests about its files. */
export async function bareDraft(
  world: World,
  who: CastName,
  call: keyof World['callIds'] = 'creative-work',
): Promise<string> {
  const id = randomId();
  await sql`insert into submission (id, edition_id, call_id, begun_at, begun_by, changed_at, title)
    values (${id}, ${world.edition.id}, ${world.callIds[call]}, ${whileOpen}, ${world.people[who].id}, ${whileOpen},
      'Tides')`.execute(world.db);
  return id;
}

/** A version by its rows alone, with nothing in it but the bytes it names. */
export async function bareVersion(world: World, submissionId: string, sha256: string): Promise<void> {
  const version = {
    id: randomId(),
    submission_id: submissionId,
    number: 1,
    receipt: randomId(),
    submitted_at: whileOpen,
    by_name: '',
    title: '',
    answers: {},
    contributors: [],
    agreements: [],
    report: {},
    in_grace: false,
    changes: 0,
    files: [{ sha256 }],
  };
  await sql`insert into submission_version
    select * from jsonb_populate_record(null::submission_version, ${JSON.stringify(version)}::jsonb)`.execute(
    world.db,
  );
}

/** A paper of Ada's with Benno as second author, its file up; not submitted. */
export async function completePaper(
  world: World,
  who: Who = 'ada',
  at?: Date,
  content?: Buffer,
): Promise<string> {
  const { id } = await begin(world.as(who, at), { call: world.callIds.papers });
  await saveDraft(world.as(who, at), { id, base: 0, draft: paperWords });
  await addContributor(world.as(who, at), { id, name: 'Benno Co-Author', email: 'benno@example.org' });
  await putFile(world, id, { role: 'paper', name: 'looking.pdf', content });
  return id;
}

export async function completeWork(world: World, who: Who = 'chiara'): Promise<string> {
  const { id } = await begin(world.as(who), { call: world.callIds['creative-work'] });
  await saveDraft(world.as(who), { id, base: 0, draft: workWords });
  await putFile(world, id, { role: 'main', name: 'tide.mp4' });
  return id;
}

export async function putFile(
  world: World,
  submissionId: string,
  file: { role: string; name: string; begunAt?: Date; findings?: Finding[]; content?: Buffer },
): Promise<{ id: string; sha256: string }> {
  const { sha256, bytes } = await resources().files.keep(
    Readable.from([file.content ?? Buffer.from(`${file.name} (invented)`)]),
  );
  const id = randomId();
  const at = file.begunAt ?? world.as('system').now;
  await sql`insert into submission_file (id, submission_id, role, name, sha256, bytes, report, begun_at, uploaded_at)
    values (${id}, ${submissionId}, ${file.role}, ${file.name}, ${sha256}, ${bytes},
      ${JSON.stringify({ findings: file.findings ?? [] })}::jsonb, ${at}, ${at})`.execute(world.db);
  await sql`update submission set changes = changes + 1 where id = ${submissionId}`.execute(world.db);
  await lookedAt(world.db, submissionId);
  return { id, sha256 };
}

/** The report of a checker that found nothing but what `putFile` was told: for files that are only names. */
export async function lookedAt(db: Db, id: string): Promise<void> {
  const handIn = (await findHandIn(db, { id }))!;
  const all = await listFiles(db, id, { removed: true });
  const { fits, files } = askedAbout(handIn, all);
  if ((await findReport(db, id))?.fits === fits) return;
  const findings = files.flatMap(({ report }) => report.findings ?? []);
  const seen = files.map(({ name, role, sha256, bytes }) => ({
    name,
    role: role as Role,
    sha256,
    canonical: null,
    facts: { bytes },
  }));
  const report = {
    file: '',
    sha256: '',
    verdict: verdictOf(findings),
    findings,
    facts: {},
    files: seen,
    ms: 0,
  };
  await keepReport(db, { submissionId: id, fits, report, at: whileOpen });
}

/** What a person who ticks every box sends, once the files are looked at. */
export async function allAgreed(world: World, who: Who, id: string): Promise<string[]> {
  await lookedAt(world.db, id);
  const { submission } = await open(world.as(who), { id });
  return submission.agreements.map(({ mark }) => mark);
}
