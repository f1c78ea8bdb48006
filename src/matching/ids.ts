/** The one order of ids, so that the order of lines in a file decides nothing. */

const plainNumber = /^(0|[1-9][0-9]*)$/;

/** Plain numbers first, by size; then everything else by UTF-16 code units. */
export function compareIds(a: string, b: string): number {
  const [first, second] = [plainNumber.test(a), plainNumber.test(b)];
  if (first !== second) return first ? -1 : 1;
  if (first && a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether every id is a plain number that JSON can carry as one. */
export function arePlainNumbers(ids: string[]): boolean {
  return ids.every((id) => plainNumber.test(id) && Number(id) <= Number.MAX_SAFE_INTEGER);
}
