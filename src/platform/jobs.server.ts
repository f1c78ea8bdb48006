/** Work for later, queued in the transaction that asks for it; graphile-worker runs it from the same database. */
import { Logger, makeWorkerUtils, run, type Runner, type TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Db } from './database.server.ts';
import type { Log } from './log.server.ts';

export interface JobNames {
  'letters.send': { id: string };
  'letters.digest': Record<string, never>;
  'files.analyse': { id: string };
  'files.delete': Record<string, never>;
  'uploads.sweep': Record<string, never>;
  'works.render': { id: string };
  'works.renderAll': Record<string, never>;
  'submissions.remind': Record<string, never>;
  'finishing.remind': Record<string, never>;
  'enquiries.forget': Record<string, never>;
  'clock.step': Record<string, never>;
  'site.draw': Record<string, never>;
}
export type JobName = keyof JobNames;
export type Jobs = { [N in JobName]?: (payload: JobNames[N]) => Promise<void> };

/** Jobs with the same `key` that still wait become one; those of one `queue` follow each other. */
export async function addJob<N extends JobName>(
  db: Db,
  name: N,
  payload: JobNames[N],
  {
    key = null,
    at = null,
    queue = null,
  }: { key?: string | null; at?: Date | null; queue?: string | null } = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(${name}, payload := ${JSON.stringify(payload)}::json, run_at := ${at}::timestamptz, job_key := ${key}, queue_name := ${queue}, max_attempts := 12)`.execute(
    db,
  );
}

/** Makes or updates the queue's own schema; part of migrating. */
export async function migrateJobs(pool: pg.Pool): Promise<void> {
  const worker = await makeWorkerUtils({ pgPool: pool, logger: quiet });
  await worker.migrate();
  await worker.release();
}

/** Two at a time, looked for every second. A job that throws is logged and tried again, up to twelve times in all. */
export async function startJobs(pool: pg.Pool, jobs: Jobs, log: Log): Promise<Runner> {
  const taskList: TaskList = {};
  for (const [name, work] of Object.entries(jobs)) {
    taskList[name] = async (payload) => {
      try {
        await (work as (payload: unknown) => Promise<void>)(payload);
      } catch (problem) {
        log.accident('job', problem, { job: name });
        throw problem;
      }
    };
  }
  return run({
    pgPool: pool,
    logger: quiet,
    taskList,
    concurrency: 2,
    noHandleSignals: true,
    parsedCronItems: [],
    pollInterval: 1000,
  });
}

/** The worker's own chatter says nothing a person needs; failures reach our log through the task itself. */
const quiet = new Logger(() => () => undefined);
