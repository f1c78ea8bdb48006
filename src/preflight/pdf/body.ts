/**
 * Owns the end of the body: the last thing that counts before the references. What stands before them counts,
 * figures and appendices included; acknowledgements and the checklist never do. Source: preflight.md, "Papers".
 */
import { hasSigns, headlessList, readsLikeReferences, surelyReferences } from './bibliography.ts';
import type { Sheet } from './furniture.ts';
import { headingKind, type HeadingKind } from './heading-words.ts';
import type { Line } from './lines.ts';
import { isHeadingLike, type Style } from './style.ts';

export type Place = { page: number; y: number };
export type Body = {
  ends: Place;
  references: (Place & { heading: string | null }) | null;
  appendixPage: number | null;
  /** Why the body may be longer than found; null when it cannot. */
  unsure: string | null;
  /** The last page that a longer reading would reach. */
  longestPage: number;
  /** Set where something other than text ends the body. */
  because: string | null;
};

export function bodyOf(sheets: readonly Sheet[], style: Style): Body {
  const lines = sheets.flatMap((sheet) => sheet.lines);
  const found = referencesIn(lines, style);
  const open = found ? found.start : lines.length;
  const { end, unsure } = found
    ? { end: beforeUncounted(lines, open, style), unsure: found.unsure }
    : endWithoutReferences(lines, style);
  const last = lines.slice(0, end).at(-1);
  const heading = found ? lines[open]! : null;
  const ends: Place = last ? { page: last.page, y: last.y } : { page: 1, y: 0 };
  const stop = end < lines.length ? lines[end]! : null;
  const figure = figureBeyond(sheets, ends, stop);
  const float = found ? floatAmong(lines, open, style, figure ?? ends) : null;
  const appendix = lines
    .slice(found ? open + 1 : end)
    .find((line) => kindOfHeading(line, style) === 'appendix');
  return {
    ends: float ?? figure ?? ends,
    references: heading && { page: heading.page, y: heading.y, heading: found!.headed ? heading.text : null },
    appendixPage: appendix?.page ?? null,
    unsure,
    longestPage: unsure === null ? ends.page : (lines.at(-1)?.page ?? ends.page),
    because: float ? 'a figure or table among the references' : figure ? 'a figure' : null,
  };
}

type Found = { start: number; headed: boolean; unsure: string | null };

function referencesIn(lines: readonly Line[], style: Style): Found | null {
  const candidates = indexesOf(lines, (line) => kindOfHeading(line, style) === 'references');
  for (const i of candidates)
    if (readsLikeReferences(lines.slice(i + 1))) return { start: i, headed: true, unsure: null };
  // A heading in another language shows itself by what follows it.
  for (let i = Math.floor(lines.length * 0.2); i < lines.length; i++) {
    const line = lines[i]!;
    const short = line.text.length < 50 && isHeadingLike(line, style) && !/[.!?,;]$/.test(line.text);
    if (short && headingKind(line.text) === null && surelyReferences(lines.slice(i + 1)))
      return { start: i, headed: true, unsure: null };
  }
  const headless = headlessList(lines, Math.floor(lines.length * 0.2));
  if (headless > 0) {
    const title = lines[headless - 1]!;
    const headed = title.text.length < 40 && isHeadingLike(title, style);
    return { start: headed ? headless - 1 : headless, headed, unsure: null };
  }
  const last = candidates.at(-1);
  if (last === undefined) return null;
  // Its list reads like no list we know; at the very end of a paper it still is one.
  const late = last > lines.length * 0.5 && lines.slice(last + 1).some(hasSigns);
  return late ? { start: last, headed: true, unsure: 'the list of references is unusual' } : null;
}

/** Steps back over acknowledgements and checklists that stand directly before the references. */
function beforeUncounted(lines: readonly Line[], open: number, style: Style): number {
  let end = open;
  for (let i = open - 1; i >= 0; i--) {
    const line = lines[i]!;
    const kind = kindOfHeading(line, style) ?? runIn(line, style);
    if (kind === 'acknowledgements' || kind === 'checklist') {
      end = i;
      continue;
    }
    // Any other heading belongs to the body, and so does all before it.
    if (isSectionHeading(line, style)) break;
  }
  return end;
}

function endWithoutReferences(lines: readonly Line[], style: Style): { end: number; unsure: string | null } {
  const first = (kind: HeadingKind) => {
    const at = lines.findIndex((line, i) => i > 3 && kindOfHeading(line, style) === kind);
    return at < 0 ? lines.length : at;
  };
  const checklist = first('checklist');
  const appendix = first('appendix');
  const end = beforeUncounted(lines, Math.min(checklist, appendix), style);
  return { end, unsure: appendix < checklist ? 'we found no references before the appendix' : null };
}

function kindOfHeading(line: Line, style: Style): HeadingKind | null {
  const kind = headingKind(line.text);
  return kind !== null && isHeadingLike(line, style) ? kind : null;
}

/** "Acknowledgments. We thank …": the heading is the first words of a paragraph, in another font. */
function runIn(line: Line, style: Style): HeadingKind | null {
  const first = line.runs[0]!;
  const lead: string[] = [];
  for (const run of line.runs) {
    if (run.font === style.font && lead.length > 0) break;
    lead.push(run.text);
  }
  const kind = first.font === style.font ? null : headingKind(lead.join(' ').replace(/\s+/g, ' '));
  return kind === 'acknowledgements' ? kind : null;
}

function isSectionHeading(line: Line, style: Style): boolean {
  if (!isHeadingLike(line, style) || line.text.length > 90 || /[.,;:]$/.test(line.text)) return false;
  const whole = line.runs.every((run) => run.font !== style.font || run.text.trim().length <= 4);
  return (
    line.size > style.size + 0.8 ||
    (whole && /^(\d+|[A-Z]|[IVX]+)(\.\d+)*\.?\s+\S/.test(line.text)) ||
    (whole && /^\p{Lu}/u.test(line.text))
  );
}

/** A picture or drawing after the last line of the body and before what ends it. */
function figureBeyond(sheets: readonly Sheet[], ends: Place, stop: Line | null): Place | null {
  let place: Place | null = null;
  for (const { page } of sheets) {
    if (page.number < ends.page || (stop && page.number > stop.page)) continue;
    for (const box of page.boxes) {
      const width = box.x1 - box.x0;
      const height = box.y1 - box.y0;
      const large = width >= 40 && height >= 40 && width * height >= 3_600;
      const background = width > page.width * 0.92 && height > page.height * 0.92;
      const edge = box.y1 < page.height * 0.09 || box.y0 > page.height * 0.92;
      if (!large || background || edge) continue;
      const before = !stop || page.number < stop.page || box.y1 <= stop.y + 4;
      const sameColumn =
        !stop ||
        page.number < stop.page ||
        stop.column === 0 ||
        (stop.column === 1 ? box.x0 < page.width / 2 : box.x1 > page.width / 2 || box.x1 <= page.width / 2);
      const after = page.number > ends.page || box.y1 > ends.y;
      if (before && sameColumn && after && (!place || page.number > place.page || box.y1 > place.y))
        place = { page: page.number, y: box.y1 };
    }
  }
  // On its own page it adds a page; lower on the same page it changes nothing that matters.
  return place && place.page > ends.page ? place : null;
}

const caption =
  /^(figure|fig\.?|table|tab\.?|algorithm|abbildung|abb\.|tabelle|figura|tabla|tableau|tabella|图|表|図|рис\.|рисунок|таблица)\s*\d+\s*[:.|–—]/iu;

/** A captioned float of the body that was pushed in among the references, which go on after it. */
function floatAmong(lines: readonly Line[], open: number, style: Style, ends: Place): Place | null {
  const close = lines.findIndex((line, i) => i > open && kindOfHeading(line, style) !== null);
  const list = lines.slice(open + 1, close < 0 ? lines.length : close);
  for (let i = list.length - 1; i >= 0; i--) {
    const line = list[i]!;
    if (line.page <= ends.page || !caption.test(line.text)) continue;
    const after = list.slice(i + 1).filter((one) => one.page === line.page && hasSigns(one));
    if (after.length >= 2) return { page: line.page, y: line.y };
  }
  return null;
}

function indexesOf(lines: readonly Line[], test: (line: Line) => boolean): number[] {
  return lines.flatMap((line, i) => (test(line) ? [i] : []));
}
