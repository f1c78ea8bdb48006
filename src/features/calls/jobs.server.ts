/** Only in the demo: also while nobody turns the clock its minutes pass, and what is handed in by then comes in. */
import { addJob, type Jobs } from '#app/platform/jobs.server.ts';
import { resources } from '#app/platform/resources.server.ts';

export const jobs: Jobs = {
  async 'clock.step'() {
    const { arrange, settings } = resources();
    if (!settings.demo) return;
    await arrange?.();
    await scheduleStep();
  },
};

export async function scheduleStep(): Promise<void> {
  const { clock, database } = resources();
  // The queue lives by the machine's clock, also where the demo's is moved.
  const at = new Date(clock.now().getTime() - clock.shift + 20_000);
  await addJob(database.db, 'clock.step', {}, { key: 'clock.step', at });
}
