/** Owns the telling of a list of references from prose that merely speaks of references. */
import type { Line } from './lines.ts';

const numbered = /^(\[\d{1,3}\]|\[[A-Z][\p{L}+]{1,6}\d{2}[a-z]?\]|\(?\d{1,3}[.)])\s*\p{L}/u;
const named =
  /^(\[?\p{Lu}[\p{L}'’-]+,\s+(\p{Lu}\.|\p{Lu}\p{L}+)|(\p{Lu}\.[\s-]?)+\s*\p{Lu}[\p{L}'’-]+|(\p{Lu}[\p{L}'’.-]*\s){1,4}\p{Lu}[\p{L}'’-]+(,|\.|\sand\s|\s&\s))/u;
const signs =
  /\b(1[89]|20)\d{2}[a-z]?\b|arxiv|\bdoi\b|https?:|\bpp?\.\s*\d|proceedings|\bproc\.|journal|conference|press\b|\bet al\b|\bvol\.|\bedn?\.|\beds?\.|\d+\(\d+\)|\d+:\d+[–-]\d+/iu;

/** Whether these lines, the ones after a heading, read like a list of references. */
export function readsLikeReferences(lines: readonly Line[]): boolean {
  const seen = lines.slice(0, 12);
  if (seen.length === 0) return false;
  const marked = seen.filter((line) => signs.test(line.text) || numbered.test(line.text)).length;
  const first = seen[0]!.text;
  if (numbered.test(first)) return marked >= 1;
  // Prose with citations has years too, but hardly on every other line, and it does not open with a name list.
  if (named.test(first)) return marked >= Math.max(1, seen.length * 0.25);
  return (
    seen.length >= 3 && marked >= seen.length * 0.5 && seen.slice(0, 4).some((line) => named.test(line.text))
  );
}

/** Stricter, for lists under a heading in no language we know. */
export function surelyReferences(lines: readonly Line[]): boolean {
  const seen = lines.slice(0, 12);
  const starts = seen.filter((line) => numbered.test(line.text) || named.test(line.text)).length;
  const marked = seen.filter((line) => signs.test(line.text) || numbered.test(line.text)).length;
  return (
    seen.length >= 4 && startsEntry(seen[0]!) && starts >= seen.length * 0.3 && marked >= seen.length * 0.4
  );
}

/** Where a list [1], [2], [3] begins without any heading; -1 where there is none. */
export function headlessList(lines: readonly Line[], from: number): number {
  for (let i = from; i < lines.length; i++) {
    if (!/^\[1\]\s*\p{L}/u.test(lines[i]!.text)) continue;
    const next = lines.slice(i + 1, i + 24);
    if (
      next.some((line) => /^\[2\]/.test(line.text)) &&
      (next.some((line) => /^\[3\]/.test(line.text)) || next.length < 20)
    )
      return i;
  }
  return -1;
}

export function startsEntry(line: Line): boolean {
  return numbered.test(line.text) || named.test(line.text);
}

export function hasSigns(line: Line): boolean {
  return signs.test(line.text) || numbered.test(line.text);
}
