/** The log of letters as its address asks for it, and as people read it. */
import { isLetterKind, letterKinds } from '#app/platform/letter.ts';

export function askedLog(query: URLSearchParams): { only: 'all' | 'failed'; page: number } {
  const page = Math.floor(Number(query.get('page') ?? 1));
  return { only: query.has('failed') ? 'failed' : 'all', page: page >= 1 && page < 1e6 ? page : 1 };
}

/** Kinds in words; one that is no longer known keeps its own name. */
export function withKinds<G extends { letters: { kind: string }[] }>(log: G): G {
  const letters = log.letters.map((letter) => ({
    ...letter,
    kind: isLetterKind(letter.kind) ? letterKinds[letter.kind].title : letter.kind,
  }));
  return { ...log, letters };
}
