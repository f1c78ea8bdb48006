/** Who may see and change the files of a submission: those who may see and change the submission. */
import { any, predicate, theSystem, type Predicate } from '#app/platform/policy.ts';
import { hasRole, type Viewer } from '#app/platform/viewer.ts';

/** What of a submission the policies ask for. */
export interface Reach {
  editionId: string;
  begunBy: string | null;
  draftKeyHash: string | null;
  contributors: { personId: string | null; email: string }[];
}

export function isAuthor(viewer: Viewer, { begunBy, draftKeyHash, contributors }: Reach): boolean {
  if (viewer.kind === 'system') return false;
  if (draftKeyHash !== null && viewer.draftKey === draftKeyHash) return true;
  if (viewer.kind !== 'person') return false;
  return begunBy === viewer.id || contributors.some(({ personId }) => personId === viewer.id);
}

/** Recusal first: who stands on a submission, by account or by address, is no organizer to it. */
export function isOrganizer(viewer: Viewer, reach: Reach): boolean {
  if (viewer.kind !== 'person' || isAuthor(viewer, reach)) return false;
  const address = viewer.email.toLowerCase();
  if (reach.contributors.some(({ email }) => email !== '' && email.toLowerCase() === address)) return false;
  return hasRole(viewer, reach.editionId, 'organizer');
}

export const itsAuthors: Predicate<Reach> = predicate(
  'its authors or creators, also before they have an account, in the browser where they began it',
  ({ viewer, subject }) => isAuthor(viewer, subject),
);

export const itsAuthorsOrOrganizers: Predicate<Reach> = any(
  itsAuthors,
  predicate<Reach>('organizers of its edition who have no part in it', ({ viewer, subject }) =>
    isOrganizer(viewer, subject),
  ),
  theSystem as Predicate<Reach>,
);

/** Organizers who act for somebody, and Salon itself, are not held by the deadline. */
export function held(viewer: Viewer, reach: Reach): boolean {
  return viewer.kind !== 'system' && !isOrganizer(viewer, reach);
}
