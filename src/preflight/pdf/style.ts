/** Owns what most of a paper looks like: the size, font and spacing of its running text. */
import type { Sheet } from './furniture.ts';
import { headingKind, type HeadingKind } from './heading-words.ts';
import type { Line } from './lines.ts';

export type Style = { size: number; font: string; leading: number };

/** Weighed by letters, so that headings, captions and formulas do not count for much. */
export function styleOf(sheets: readonly Sheet[]): Style {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  const lines = sheets.flatMap((sheet) => sheet.lines);
  for (const line of lines) {
    for (const run of line.runs) add(sizes, Math.round(run.size * 10) / 10, run.text.length);
  }
  const size = heaviest(sizes) ?? 10;
  for (const line of lines) {
    for (const run of line.runs) if (Math.abs(run.size - size) < 0.3) add(fonts, run.font, run.text.length);
  }
  return { size, font: heaviest(fonts) ?? '', leading: leadingOf(lines, size) };
}

/** The usual step from one line of running text to the next. */
function leadingOf(lines: readonly Line[], size: number): number {
  const steps = new Map<number, number>();
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    if (!before || before.page !== line.page || before.column !== line.column) continue;
    const both = [before, line].every((one) => Math.abs(one.size - size) < 0.4 && one.text.length > 25);
    const step = line.y - before.y;
    if (both && step > size * 0.8 && step < size * 2.6) add(steps, Math.round(step * 5) / 5, 1);
  }
  return heaviest(steps) ?? 0;
}

/** Whether a line looks like a heading beside the running text: larger, in another font, or in capitals. */
export function isHeadingLike(line: Line, style: Style): boolean {
  const size = tallest(line);
  if (line.shares || size < style.size - 0.8 || !/^[^\p{Ll}]*[\p{Lu}\p{Lo}\p{N}§]/u.test(line.text))
    return false;
  const other = line.runs.some((run) => run.font !== style.font && run.text.trim().length > 1);
  const capitals = /\p{Lu}{4}/u.test(line.text) && !/\p{Ll}/u.test(line.text);
  return size > style.size + 0.5 || other || capitals;
}

/** A short line with more room above it than running text has: a heading set like everything else. */
export function standsAlone(lines: readonly Line[], i: number, style: Style): boolean {
  const line = lines[i]!;
  const before = lines[i - 1];
  if (line.shares || !/^[^\p{Ll}]*[\p{Lu}\p{Lo}\p{N}§[(]/u.test(line.text)) return false;
  if (!before || before.page !== line.page || before.column !== line.column) return true;
  return line.y - before.y > (style.leading || style.size * 1.2) * 1.25 || isCentred(lines, i);
}

/** A short line with as much room on its left as on its right, where lines around it have none. */
function isCentred(lines: readonly Line[], i: number): boolean {
  const line = lines[i]!;
  const around = lines
    .slice(Math.max(0, i - 4), i + 5)
    .filter((one) => one.page === line.page && one.column === line.column);
  const left = line.x0 - Math.min(...around.map((one) => one.x0));
  const right = Math.max(...around.map((one) => one.x1)) - line.x1;
  return Math.abs(left - right) < 8 && left > (line.x1 - line.x0) * 0.25 && left > line.size * 4;
}

/** What a line opens, where it looks like a heading at all. */
export function kindOfHeading(lines: readonly Line[], i: number, style: Style): HeadingKind | null {
  const kind = headingKind(lines[i]!.text) ?? headingKind(twoLines(lines, i));
  if (kind === null) return null;
  return isHeadingLike(lines[i]!, style) || standsAlone(lines, i, style) ? kind : null;
}

/** A heading that narrow columns broke in two. */
function twoLines(lines: readonly Line[], i: number): string {
  const [line, next] = [lines[i]!, lines[i + 1]];
  const goesOn =
    next &&
    !next.shares &&
    next.page === line.page &&
    next.column === line.column &&
    next.font === line.font &&
    Math.abs(next.size - line.size) < 0.3 &&
    next.y - line.y < line.size * 1.8;
  return goesOn ? `${line.text} ${next.text}` : line.text;
}

/** A heading of any section, whatever it says. */
export function isSectionHeading(line: Line, style: Style): boolean {
  if (!isHeadingLike(line, style) || line.text.length > 90 || /[.,;:]$/.test(line.text)) return false;
  const whole = line.runs.every((run) => run.font !== style.font || run.text.trim().length <= 4);
  return (
    line.size > style.size + 0.8 ||
    (whole && /^(\d+|[A-Z]|[IVX]+)(\.\d+)*\.?\s+\S/.test(line.text)) ||
    (whole && /^[\p{Lu}\p{Lo}]/u.test(line.text))
  );
}

/** Small capitals are two sizes in one line; the larger is the heading's. */
function tallest(line: Line): number {
  return line.runs.reduce((most, run) => Math.max(most, run.size), line.size);
}

function add<K>(map: Map<K, number>, key: K, weight: number): void {
  map.set(key, (map.get(key) ?? 0) + weight);
}

function heaviest<K>(map: Map<K, number>): K | null {
  let best: K | null = null;
  for (const [key, weight] of map) if (best === null || weight > map.get(best)!) best = key;
  return best;
}
