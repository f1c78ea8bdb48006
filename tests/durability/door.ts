/** One door more than usual, for tests and bench: every operation over HTTP, by whoever the cookie says. */
import { sql } from 'kysely';
import type { IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { examine } from '#app/cli/doctor.server.ts';
import '#app/features/submissions/operations.server.ts';
import '#app/features/submissions/files/operations.server.ts';
import { contextOf } from '#app/features/submissions/files/context.server.ts';
import type { Endpoint } from '#app/platform/front.server.ts';
import { operations } from '#app/platform/operation.server.ts';
import { isRefusal } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { lookedAt } from '../submissions.ts';

export const door: Endpoint = async (request, response) => {
  const name = /^\/door\/([\w.]+)$/.exec(request.url ?? '')?.[1];
  if (!name) return false;
  const answer =
    name === 'kept' ? await kept() : name === 'looked' ? await looked(request) : await ask(name, request);
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  return true;
};

async function ask(name: string, request: IncomingMessage): Promise<unknown> {
  const operation = operations.get(name);
  if (!operation) throw new Error(`There is no operation ${name}.`);
  const [input, context] = [await json(request), await contextOf(request)];
  return operation(context, input).catch((problem: unknown) => {
    if (isRefusal(problem)) return { refusal: problem.message, fields: problem.fields };
    throw problem;
  });
}

/** Keeps the report that a checker with nothing to say would give. */
async function looked(request: IncomingMessage): Promise<unknown> {
  const { id } = (await json(request)) as { id: string };
  await lookedAt(resources().database.db, id);
  return {};
}

/** Everything there is of what was written, and what the doctor says of it. */
async function kept() {
  const { database, files, settings, clock } = resources();
  const { rows: versions } = await sql`
    select v.receipt, v.files, v.title,
      (select count(*)::int from letter where key like 'receipt ' || v.id || ' %') as letters,
      (select count(*)::int from audit_entry where operation = 'submissions.submitWithIssues' and subject_id = v.submission_id) as entries
    from submission_version v`.execute(database.db);
  const { rows: drafts } = await sql`select s.id, s.title,
      array(select sha256 from submission_file where submission_id = s.id) as files from submission s`.execute(
    database.db,
  );
  const look = { db: database.db, files, settings, now: clock.now(), hashes: true };
  return { versions, drafts, broken: (await examine(look)).flatMap(({ broken }) => broken) };
}
