/** Who may accept. Conflict beats role: what an organizer has a part in is not there for them, not even in a count. */
import { any, predicate, theSystem, type Predicate } from '#app/platform/policy.ts';
import { hasRole } from '#app/platform/viewer.ts';

export const organizersApart: Predicate<{ id: string }> = any(
  predicate<{ id: string }>(
    'organizers of the edition, about what they have no part in',
    ({ viewer, subject }) => hasRole(viewer, subject.id, 'organizer'),
  ),
  theSystem as Predicate<{ id: string }>,
);
