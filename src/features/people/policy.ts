import { predicate } from '#app/platform/policy.ts';

/** Rows are found through the viewer, so what is not theirs is not found. */
export const themselves = predicate<unknown>(
  'each person, for themselves',
  ({ viewer }) => viewer.kind === 'person',
);

export const holderOfTheLink = predicate<unknown>('whoever holds the mailed link', () => true);
export const holderOfThePasskey = predicate<unknown>('whoever holds the passkey', () => true);
export const backFromOrcid = predicate<unknown>(
  'whoever comes back from ORCID in the same browser',
  () => true,
);
export const anyoneInTheDemo = predicate<unknown>('anyone, in the demo only', () => true);
