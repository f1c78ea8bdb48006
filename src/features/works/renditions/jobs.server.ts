/** Renditions are made by a job, one submission at a time. */
import type { Jobs } from '#app/platform/jobs.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { renderSubmission } from './operations.server.ts';

export const jobs: Jobs = {
  async 'works.render'({ id }) {
    await renderSubmission(id, resources().clock.now());
  },
};
