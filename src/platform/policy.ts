/**
 * Predicates that say who may, with the words that `docs/who-may.md` prints. Pure: viewer, subject, input, now.
 * Features name theirs in `policy.ts`; they are joined here by `all` and `any`, never by hand in a route.
 */
import { hasRole, type Role, type Viewer } from './viewer.ts';

export interface Asked<S, I = unknown> {
  viewer: Viewer;
  subject: S;
  input: I;
  now: Date;
}

export interface Predicate<S, I = unknown> {
  words: string;
  test(asked: Asked<S, I>): boolean;
}

/** `words` stand in docs/who-may.md under “who”; `test` must be pure. */
export function predicate<S, I = unknown>(words: string, test: Predicate<S, I>['test']): Predicate<S, I> {
  return { words, test };
}

/** True of none: without parts everybody may. */
export function all<S, I>(...parts: Predicate<S, I>[]): Predicate<S, I> {
  return predicate(parts.map((part) => part.words).join(', and '), (asked) =>
    parts.every((part) => part.test(asked)),
  );
}

/** False of none: without parts nobody may. */
export function any<S, I>(...parts: Predicate<S, I>[]): Predicate<S, I> {
  return predicate(parts.map((part) => part.words).join('; or '), (asked) =>
    parts.some((part) => part.test(asked)),
  );
}

export const anyone = predicate<unknown>('anyone', () => true);
export const signedIn = predicate<unknown>('anyone signed in', ({ viewer }) => viewer.kind === 'person');
export const theSystem = predicate<unknown>(
  'Salon itself (jobs, command line)',
  ({ viewer }) => viewer.kind === 'system',
);
export const operator = predicate<unknown>(
  'whoever runs this installation',
  ({ viewer }) => viewer.kind === 'system' || (viewer.kind === 'person' && viewer.operator),
);

/** Standing in the edition that the subject belongs to. Recusal is asked before this, by the submission's own policy. */
export const inRole = (role: Role, words: string) =>
  predicate<{ editionId: string }>(words, ({ viewer, subject }) => hasRole(viewer, subject.editionId, role));

export const organizer = any(
  inRole('organizer', 'organizers of the edition'),
  theSystem as Predicate<{ editionId: string }>,
);
