/** Who may do what with a submission. Recusal is asked first: an organizer whose own it is acts as author only. */
import { any, predicate, theSystem, type Predicate } from '#app/platform/policy.ts';
import { hasRole, type Viewer } from '#app/platform/viewer.ts';
import type { Contributor, Submission } from './submission.ts';

type Known = Pick<Submission, 'editionId' | 'begunBy' | 'draftKeyHash' | 'contributors'>;

/** Stands among its people, began it, or holds the key of the browser in which it was begun. */
export function isAuthor(viewer: Viewer, { begunBy, draftKeyHash, contributors }: Known): boolean {
  if (viewer.kind === 'system') return false;
  if (draftKeyHash !== null && viewer.draftKey === draftKeyHash) return true;
  if (viewer.kind !== 'person') return false;
  return begunBy === viewer.id || contributors.some(({ personId }) => personId === viewer.id);
}

/** Today the conflicts that count are one's own submissions; also by address, before the account is linked. */
export function recused(viewer: Viewer, submission: Known): boolean {
  if (viewer.kind === 'system') return false;
  if (viewer.kind !== 'person') return true;
  const address = viewer.email.toLowerCase();
  return (
    isAuthor(viewer, submission) ||
    submission.contributors.some(({ email }) => email !== '' && email.toLowerCase() === address)
  );
}

export function isOrganizer(viewer: Viewer, submission: Known): boolean {
  if (recused(viewer, submission)) return false;
  return hasRole(viewer, submission.editionId, 'organizer') || viewer.kind === 'system';
}

export const itsAuthors: Predicate<Known> = predicate(
  'its authors or creators, also before they have an account, in the browser where they began it',
  ({ viewer, subject }) => isAuthor(viewer, subject),
);

export const itsOrganizers: Predicate<Known> = predicate(
  'organizers of its edition who have no part in it',
  ({ viewer, subject }) => isOrganizer(viewer, subject),
);

export const itsAuthorsOrOrganizers: Predicate<Known> = any(itsAuthors, itsOrganizers);

/** The person a contributor's entry is about: by account, or by the link in the letter to them. */
export const thePersonNamed: Predicate<Known & { named: Contributor; byLink: boolean }> = predicate(
  'the person named, by account or by the link in their letter',
  ({ viewer, subject: { named, byLink } }) =>
    byLink || (viewer.kind === 'person' && named.personId === viewer.id),
);

export const listOrganizers = any(
  predicate<{ id: string }>('organizers of the edition', ({ viewer, subject }) =>
    hasRole(viewer, subject.id, 'organizer'),
  ),
  theSystem as Predicate<{ id: string }>,
);
