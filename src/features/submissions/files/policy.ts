/** Who may see and change the files of a submission: those who may see and change the submission. */
import { any, theSystem, type Predicate } from '#app/platform/policy.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { isOrganizer, itsAuthorsOrOrganizers as itsPeople } from '../policy.ts';

/** What of a submission the policies ask for. */
export interface Reach {
  editionId: string;
  begunBy: string | null;
  draftKeyHash: string | null;
  contributors: { personId: string | null; email: string }[];
}

export const itsAuthorsOrOrganizers = any(
  itsPeople as unknown as Predicate<Reach>,
  theSystem as Predicate<Reach>,
);

/** Organizers who act for somebody, and Salon itself, are not held by the deadline. */
export function held(viewer: Viewer, reach: Reach): boolean {
  return viewer.kind !== 'system' && !isOrganizer(viewer, reach as Parameters<typeof isOrganizer>[1]);
}
