/**
 * Puts mutants of the corpus to the checker, in processes of their own that may fall; prints each that crashes,
 * takes too long or too much memory, with its hash.
 * usage: npm run fuzz -- [--count N] [--from N] [--keep FOLDER]
 */
import { fork } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { mutant } from './mutant.ts';
import { seedsOfCorpus } from './seeds.ts';
import { timeCap, tried } from './tried.ts';

type Said = { at: number; wrong: string | null; mebibytes: number };

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    from: { type: 'string', default: '0' },
    keep: { type: 'string' },
    batch: { type: 'string' },
  },
});
const from = Number(values.from);
const to = from + Number(values.count);
const batch = 500;
/** What a checking process may hold at most; the corpus itself takes about 100 of these. */
const memoryCap = 612;

if (values.batch) await child(from, to);
else await parent();

async function child(first: number, last: number): Promise<void> {
  // As in src/preflight/child.server.ts.
  process.on('unhandledRejection', () => {});
  const seeds = await seedsOfCorpus();
  for (let at = first; at < last; at++) {
    const wrong = await tried(mutant(seeds, at));
    const mebibytes = Math.round(process.resourceUsage().maxRSS / 1024);
    await new Promise((done) =>
      process.send!({ at, wrong, mebibytes } satisfies Said, undefined, {}, () => done(undefined)),
    );
  }
  process.disconnect();
}

async function parent(): Promise<void> {
  const wrong: number[] = [];
  let most = 0;
  for (let next = from; next < to; ) {
    const last = Math.min(to, next + batch);
    const result = await run(next, last);
    most = Math.max(most, result.mebibytes);
    wrong.push(...result.wrong);
    next = result.next;
    console.log(`${next - from} of ${to - from}, ${wrong.length} wrong, at most ${most} MiB`);
  }
  if (values.keep && wrong.length > 0) {
    await mkdir(values.keep, { recursive: true });
    const seeds = await seedsOfCorpus();
    for (const at of wrong)
      await writeFile(
        join(values.keep, `${at}-${mutant(seeds, at).name.replace(/[^\w.-]/g, '_')}`),
        mutant(seeds, at).bytes,
      );
  }
  process.exitCode = wrong.length > 0 || most > memoryCap ? 1 : 0;
}

/** One process for a batch; where it falls or stands still, the next goes on behind the file that did it. */
function run(first: number, last: number): Promise<{ next: number; wrong: number[]; mebibytes: number }> {
  return new Promise((done) => {
    const args = ['--batch', 'yes', '--from', String(first), '--count', String(last - first)];
    const process_ = fork(fileURLToPath(import.meta.url), args, {
      execArgv: [...process.execArgv, '--max-old-space-size=400'],
    });
    const wrong: number[] = [];
    let [next, mebibytes] = [first, 0];
    const stand = () => process_.kill('SIGKILL');
    let watch = setTimeout(stand, 60_000);
    process_.on('message', (said) => {
      const one = said as Said;
      clearTimeout(watch);
      watch = setTimeout(stand, timeCap * 2);
      next = one.at + 1;
      mebibytes = Math.max(mebibytes, one.mebibytes);
      if (one.wrong === null) return;
      wrong.push(one.at);
      console.log(`mutant ${one.at}: ${one.wrong}`);
    });
    process_.on('exit', (code, signal) => {
      clearTimeout(watch);
      if (next < last) {
        console.log(`mutant ${next}: the process ended (${signal ?? code})`);
        wrong.push(next);
        next += 1;
      }
      done({ next, wrong, mebibytes });
    });
  });
}
