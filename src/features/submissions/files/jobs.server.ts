/** Timed work on files: uploads nobody continued, and files whose day has come. */
import type { Jobs } from '#app/platform/jobs.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { systemViewer } from '#app/platform/viewer.ts';
import { announceDeletions, deleteFiles, sweepUploads } from './operations.server.ts';
import { forget } from './tus.server.ts';

/** An upload can be continued for a week. */
const patience = 7 * 24 * 60 * 60 * 1000;

export const jobs: Jobs = {
  async 'uploads.sweep'() {
    const now = resources().clock.now();
    const context = { viewer: systemViewer('uploads.sweep'), now };
    const stale = await sweepUploads(context, { before: new Date(now.getTime() - patience) });
    for (const id of stale) await forget(id);
  },
  async 'files.delete'() {
    const { clock, files } = resources();
    const context = { viewer: systemViewer('files.delete'), now: clock.now() };
    await announceDeletions(context, {});
    for (const blob of await deleteFiles(context, {})) await files.remove(blob);
  },
};
