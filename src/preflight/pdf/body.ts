/**
 * Owns the end of the body: the last thing that counts before the references. What stands before them counts,
 * figures and appendices included; acknowledgements and the checklist never do. Source: preflight.md, "Papers".
 */
import { listMean } from './bibliography.ts';
import { figureBeyond, floatAmong, type Place } from './floats.ts';
import type { Sheet } from './furniture.ts';
import { headingKind, inOrder, type HeadingKind } from './heading-words.ts';
import type { Line } from './lines.ts';
import { referencesIn } from './references-start.ts';
import { isSectionHeading, kindOfHeading, type Style } from './style.ts';

export type Body = {
  ends: Place;
  /** How many lines, in reading order, count as body. */
  lines: number;
  references: (Place & { heading: string | null }) | null;
  appendixPage: number | null;
  /** Why the body may be longer than found; null when it cannot. */
  unsure: string | null;
  /** The last page that a longer reading would reach. */
  longestPage: number;
  /** Set where something other than text ends the body. */
  because: string | null;
};

/**
 * Places are pages from 1 and points from the top. Without references the body goes on to the checklist, the
 * appendix or the end, and `unsure` may say why.
 */
export function bodyOf(sheets: readonly Sheet[], style: Style): Body {
  const lines = sheets.flatMap((sheet) => sheet.lines);
  const found = referencesIn(lines, style);
  const open = found ? found.start : lines.length;
  const { end, close, unsure } = found
    ? { end: beforeUncounted(lines, open, style), close: open, unsure: found.unsure }
    : endWithoutReferences(lines, style);
  const last = lines.slice(0, end).at(-1);
  const heading = found ? lines[open]! : null;
  const ends: Place = last ? { page: last.page, y: last.y } : { page: 1, y: 0 };
  // A figure that floats past the acknowledgements is still the body's.
  const stop = lines[close] ?? null;
  const figure = figureBeyond(sheets, ends, stop);
  const float = found ? floatAmong(lines, open, style, figure ?? ends) : null;
  const appendix = lines.find(
    (_, i) => i > lines.length * 0.2 && kindOfHeading(lines, i, style) === 'appendix',
  );
  return {
    ends: float ?? figure ?? ends,
    lines: end,
    references: heading && {
      page: heading.page,
      y: heading.y,
      heading: found!.headed ? inOrder(heading.text) : null,
    },
    appendixPage: appendix?.page ?? null,
    unsure,
    longestPage: unsure === null ? ends.page : (lines.at(-1)?.page ?? ends.page),
    because: float ? 'a figure or table among the references' : figure ? 'a figure' : null,
  };
}

/** Steps back over acknowledgements and checklists that stand directly before the references. */
function beforeUncounted(lines: readonly Line[], open: number, style: Style): number {
  let end = open;
  for (let i = open - 1; i >= 0; i--) {
    const line = lines[i]!;
    const kind = kindOfHeading(lines, i, style) ?? runIn(line, style);
    if (kind === 'acknowledgements' || kind === 'checklist') {
      end = i;
      continue;
    }
    // Any other heading belongs to the body, and so does all before it.
    if (isSectionHeading(line, style)) break;
  }
  return end;
}

type End = { end: number; close: number; unsure: string | null };

function endWithoutReferences(lines: readonly Line[], style: Style): End {
  const first = (kind: HeadingKind) => {
    const at = lines.findIndex((_, i) => i > 3 && kindOfHeading(lines, i, style) === kind);
    return at < 0 ? lines.length : at;
  };
  const checklist = first('checklist');
  const appendix = first('appendix');
  const close = Math.min(checklist, appendix);
  const end = beforeUncounted(lines, close, style);
  if (appendix < checklist) return { end, close, unsure: 'we found no references before the appendix' };
  // Something at the end reads like a list, yet we cannot tell where it begins.
  const tail = lines.slice(Math.floor(lines.length * 0.8));
  const listed = listMean(tail.slice(-12)) > 0.15;
  return { end, close, unsure: listed ? 'we cannot tell where the references begin' : null };
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
