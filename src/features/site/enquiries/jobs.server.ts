import { addJob, type Jobs } from '#app/platform/jobs.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { systemViewer } from '#app/platform/viewer.ts';
import { forget as forgetWishes } from '../interest/desk-operations.server.ts';
import { forget } from './desk-operations.server.ts';

export const jobs: Jobs = {
  async 'enquiries.forget'() {
    const context = { viewer: systemViewer('enquiries.forget'), now: resources().clock.now() };
    await forget(context, {});
    await forgetWishes(context, {});
    await scheduleForgetting();
  },
};

/** Once each night, at five UTC; asking again changes nothing. */
export async function scheduleForgetting(): Promise<void> {
  const { clock, database } = resources();
  const next = new Date(clock.now());
  next.setUTCHours(5, 0, 0, 0);
  if (next <= clock.now()) next.setUTCDate(next.getUTCDate() + 1);
  const at = new Date(next.getTime() - clock.shift);
  await addJob(database.db, 'enquiries.forget', {}, { key: 'enquiries.forget', at });
}
