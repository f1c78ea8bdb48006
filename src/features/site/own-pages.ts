/**
 * Who and what of a programme has a page: a session in which somebody speaks, of which something is said or which left
 * something behind, and everybody who speaks, leads a table or has something to say.
 */
import type { EditionSettings } from '#app/features/editions/settings.ts';

type Session = EditionSettings['programme']['sessions'][number];
type Person = EditionSettings['people'][number];

export const hasSessionPage = ({ people, summary, materials }: Session) =>
  people.length > 0 || summary.trim() !== '' || materials.length > 0;

export const hasPersonPage = ({ bio, roles }: Pick<Person, 'bio' | 'roles'>) =>
  bio.trim() !== '' || roles.some((role) => ['speaker', 'panelist', 'moderator'].includes(role));

/** Below its edition; a session without a page has its place on the programme. */
export const sessionPlace = (session: Session) =>
  hasSessionPage(session) ? `sessions/${session.key}` : `programme#${session.key}`;

export const personPlace = (person: Pick<Person, 'key' | 'bio' | 'roles'>) =>
  hasPersonPage(person) ? `people/${person.key}` : `people#${person.key}`;
