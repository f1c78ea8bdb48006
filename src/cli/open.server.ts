/**
 * Opens Salon: database, files, clock, in the order in which they lean on each other, and closes them in
 * reverse. Server, commands and bench all start here; what features bring (endpoints, jobs) is listed here.
 */
import { join } from 'node:path';
import { jobs as callJobs, scheduleStep } from '#app/features/calls/jobs.server.ts';
import { refuseChange } from '#app/features/editions/freeze-queries.server.ts';
import { jobs as enquiryJobs, scheduleForgetting } from '#app/features/site/enquiries/jobs.server.ts';
import { jobs as mailingJobs, scheduleDigest } from '#app/features/mailings/jobs.server.ts';
import { endpoints as uploads } from '#app/features/submissions/files/endpoints.server.ts';
import { jobs as fileJobs, scheduleFileJobs } from '#app/features/submissions/files/jobs.server.ts';
import { contents as submittedContents } from '#app/features/submissions/files/playing.server.ts';
import { jobs as submissionJobs, scheduleReminders } from '#app/features/submissions/jobs.server.ts';
import { pictureEndpoint } from '#app/features/site/pictures/uploading.server.ts';
import { harvestByPost } from '#app/features/site/harvest-endpoint.server.ts';
import { withoutEnding } from '#app/features/site/endings.server.ts';
import { jobs as siteJobs } from '#app/features/site/jobs.server.ts';
import { pieces } from '#app/features/site/piece.server.ts';
import { say as said } from '#app/features/site/words/saying.ts';
import { followSite } from '#app/features/site/served.server.ts';
import { jobs as finishingJobs, scheduleFinishing } from '#app/features/works/finishing/jobs.server.ts';
import { jobs as renditionJobs, scheduleRenditions } from '#app/features/works/renditions/jobs.server.ts';
import { wallClock } from '#app/platform/clock.ts';
import { contentHost } from '#app/platform/content-host.server.ts';
import { openDatabase } from '#app/platform/database.server.ts';
import { diskStore } from '#app/platform/files.server.ts';
import type { Endpoint } from '#app/platform/front.server.ts';
import { health } from '#app/platform/health.server.ts';
import { readInstallation } from '#app/platform/installation.server.ts';
import { migrateJobs, startJobs, type Jobs } from '#app/platform/jobs.server.ts';
import { lineLog } from '#app/platform/log.server.ts';
import { migrate } from '#app/platform/migrate.server.ts';
import { assertUsable, startDatabase } from '#app/platform/postgres/supervisor.server.ts';
import { invalid } from '#app/platform/refusal.ts';
import { provideResources } from '#app/platform/resources.server.ts';
import type { Settings } from '#app/platform/settings.server.ts';
import { stopRunner } from '#app/preflight/runner.server.ts';

export const endpoints: Endpoint[] = [withoutEnding, harvestByPost, health, ...uploads, pictureEndpoint];
export const elsewhere = contentHost({ ...submittedContents }, pieces);
export const jobs: Jobs = {
  ...callJobs,
  ...mailingJobs,
  ...fileJobs,
  ...submissionJobs,
  ...enquiryJobs,
  ...siteJobs,
  ...finishingJobs,
  ...renditionJobs,
};

export interface OpenSalon {
  close(): Promise<void>;
}

export async function openSalon(
  settings: Settings,
  { say = () => undefined, work = false }: { say?: (line: string) => void; work?: boolean } = {},
): Promise<OpenSalon> {
  if (settings.filesUrl) throw invalid('FILES_URL: only files on disk are supported so far; leave it out.');
  const embedded = settings.databaseUrl ? null : await startDatabase({ dataDir: settings.dataDir, log: say });
  const database = openDatabase({ connectionString: settings.databaseUrl ?? embedded!.url });
  const log = lineLog();
  try {
    if (!embedded)
      await database.pool.connect().then((client) => assertUsable(client).finally(() => client.release()));
    const ran = await migrate(database.pool);
    await migrateJobs(database.pool);
    if (ran.length > 0) say(`Brought the database up to date (${ran.length} steps)`);
    const files = await diskStore(join(settings.dataDir, 'files'));
    const shift = settings.demo
      ? ((await readInstallation<{ shift: number }>(database.db, 'clock'))?.shift ?? 0)
      : 0;
    provideResources({ database, files, clock: wallClock(shift), settings, log, refuseChange, say: said });
    if (work)
      await Promise.all([
        scheduleDigest(),
        scheduleFileJobs(),
        scheduleReminders(),
        scheduleFinishing(),
        scheduleForgetting(),
        scheduleRenditions(),
      ]);
    if (work && settings.demo) await scheduleStep();
    const unfollow = work ? await followSite(database.pool) : null;
    const runner = work ? await startJobs(database.pool, jobs, log) : null;
    return {
      async close() {
        await unfollow?.();
        await runner?.stop();
        stopRunner();
        await database.close();
        await embedded?.stop();
        provideResources(null);
      },
    };
  } catch (problem) {
    await database.close();
    await embedded?.stop();
    throw problem;
  }
}
