/** What the page says after an ordinary form brought files: an address carries the code, the words stand here. */
export type SaidCode = 'late' | 'too-large' | 'too-many' | 'no-room' | 'broken' | 'nothing';

const words: Record<SaidCode, string> = {
  late: 'The deadline has passed, so no new file can be added.',
  'too-large': 'A file was too large for the room that is left, and was not kept. The others are here.',
  'too-many': 'There were more files than one submission can hold. The first ones are here.',
  'no-room':
    'There is no room left here for files. What arrived whole is kept; please tell the organizers, and send the rest later.',
  broken: 'The upload broke off. What arrived whole is here; please send the rest again.',
  nothing: 'No file was chosen. Choose one or several, then send them.',
};

export function saidAfter(query: URLSearchParams): { done: string | null; problem: string | null } {
  const added = Number(query.get('added'));
  const code = query.get('problem') as SaidCode | null;
  return {
    done:
      !Number.isInteger(added) || added < 1
        ? null
        : added === 1
          ? 'One file was added.'
          : `${added} files were added.`,
    problem: code && Object.hasOwn(words, code) ? words[code] : null,
  };
}

/** After a check that was asked for once more. */
export const sayChecked = (read: boolean): string =>
  read
    ? 'It was checked again, to its end.'
    : 'It was checked again, and once more not to its end. It holds nothing up.';
