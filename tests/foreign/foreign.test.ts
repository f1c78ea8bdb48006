/** DATABASE_URL: a PostgreSQL that somebody else runs, with a password, an ordinary owner and another version. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { backup } from '#app/cli/backup.server.ts';
import type { Command } from '#app/cli/command.ts';
import { doctor } from '#app/cli/doctor.server.ts';
import { openSalon } from '#app/cli/open.server.ts';
import { restore } from '#app/cli/restore.server.ts';
import { recognise } from '#app/features/people/operations.server.ts';
import { begin, receipt, saveDraft, submit } from '#app/features/submissions/operations.server.ts';
import { assertUsable } from '#app/platform/postgres/supervisor.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { readSettings } from '#app/platform/settings.server.ts';
import { visitor } from '#app/platform/viewer.ts';
import { seedOnce } from '../durability/edition.ts';
import { lookedAt, paperWords } from '../submissions.ts';
import { startForeign, type Foreign } from './server.ts';

const patience = { timeout: 120_000 };
let foreign: Foreign;
let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  foreign = await startForeign();
  folder = mkdtempSync(join(tmpdir(), 'salon-foreign-data-'));
  env = { DATABASE_URL: await foreign.newDatabase('workshop'), SALON_DATA: join(folder, 'data') };
}, 120_000);
afterAll(async () => {
  await foreign.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a PostgreSQL that somebody else runs', () => {
  it(
    'takes an edition and a submission, passes the doctor, and comes back from its backup',
    patience,
    async () => {
      const id = await handIn();
      expect(await run(doctor, [], env)).toEqual({ status: 0, broken: [] });

      const file = join(folder, 'backup.zip');
      expect((await run(backup, [file], env)).status).toEqual(0);
      const other = { DATABASE_URL: await foreign.newDatabase('other'), SALON_DATA: join(folder, 'other') };
      expect((await run(restore, [file], other)).status).toEqual(0);
      expect(await titles(other)).toEqual([{ id, title: paperWords.title }]);
      expect(await run(doctor, ['--hashes'], other)).toEqual({ status: 0, broken: [] });
    },
  );

  it('comes back from its backup in the database that Salon brings, too', patience, async () => {
    const file = join(folder, 'backup.zip');
    const own = { SALON_DATA: join(folder, 'own') };
    expect((await run(restore, [file], own)).status).toEqual(0);
    expect(await titles(own)).toEqual(await titles(env));
  });

  it('is refused in one sentence where it is too old, forgets, or keeps no Unicode', patience, async () => {
    const told = async (url: string) =>
      openSalon(readSettings({ ...env, DATABASE_URL: url })).then(
        (salon) => salon.close().then(() => 'opened'),
        (problem: Error) => problem.message,
      );
    const latin = await foreign.newDatabase('latin', "encoding 'LATIN1' locale 'C'");
    expect(await told(latin)).toEqual(
      'The database named in DATABASE_URL keeps LATIN1, and names need UTF8; make it anew with createdb --encoding=UTF8 --template=template0.',
    );
    const forgetful = await foreign.newDatabase('forgetful');
    await foreign.ask('alter database forgetful set synchronous_commit = off');
    expect(await told(forgetful)).toMatch(
      /may lose what it has acknowledged, because synchronous_commit is off/,
    );
    const old = { query: async () => ({ rows: [{ version: '14.2', number: 140002, encoding: 'UTF8' }] }) };
    expect(await assertUsable(old as never).catch(({ message }: Error) => message)).toEqual(
      'The database named in DATABASE_URL is PostgreSQL 14.2 and Salon needs 15 or newer; upgrade it, or leave DATABASE_URL out.',
    );
    expect(await told(env.DATABASE_URL!.replace('p%40ss', 'wrong'))).toMatch(/password/);
  });
});

/** A whole paper, from its beginning to its receipt; what it was given is asked back. */
async function handIn(): Promise<string> {
  const salon = await openSalon(readSettings(env, { demo: true }), { work: true });
  try {
    const { callId, agreed, writers } = await seedOnce(1);
    const { database, clock, files } = resources();
    const now = clock.now();
    const viewer = (await recognise({ viewer: visitor, now }, { secret: writers[0]! }))!;
    const context = { viewer: { ...viewer, draftKey: null }, now };
    const { id } = await begin(context, { call: callId });
    await saveDraft(context, { id, base: 0, draft: paperWords });
    const { sha256, bytes } = await files.keep(Readable.from([Buffer.from('%PDF-1.7 (invented)')]));
    await sql`insert into submission_file (id, submission_id, role, name, sha256, bytes, report, begun_at, uploaded_at)
      values (${randomId()}, ${id}, 'paper', 'a.pdf', ${sha256}, ${bytes}, '{"findings":[]}'::jsonb, ${now}, ${now})`.execute(
      database.db,
    );
    await lookedAt(database.db, id);
    const done = await submit(context, { id, agreed });
    expect((await receipt(context, { id, receipt: done.receipt })).version.receipt).toEqual(done.receipt);
    return id;
  } finally {
    await salon.close();
  }
}

async function titles(where: Record<string, string>) {
  const salon = await openSalon(readSettings(where));
  try {
    return (await sql`select id, title from submission order by id`.execute(resources().database.db)).rows;
  } finally {
    await salon.close();
  }
}

async function run(command: Command, args: string[], env: Record<string, string>) {
  const lines: string[] = [];
  const status = await command.run(args, {
    env,
    say: () => undefined,
    print: (line) => void lines.push(line),
  });
  return { status, broken: lines.filter((line) => /^BROKEN|^ {10}/.test(line)) };
}
