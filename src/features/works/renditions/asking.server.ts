import type { Db } from '#app/platform/database.server.ts';
import { addJob } from '#app/platform/jobs.server.ts';

/**
 * For every verb after which something else may be shown; asking again while it waits changes nothing. One queue, so
 * that long films leave room for letters.
 */
export async function askForRenditions(db: Db, submissionId: string, at: Date | null = null): Promise<void> {
  const key = `works.render ${submissionId}${at ? ' later' : ''}`;
  await addJob(db, 'works.render', { id: submissionId }, { key, at, queue: 'works.render' });
}
