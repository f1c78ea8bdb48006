import { predicate } from '#app/platform/policy.ts';

export const anyoneInTheDemo = predicate<unknown>('anyone, in the demo only', () => true);
