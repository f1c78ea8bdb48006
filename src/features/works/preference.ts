/** What a creator wants machines to do with a work: one setting, from which every channel is made (`signals.ts`). */

export const preferences = ['reserve-all', 'no-training', 'allow'] as const;

/** "Inherit" is resolved before: a record always has one of these. */
export type Preference = (typeof preferences)[number];
