/** Who may speak for a paper or work: its people, signed in. Organizers may only take down, and read what is granted. */
import { predicate, type Predicate } from '#app/platform/policy.ts';
import { isAuthor } from '#app/features/submissions/policy.ts';
import type { Submission } from '#app/features/submissions/submission.ts';
import type { Takedown } from './ledger.ts';

type Known = Pick<Submission, 'editionId' | 'begunBy' | 'draftKeyHash' | 'contributors'>;

export const itsPeople: Predicate<Known> = predicate(
  'its authors or creators, signed in',
  ({ viewer, subject }) => viewer.kind === 'person' && isAuthor(viewer, subject),
);

/** What its people took down they alone bring back; what the organizers took down, the organizers. */
export const mayEnd = ({ byOrganizer }: Pick<Takedown, 'byOrganizer'>, asOrganizer: boolean) =>
  byOrganizer === asOrganizer;
