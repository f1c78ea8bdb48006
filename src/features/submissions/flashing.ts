/**
 * The estimate of flashing light beside the content notes that a creator gave. Whether there is such a note is the
 * call's own: any choice of several that speaks of flashing, or words of one's own under “other”.
 */
import type { Question } from '#app/features/calls/settings.ts';
import { otherIn, type Answers } from './draft.ts';

interface Film {
  name: string;
  flashes: 'possible' | 'likely' | null;
}

export interface Unsaid {
  films: Film[];
  /** The question under which it can be said; null where the call asks nothing of the kind. */
  under: string | null;
}

const speaks = (words: string) =>
  /flash|strob|flicker|photosens|epilep/i.test(
    words.replace(/\b(no|not|without)\s+(\w+\s+)?\w*(flash|strob|flicker)\w*/gi, ''),
  );

/** Null where nothing flashes, or where it was said. */
export function unsaidFlashing(
  films: readonly Film[],
  questions: readonly Question[],
  answers: Answers,
): Unsaid | null {
  const flashing = films.filter(({ flashes }) => flashes !== null);
  const notes = questions.filter(
    ({ type, options }) => type === 'choices' && options.some(({ key, label }) => speaks(`${key} ${label}`)),
  );
  const said = notes.some(({ key, options }) => {
    const chosen = (Array.isArray(answers[key]) ? answers[key] : []) as string[];
    const own = options.filter((option) => chosen.includes(option.key));
    return own.some((option) => speaks(`${option.key} ${option.label}`)) || speaks(otherIn(chosen));
  });
  return flashing.length === 0 || said ? null : { films: flashing, under: notes[0]?.label ?? null };
}
