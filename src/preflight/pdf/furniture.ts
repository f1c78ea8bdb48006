/** Owns the telling of page furniture (running heads, page numbers, line numbers) from what the author wrote. */
import type { Line } from './lines.ts';
import type { Page } from './page.ts';

export type Sheet = { page: Page; lines: Line[]; columns: 1 | 2 };
export type Cleaned = { sheets: Sheet[]; lineNumbers: boolean };

/** The sheets without their furniture. */
export function withoutFurniture(sheets: readonly Sheet[]): Cleaned {
  const numbered = sheets.map(({ page, lines }) => marginNumbers(page, lines));
  const lineNumbers = numbered.some((set) => set.size > 0);
  const repeated = repeatedLines(sheets);
  const cleaned = sheets.map((sheet, i) => ({
    ...sheet,
    lines: sheet.lines.filter(
      (line) =>
        !numbered[i]!.has(line) &&
        !repeated.has(line) &&
        !isPageNumber(line, sheet.page) &&
        !isStray(line, sheet),
    ),
  }));
  return { sheets: cleaned, lineNumbers };
}

/** Rising numbers in the margin, one for each line of text. */
function marginNumbers(page: Page, lines: readonly Line[]): Set<Line> {
  const numbers = lines.filter(
    (line) => /^\d{1,4}$/.test(line.text) && (line.x1 < page.width * 0.2 || line.x0 > page.width * 0.8),
  );
  const rising = numbers.filter(
    (line, i) => i > 0 && Number(line.text) - Number(numbers[i - 1]!.text) === 1,
  ).length;
  return new Set(numbers.length >= 8 && rising >= numbers.length * 0.6 ? numbers : []);
}

function repeatedLines(sheets: readonly Sheet[]): Set<Line> {
  const seen = new Map<string, Line[]>();
  for (const { page, lines } of sheets) {
    for (const line of lines) {
      const edge = line.y < page.height * 0.1 || line.y > page.height * 0.9;
      if (!edge) continue;
      const key = `${line.text.replace(/\d+|\b[ivxlc]+\b/gi, '#')} ${Math.round(line.y / 4)}`;
      seen.set(key, [...(seen.get(key) ?? []), line]);
    }
  }
  return new Set(
    [...seen.values()].filter((lines) => new Set(lines.map((line) => line.page)).size >= 2).flat(),
  );
}

function isPageNumber(line: Line, page: Page): boolean {
  const edge = line.y < page.height * 0.11 || line.y > page.height * 0.89;
  return edge && /^[-–—\s]*(page\s*)?(\d{1,4}|[ivxlc]{1,6})(\s*(of|\/)\s*\d{1,4})?[-–—\s]*$/i.test(line.text);
}

/** A running head that stands once: in the outermost strip of the page, apart from everything else. */
function isStray(line: Line, { page, lines }: Sheet): boolean {
  const top = line.y < page.height * 0.065;
  if (!top && line.y < page.height * 0.955) return false;
  return !lines.some(
    (other) =>
      other !== line && Math.abs(other.y - line.y) > 2 && Math.abs(other.y - line.y) < line.size * 1.7,
  );
}
