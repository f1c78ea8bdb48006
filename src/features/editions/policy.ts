import { any, operator, predicate } from '#app/platform/policy.ts';

const organizerSomewhere = predicate<unknown>(
  'organizers of any edition',
  ({ viewer }) => viewer.kind === 'person' && viewer.roles.some(({ role }) => role === 'organizer'),
);

export const mayMakeEditions = any(operator, organizerSomewhere);
