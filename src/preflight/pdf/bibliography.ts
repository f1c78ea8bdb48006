/**
 * Owns the telling of a list of references from prose that merely speaks of references. Every line is weighed
 * by what lists have and prose has not (markers, names with initials, years, venues, capitals, stops), so that
 * one odd line decides nothing.
 */
import type { Line } from './lines.ts';

const marker =
  /^(\[\d{1,3}\]|\[[\p{L}][\p{L}+’'-]{0,14}[\s,]*\d{0,4}[a-z]?\]|\(\d{1,3}\)|\d{1,3}\.?\)?(?=\s+\p{Lu}))\s*/u;
const numbered = /^(\[\d{1,3}\]|\[\p{Lu}[\p{L}+]{1,6}\d{2}[a-z]?\]|\(?\d{1,3}[.)])\s*[\p{L}“"'‘«]/u;
const named =
  /^(\[?\p{Lu}[\p{L}'’-]+,\s+(\p{Lu}\.|\p{Lu}\p{L}+)|(\p{Lu}\.[\s-]?)+\s*\p{Lu}[\p{L}'’-]+|(\p{Lu}[\p{L}'’.-]*\s){1,4}\p{Lu}[\p{L}'’-]+(,|\.|\sand\s|\s&\s)|\p{Lu}[\p{L}'’-]+\s\p{Lu}{1,3}[,.])/u;
const year = /(?<![\d-])(1[89]|20)\d{2}[a-z]?(?!\d)/u;
const venue =
  /arxiv|\bdoi\b|https?:|www\.|\bpp?\.\s*\d|\bs\.\s*\d+[-–]|proceedings|\bproc\.|journal|conference|transactions|\bpress\b|\bet al\b|\bvol\.|\bno\.\s*\d|\bedn?\.|\beds?\.|\(hrsg\.?\)|\b[iI]n:|\d+\s?\(\d+\)|\d+:\d+[–-]\d+|\d+[–-]\d+[.,]|\bthesis\b|verlag|éditions|editorial|editora|editore/iu;
const initial = /(?<![\p{L}.])\p{Lu}\.(?=[\s,\-\p{Lu}]|$)/gu;

/** How much a line is like one of a list of references: about -1 for prose, 1 and more for an entry. */
export function listWeight(line: Line): number {
  const { text } = line;
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  if (words.length === 0) return year.test(text) ? 0.4 : 0;
  const capitals = words.slice(1).filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length;
  const stops = text.match(/[.,:;()[\]“”"&/]/g)?.length ?? 0;
  let weight = -0.75;
  weight += bounded((capitals / Math.max(3, words.length - 1) - 0.15) * 2, -0.3, 0.8);
  weight += bounded((stops / Math.max(4, words.length) - 0.2) * 2, -0.4, 0.8);
  if (numbered.test(text)) weight += 1;
  else if (named.test(text)) weight += 0.7;
  else if (marker.test(text)) weight += 0.5;
  weight += Math.min(2, text.match(initial)?.length ?? 0) * 0.35;
  if (year.test(text)) weight += 0.5;
  if (venue.test(text)) weight += 0.8;
  return bounded(weight, -1, 1.5);
}

/** The mean weight of lines, of which the first few must not all be prose; -1 where there are none. */
export function listMean(lines: readonly Line[]): number {
  if (lines.length === 0) return -1;
  return lines.reduce((sum, line) => sum + listWeight(line), 0) / lines.length;
}

/** Whether these lines, the ones after a heading that says so, read like a list of references. */
export function readsLikeReferences(lines: readonly Line[]): boolean {
  const seen = lines.slice(0, 16);
  if (seen.length === 0) return false;
  const opens = startsEntry(seen[0]!) || (seen.length > 1 && startsEntry(seen[1]!));
  return opens ? listMean(seen) > -0.1 : listMean(seen) > 0.15;
}

/** Stricter, for lists under a heading in no language we know, or under none. */
export function surelyReferences(lines: readonly Line[]): boolean {
  const seen = lines.slice(0, 24);
  const starts = seen.filter(startsEntry).length;
  return (
    seen.length >= 4 &&
    startsEntry(seen[0]!) &&
    starts >= Math.max(2, seen.length * 0.2) &&
    listMean(seen.slice(0, 4)) > 0.2 &&
    listMean(seen) > 0.3
  );
}

/** Whether a line looks like the first of an entry: a number or label, or names as a list of references has them. */
export function startsEntry(line: Line): boolean {
  // Where writing runs from right to left, the stop of the line comes first on the page.
  const text = line.text.replace(/^[.\s]+/, '');
  return numbered.test(text) || named.test(text.replace(marker, ''));
}

/** Whether a line alone could be of a list. */
export function hasSigns(line: Line): boolean {
  return numbered.test(line.text) || year.test(line.text) || venue.test(line.text);
}

function bounded(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
