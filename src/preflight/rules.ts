/** Filled by the checker: what a call asks of its files, as data. */
export type CheckRules = { kind: 'paper' | 'work' } & Record<string, unknown>;
