/**
 * What lies between being accepted and being public: the final version, the grants, each person's yes to their name.
 * Owns who still owes what, and when they are reminded. Promises that whoever objected is asked for nothing. Leaves
 * out the doing, which is the submission's (`submitting.server.ts`), the ledger's (`rights/`) and the person's own.
 */
export interface Finishing {
  id: string;
  editionId: string;
  kind: 'paper' | 'work';
  title: string;
  acceptedAt: Date;
  /** The first instant too late for the final version; null where none is asked for. */
  due: Date | null;
  final: 'none' | 'owed' | 'here' | 'late';
  /** What its people granted covers the version that would be shown. */
  granted: boolean;
  people: FinishingPerson[];
}

export interface FinishingPerson {
  id: string;
  name: string;
  email: string;
  personId: string | null;
  credit: 'named' | 'waiting' | 'objected';
}

export type Task = 'final' | 'grants' | 'credit';

/** In the order in which they are asked for. */
export function tasksOf({ final, granted }: Finishing, { credit }: FinishingPerson): Task[] {
  if (credit === 'objected') return [];
  return [
    ...(final === 'owed' ? ['final' as const] : []),
    ...(granted ? [] : ['grants' as const]),
    ...(credit === 'waiting' ? ['credit' as const] : []),
  ];
}

export const isFinished = (one: Finishing): boolean =>
  one.final !== 'owed' && one.granted && one.people.every(({ credit }) => credit !== 'waiting');

const hour = 60 * 60 * 1000;
/** Before the deadline, the nearest first. */
export const marks = [24 * hour, 48 * hour, 7 * 24 * hour];

/** The mark that has come; whoever was accepted after it has the letter of acceptance in mind. */
export function markAt({ due, acceptedAt }: Finishing, now: Date): number | null {
  if (!due || now >= due) return null;
  const mark = marks.find((before) => now.getTime() >= due.getTime() - before);
  return mark !== undefined && acceptedAt.getTime() <= due.getTime() - mark ? mark : null;
}

/** As one of its people sees it; nobody's address. */
export interface FinishingView {
  id: string;
  kind: Finishing['kind'];
  due: Date | null;
  final: Finishing['final'];
  granted: boolean;
  /** Null for who is not among its people. */
  you: FinishingPerson['credit'] | null;
  /** Names that are not public yet. */
  waiting: string[];
}

export function forPerson(
  { id, kind, due, final, granted, people }: Finishing,
  personId: string | null,
): FinishingView {
  const own = people.find((one) => personId !== null && one.personId === personId);
  return {
    id,
    kind,
    due,
    final,
    granted,
    you: own?.credit ?? null,
    waiting: people.filter((one) => one.credit === 'waiting' && one !== own).map(({ name }) => name),
  };
}
