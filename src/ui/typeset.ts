/** French signs keep their distance: a space that no line is broken at stands before : ; ! ? and inside guillemets. */
const wide = '\u00a0';
const narrow = '\u202f';

export const spacedInFrench = (text: string): string =>
  text
    .replaceAll(/ ([:»])/g, `${wide}$1`)
    .replaceAll(/ ([;!?])/g, `${narrow}$1`)
    .replaceAll('« ', `«${wide}`)
    .replaceAll(/(\d) (?=\d{3}\b)/g, `$1${narrow}`);

/** Every word of a table, also those that functions make. */
export function typeset<T>(table: T): T {
  if (typeof table === 'string') return spacedInFrench(table) as T;
  if (typeof table === 'function')
    return ((...given: unknown[]) => typeset((table as (...all: unknown[]) => unknown)(...given))) as T;
  if (Array.isArray(table)) return table.map(typeset) as T;
  if (typeof table === 'object' && table !== null)
    return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, typeset(value)])) as T;
  return table;
}

/** For a letter: our words get the spaces of French, what is put between them stays as people wrote it. */
export const french = (ours: TemplateStringsArray, ...given: unknown[]): string =>
  ours.map((words, at) => spacedInFrench(words) + (at < given.length ? String(given[at]) : '')).join('');
