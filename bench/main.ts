/** `npm run bench`: the table of what must be fast. Figures are ratios within one run, for machines differ. */
import { execFileSync, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openDatabase } from '#app/platform/database.server.ts';
import { startDatabase } from '#app/platform/postgres/supervisor.server.ts';
import { killAll, startSalon } from '../tests/durability/salon.ts';
import { ask, upload } from '../tests/durability/writer.ts';
import { cloneRow } from './clone.ts';
import { dependenciesRow } from './dependencies.ts';
import { fillDrafts, fillList } from './fill.ts';
import { perRequest } from './load.ts';
import { matchingRows } from './matching.ts';
import { memoryRows } from './memory.ts';
import { pageRow } from './page.ts';
import { preflightRows } from './preflight.ts';
import { print, round, type Row } from './row.ts';
import { siteRows } from './site.ts';
import { startRows } from './start.ts';
import { submitRow } from './submit.ts';
import { uploadRows } from './upload.ts';

const folder = await mkdtemp(join(tmpdir(), 'salon-bench-'));
const dataDir = join(folder, 'data');
const say = (line: string) => console.error(line);
const rows: Row[] = [];

const add = (...found: Row[]) => {
  rows.push(...found);
  for (const row of found) say(`  ${row.what}: ${row.found}`);
};

say(`Node ${process.version} on ${cpus().length} x ${cpus()[0]!.model}, load ${loadNow()}`);
const baseline = await measureBaseline();
say(`baseline: ${round(baseline, 1)} microseconds of CPU time for each request`);

const salon = await startSalon(dataDir, { writers: 16, program: join(import.meta.dirname, 'server.ts') });
const joined = await startDatabase({ dataDir });
const database = openDatabase({ connectionString: joined.url, max: 2 });
try {
  const secret = salon.writers[0]!;
  const blob = await uploadPaper(secret);
  await fillList(database.db, salon, blob, 1000);
  const drafts = await fillDrafts(database.db, salon, blob, 800);
  await database.close();
  await joined.stop();

  say('pages');
  const asked = { base: salon.base, baseline };
  add(
    await pageRow(
      'a signed-in submission page',
      { ...asked, path: `/my/submissions/${drafts[0]!.id}`, secret, count: 120 },
      { ratio: 150, statements: 8 },
    ),
    await pageRow(
      "organizer's list of 1,000 (first 100 rows, filtered, counted)",
      { ...asked, path: '/desk/2024/submissions?state=in&q=tools', secret: salon.organizer, count: 60 },
      { ratio: 400, statements: 4, kilobytes: 100 },
    ),
  );
  say('submits');
  await submitRow(salon, drafts.splice(0, 200));
  add(await submitRow(salon, drafts));
  say('uploads');
  const film = join(folder, 'film.bin');
  await writeFilm(film);
  add(...(await uploadRows(salon, film, folder)));
  add(...memoryRows(salon.process.pid!, dataDir));
  say('checks');
  add(...(await preflightRows(folder)));
  say('assignments');
  add(...matchingRows());
  say('public site');
  add(...(await siteRows(folder)));
  say('starts');
  add(...(await startRows(folder)), await cloneRow(folder));
  add(dependenciesRow());
  print(rows);
  say(`load at the end: ${loadNow()}`);
} finally {
  await killAll(salon, dataDir);
  await rm(folder, { recursive: true, force: true });
}

async function measureBaseline(): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'baseline.ts')], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = (await new Promise((heard) =>
    createInterface({ input: child.stdout }).once('line', (text) => heard([text])),
  )) as [string];
  const base = `http://127.0.0.1:${(JSON.parse(line) as { port: number }).port}`;
  const { cpu } = await perRequest(base, '/', { count: 6_000 });
  child.kill();
  return cpu;
}

async function uploadPaper(secret: string) {
  const bytes = await readFile('examples/creativity-2024/files/papers/first-job.pdf');
  const { id } = await ask<{ id: string }>({ ...salon, secret }, 'submissions.begin', { call: salon.callId });
  await upload({ ...salon, secret }, { submission: id, name: 'paper.pdf', bytes });
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
}

async function writeFilm(path: string): Promise<void> {
  const handle = await open(path, 'w');
  for (let n = 0; n < 100; n++) await handle.write(randomBytes(2 ** 20));
  await handle.close();
}

function loadNow(): string {
  return execFileSync('uptime', { encoding: 'utf8' }).trim().split('average:').at(-1)!.trim();
}
