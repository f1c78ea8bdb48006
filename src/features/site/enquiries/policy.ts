/** Who reads and writes in an enquiry: whoever has the link from a letter, and the organizers. */
import { predicate } from '#app/platform/policy.ts';

/** The subject is found by the secret alone, so to have found it is to hold the link. */
export const whoeverHasTheLink = predicate<{ id: string }>(
  'whoever has the link from a letter of this thread',
  () => true,
);
