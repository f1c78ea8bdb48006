import { addJob, type Jobs } from '#app/platform/jobs.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { systemViewer } from '#app/platform/viewer.ts';
import { digest, send } from './operations.server.ts';

const context = (name: string) => ({ viewer: systemViewer(name), now: resources().clock.now() });

export const jobs: Jobs = {
  'letters.send': async ({ id }) => {
    // Thrown so that the queue tries again, waiting longer each time; the reason is in the attempt's row.
    if ((await send(context('letters.send'), { id })) === 'later')
      throw new Error('The mail server has not taken a letter yet.');
  },
  'letters.digest': async () => {
    await digest(context('letters.digest'), {});
    await scheduleDigest();
  },
};

/** Asks for the next digest, at seven in the morning UTC; asking again changes nothing. */
export async function scheduleDigest(): Promise<void> {
  const { clock, database } = resources();
  const next = new Date(clock.now());
  next.setUTCHours(7, 0, 0, 0);
  if (next <= clock.now()) next.setUTCDate(next.getUTCDate() + 1);
  // The queue lives by the machine's clock, also where the demo's is moved.
  const at = new Date(next.getTime() - clock.shift);
  await addJob(database.db, 'letters.digest', {}, { key: 'letters.digest', at });
}
