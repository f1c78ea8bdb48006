/** Renditions are made by a job, one submission at a time; each night everything is looked at once. */
import { addJob, type Jobs } from '#app/platform/jobs.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { renderAll, renderSubmission } from './operations.server.ts';

export const jobs: Jobs = {
  async 'works.render'({ id }) {
    await renderSubmission(id, resources().clock.now());
  },
  async 'works.renderAll'() {
    await renderAll(resources().clock.now());
    await scheduleRenditions();
  },
};

/** At two UTC; asking again changes nothing. */
export async function scheduleRenditions(): Promise<void> {
  const { clock, database } = resources();
  const next = new Date(clock.now());
  next.setUTCHours(2, 0, 0, 0);
  if (next <= clock.now()) next.setUTCDate(next.getUTCDate() + 1);
  // The queue lives by the machine's clock, also where the demo's is moved.
  const at = new Date(next.getTime() - clock.shift);
  await addJob(database.db, 'works.renderAll', {}, { key: 'works.renderAll', at, queue: 'works.render' });
}
