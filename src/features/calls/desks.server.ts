import * as v from 'valibot';
import { read } from '#app/platform/operation.server.ts';
import { hasRole } from '#app/platform/viewer.ts';
import { mayMakeEditions } from '../editions/policy.ts';
import { listEditions } from '../editions/queries.server.ts';

/** The editions whose desk the viewer may open, newest first: found through the viewer's own roles. */
export const desks = read({
  name: 'editions.desks',
  input: v.object({}),
  allow: mayMakeEditions,
  run: async ({ db, viewer }) =>
    (await listEditions(db)).filter(({ id }) => hasRole(viewer, id, 'organizer')),
});
