import { type Jobs } from '#app/platform/jobs.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { inStep } from './served.server.ts';

export const jobs: Jobs = {
  'site.draw': () => inStep(resources().clock.now()),
};
