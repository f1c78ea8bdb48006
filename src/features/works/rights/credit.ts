/**
 * Who stands in public with a paper or a work. Promises that nobody is named before they said yes: in words, or by
 * handing it in or granting its rights themselves; and that whoever objected is never named.
 */
import type { Contributor } from '#app/features/submissions/submission.ts';

type Named = Pick<Contributor, 'kind' | 'personId' | 'answer'>;

export interface Acts {
  /** Who ever handed it in. */
  submittedBy: readonly (string | null)[];
  /** Who granted rights for it. */
  grantedBy: readonly (string | null)[];
}

/** In their order: who is named, who has yet to answer, who objected. */
export function creditsOf<C extends Named>(contributors: readonly C[], acts: Acts) {
  const sorted = { named: [] as C[], waiting: [] as C[], objected: [] as C[] };
  for (const one of contributors) sorted[standingOf(one, acts)].push(one);
  return sorted;
}

/** The line under a work: its people's own, or one made from the names that may be shown. */
export function creditLine({ own, names, year }: { own: string; names: string[]; year: string }): string {
  if (own.trim()) return own.trim();
  if (names.length === 0) return '';
  const some = names.length > most ? [...names.slice(0, most), `and ${names.length - most} more`] : names;
  return `© ${year} ${some.join(', ')}`;
}

const most = 8;

function standingOf({ kind, personId, answer }: Named, { submittedBy, grantedBy }: Acts) {
  if (answer) return answer.answer === 'objected' ? 'objected' : 'named';
  // A collective is no person who could be hurt by its name, and often has no address of its own.
  if (kind === 'collective') return 'named';
  const acted = personId !== null && [...submittedBy, ...grantedBy].includes(personId);
  return acted ? 'named' : 'waiting';
}
