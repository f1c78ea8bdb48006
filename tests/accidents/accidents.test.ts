/** When something breaks on our side: a calm answer with a number, the same number in the log, and on it goes. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#app/platform/database.server.ts';
import { migrate } from '#app/platform/migrate.server.ts';
import { startDatabase } from '#app/platform/postgres/supervisor.server.ts';
import { provideResources, resources } from '#app/platform/resources.server.ts';
import { completePaper } from '../submissions.ts';
import { openAsker, type RawAsked } from '../raw.ts';
import { servePages, type Told } from '../server.ts';
import { openWorld, type World } from '../world.ts';

const patience = { timeout: 120_000 };

let world: World;
let server: Awaited<ReturnType<typeof servePages>>;
let asker: ReturnType<typeof openAsker>;

beforeAll(async () => {
  world = await openWorld();
  server = await servePages();
  asker = openAsker(server.port);
});
afterAll(async () => {
  asker.close();
  await server.stop();
  await world.close();
});

describe('an accident', () => {
  it(
    'in a page, a form, a download or an upload is told calmly, with the number the log has',
    patience,
    async () => {
      const id = await completePaper(world);
      const { secret } = world.people.ada;
      const form = { 'content-type': 'application/x-www-form-urlencoded' };
      const tus = {
        'tus-resumable': '1.0.0',
        'upload-length': '5',
        'upload-metadata': `submission ${Buffer.from(id).toString('base64')},name ${Buffer.from('a.pdf').toString('base64')}`,
      };
      const requests: Record<string, RawAsked> = {
        page: { path: `/my/submissions/${id}` },
        form: { method: 'POST', path: `/my/submissions/${id}?/save`, headers: form, body: 'base=0&title=A' },
        script: {
          method: 'POST',
          path: `/my/submissions/${id}?/save`,
          headers: { ...form, accept: 'application/json' },
          body: 'base=0',
        },
        download: { path: `/my/submissions/${id}/files/pack` },
        upload: { method: 'POST', path: '/api/uploads', headers: tus },
        files: {
          method: 'POST',
          path: `/my/submissions/${id}/files`,
          headers: { 'content-type': 'multipart/form-data; boundary=b' },
          body: '--b--',
        },
      };
      world.logged.length = 0;
      const told: Record<string, unknown> = {};
      await sql`alter table submission rename to mislaid`.execute(world.db);
      try {
        for (const [what, request] of Object.entries(requests))
          told[what] = calm(await asker.ask({ ...request, secret }));
      } finally {
        await sql`alter table mislaid rename to submission`.execute(world.db);
      }
      expect(told).toEqual(Object.fromEntries(Object.keys(requests).map((what) => [what, asItShould])));
      expect((await asker.ask({ path: `/my/submissions/${id}`, secret })).status).toEqual(200);
    },
  );

  it('before anybody is recognised is told calmly too', patience, async () => {
    world.logged.length = 0;
    await sql`alter table session rename to mislaid`.execute(world.db);
    try {
      expect(calm(await asker.ask({ path: '/my', secret: world.people.ada.secret }))).toEqual(asItShould);
    } finally {
      await sql`alter table mislaid rename to session`.execute(world.db);
    }
    expect((await asker.ask({ path: '/my', secret: world.people.ada.secret })).status).toEqual(200);
  });
});

describe('a database that goes away', () => {
  it('takes no page with it for longer than it is gone', patience, async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'salon-gone-'));
    const own = await startDatabase({ dataDir });
    const database = openDatabase({ connectionString: own.url, max: 4 });
    const before = resources();
    try {
      await migrate(database.pool);
      provideResources({ ...before, database });
      expect(await statuses()).toEqual([200, 200]);
      world.logged.length = 0;
      // As the system does when memory runs out. Whoever watches over it starts another.
      const first = postmaster(dataDir);
      process.kill(first!, 'SIGKILL');
      const during = await asking(() => [undefined, first].includes(postmaster(dataDir)));
      const until = await asking((told) => told.some((status) => status !== 200));
      expect([...during, ...until].filter((status) => ![200, 500, 503].includes(status))).toEqual([]);
      expect(await statuses()).toEqual([200, 200]);
    } finally {
      provideResources(before);
      await database.close();
      await own.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

/** Asks again and again for as long as `going` says, a little apart; the statuses that came. */
async function asking(going: (told: number[]) => boolean): Promise<number[]> {
  const came: number[] = [];
  for (;;) {
    const told = await statuses();
    if (!going(told)) return came;
    came.push(...told);
    await new Promise((later) => setTimeout(later, 50));
  }
}

function postmaster(dataDir: string): number | undefined {
  try {
    return Number(readFileSync(join(dataDir, 'database/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}

async function statuses(): Promise<number[]> {
  const told = [await asker.ask({ path: '/' }), await asker.ask({ path: '/health' })];
  for (const one of told) expect(one.body).not.toMatch(internals);
  return told.map(({ status }) => status);
}

const internals =
  /node_modules|\bat \S+ \(|\.(?:js|ts):\d+|Error:|relation|mislaid|select |terminat|ECONN|socket/;

/** What an accident's answer should look like, whatever was asked. */
const asItShould = {
  status: 500,
  saysSo: true,
  insides: false,
  numberIsInTheLog: true,
  kept: 'no',
  sniffed: 'nosniff',
};

function calm({ status, headers, body }: Told) {
  const numbers = world.logged
    .filter((line) => line.includes('"accident"'))
    .map((line) => (JSON.parse(line) as { accident?: string }).accident);
  return {
    status,
    saysSo: /Something broke on our side|Nothing you saved is lost/.test(body),
    insides: internals.test(body.replace(/<(script|link)\b[^>]*>[\s\S]*?(<\/script>)?/g, '')),
    numberIsInTheLog: numbers.some((number) => number !== undefined && body.includes(number)),
    kept: /no-store/.test(headers['cache-control'] ?? 'no-store') ? 'no' : headers['cache-control'],
    sniffed: headers['x-content-type-options'],
  };
}
