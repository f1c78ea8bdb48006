/** Timed work on files: uploads nobody continued, and files whose day has come. */
import type { Context } from '#app/platform/operation.server.ts';
import { addJob, type JobName, type Jobs } from '#app/platform/jobs.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { systemViewer } from '#app/platform/viewer.ts';
import { analyseFiles } from './analysing.server.ts';
import { announceDeletions, deleteFiles, sweepBlobs, sweepUploads } from './operations.server.ts';
import { forget } from './tus.server.ts';

/** An upload can be continued for a week. */
const patience = 7 * 24 * 60 * 60 * 1000;

export const jobs: Jobs = {
  async 'files.analyse'({ id }) {
    await analyseFiles(id, resources().clock.now());
  },
  async 'uploads.sweep'() {
    const now = resources().clock.now();
    const context = { viewer: systemViewer('uploads.sweep'), now };
    const stale = await sweepUploads(context, { before: new Date(now.getTime() - patience) });
    for (const id of stale) await forget(id);
    await scheduleFileJobs();
  },
  async 'files.delete'() {
    const { clock, files } = resources();
    const context = { viewer: systemViewer('files.delete'), now: clock.now() };
    await announceDeletions(context, {});
    for (const blob of await deleteFiles(context, {})) await files.remove(blob);
    await sweepStore(context);
    await scheduleFileJobs();
  },
};

/** Asks for both jobs once each night, at three and four UTC; asking again changes nothing. */
export async function scheduleFileJobs(): Promise<void> {
  await nightly('uploads.sweep', 3);
  await nightly('files.delete', 4);
}

/** What is younger may belong to a change that is not written yet. */
const youth = 24 * 60 * 60 * 1000;

async function sweepStore(context: Context): Promise<void> {
  const { clock, files } = resources();
  const before = new Date(clock.now().getTime() - clock.shift - youth);
  for await (const blobs of batches(files.list(), 1_000))
    for (const blob of await sweepBlobs(context, { blobs })) await files.removeOlder(blob, before);
}

async function* batches<T>(all: AsyncIterable<T>, size: number): AsyncIterable<T[]> {
  let batch: T[] = [];
  for await (const one of all) {
    batch.push(one);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function nightly(
  name: Extract<JobName, 'uploads.sweep' | 'files.delete'>,
  hour: number,
): Promise<void> {
  const { clock, database } = resources();
  const next = new Date(clock.now());
  next.setUTCHours(hour, 0, 0, 0);
  if (next <= clock.now()) next.setUTCDate(next.getUTCDate() + 1);
  // The queue lives by the machine's clock, also where the demo's is moved.
  await addJob(database.db, name, {}, { key: name, at: new Date(next.getTime() - clock.shift) });
}
