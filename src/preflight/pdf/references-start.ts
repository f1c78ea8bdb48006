/**
 * Owns the finding of where the references begin: under a heading that says so in a language we know, under one
 * that we do not know, or under none. A heading alone convinces nobody; what follows must read like a list.
 */
import { hasSigns, listMean, readsLikeReferences, startsEntry, surelyReferences } from './bibliography.ts';
import { headingKind, speaksOfReferences } from './heading-words.ts';
import type { Line } from './lines.ts';
import { isHeadingLike, isSectionHeading, kindOfHeading, standsAlone, type Style } from './style.ts';

/** `start` is the index of the heading's line, or of the first entry where `headed` is false. */
export type Found = { start: number; headed: boolean; unsure: string | null };

/** The list that belongs to the paper itself: the first, unless only a later one says what it is. */
export function referencesIn(lines: readonly Line[], style: Style): Found | null {
  const named: number[] = [];
  const unnamed: Found[] = [];
  const candidates: number[] = [];
  const early = Math.floor(lines.length * 0.12);
  for (let i = 2; i < lines.length; i++) {
    const list = listAfter(lines, i, style);
    if (saysReferences(lines, i, style)) {
      candidates.push(i);
      if (readsLikeReferences(list)) named.push(i);
    } else if (
      i >= early &&
      namesThemOddly(lines, i, style) &&
      readsLikeReferences(list) &&
      listMean(list.slice(0, 16)) > 0.1
    )
      named.push(i);
    else if (i >= early && unnamed.length < 3) {
      const found = withoutName(lines, i, list, style);
      if (found) unnamed.push(found);
    }
  }
  const first = named[0];
  const other = unnamed[0];
  if (other && (first === undefined || appendixBetween(lines, other.start, first, style))) return other;
  if (first !== undefined) return { start: first, headed: true, unsure: null };
  const last = candidates.at(-1);
  if (last === undefined) return null;
  // Its list reads like no list we know; at the very end of a paper it still is one.
  const list = listAfter(lines, last, style);
  const late = last > lines.length * 0.5 && list.some(hasSigns) && listMean(list) > -0.35;
  return late ? { start: last, headed: true, unsure: 'the list of references is unusual' } : null;
}

/** The lines after this one, up to the next heading; entries in capitals or bold are no headings. */
function listAfter(lines: readonly Line[], at: number, style: Style): Line[] {
  const list: Line[] = [];
  for (let i = at + 1; i < lines.length && list.length < 40; i++) {
    const line = lines[i]!;
    if (list.length > 0 && endsList(lines, i, style)) break;
    list.push(line);
  }
  return list;
}

function endsList(lines: readonly Line[], i: number, style: Style): boolean {
  const line = lines[i]!;
  if (kindOfHeading(lines, i, style) !== null) return true;
  return (
    isSectionHeading(line, style) && !startsEntry(line) && !hasSigns(line) && line.size > style.size + 0.8
  );
}

function saysReferences(lines: readonly Line[], i: number, style: Style): boolean {
  const line = lines[i]!;
  return !line.shares && kindOfHeading(lines, i, style) === 'references';
}

/** "Works cited and consulted", "Bibliography of the room": the word is in it, the rest is their own. */
function namesThemOddly(lines: readonly Line[], i: number, style: Style): boolean {
  const line = lines[i]!;
  return (
    speaksOfReferences(line.text) &&
    !line.shares &&
    !startsEntry(lines[i]!) &&
    (isHeadingLike(line, style) || standsAlone(lines, i, style))
  );
}

function withoutName(lines: readonly Line[], i: number, list: readonly Line[], style: Style): Found | null {
  const line = lines[i]!;
  const short = line.text.length < 50 && !/[.!?,;]$/.test(line.text) && headingKind(line.text) === null;
  if (
    short &&
    !hasSigns(line) &&
    (isHeadingLike(line, style) || standsAlone(lines, i, style)) &&
    surelyReferences(list)
  )
    return { start: i, headed: true, unsure: null };
  if (!startsEntry(line) || !surelyReferences([line, ...list])) return null;
  // Without any heading a list must open with a number of its own, or stand apart from prose before it.
  const before = lines.slice(Math.max(0, i - 5), i);
  const opens = /^(\[1\]|1[.)]|\(1\))\s/u.test(line.text);
  const apart = standsAlone(lines, i, style) || lines[i - 1]!.page !== line.page;
  return listMean(before) < 0 && (opens || apart) ? { start: i, headed: false, unsure: null } : null;
}

function appendixBetween(lines: readonly Line[], from: number, to: number, style: Style): boolean {
  return lines.some((_, i) => i >= from && i < to && kindOfHeading(lines, i, style) === 'appendix');
}
