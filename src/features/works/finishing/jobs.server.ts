/** Timed work on what is accepted: the reminders before the deadline of final versions. */
import { addJob, type Jobs } from '#app/platform/jobs.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { systemViewer } from '#app/platform/viewer.ts';
import { remind } from './operations.server.ts';

export const jobs: Jobs = {
  async 'finishing.remind'() {
    await remind({ viewer: systemViewer('finishing.remind'), now: resources().clock.now() }, {});
    await scheduleFinishing();
  },
};

/** Asks to look again at the next full hour; asking again changes nothing. */
export async function scheduleFinishing(): Promise<void> {
  const { clock, database } = resources();
  const next = new Date(clock.now());
  next.setUTCHours(next.getUTCHours() + 1, 0, 0, 0);
  // The queue lives by the machine's clock, also where the demo's is moved.
  const at = new Date(next.getTime() - clock.shift);
  await addJob(database.db, 'finishing.remind', {}, { key: 'finishing.remind', at });
}
