/** Owns the telling of page furniture (running heads, page numbers, line numbers) from what the author wrote. */
import { headingKind, speaksOfReferences } from './heading-words.ts';
import type { Line } from './lines.ts';
import type { Page } from './page.ts';

export type Sheet = { page: Page; lines: Line[]; columns: 1 | 2; numbered: boolean };
export type Cleaned = { sheets: Sheet[]; lineNumbers: boolean };

/** The sheets without their furniture. */
export function withoutFurniture(sheets: readonly Sheet[]): Cleaned {
  const lineNumbers = sheets.some((sheet) => sheet.numbered);
  const furniture = new Set([...repeatedLines(sheets), ...countedRows(sheets), ...runningHeads(sheets)]);
  const cleaned = sheets.map((sheet) => ({
    ...sheet,
    lines: sheet.lines.filter(
      (line) => !furniture.has(line) && !isPageNumber(line, sheet.page) && !isStray(line, sheet),
    ),
  }));
  return { sheets: cleaned, lineNumbers };
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

/** The first or last row of its page where it holds a number that rises with the pages: running heads. */
function countedRows(sheets: readonly Sheet[]): Set<Line> {
  const rows = sheets.flatMap(({ page, lines }) => {
    const ys = lines.map((line) => line.y);
    return [Math.min(...ys), Math.max(...ys)].flatMap((y, at) => {
      const row = lines.filter((line) => Math.abs(line.y - y) < 3);
      const number = row.map((line) => /^(\d{1,4})\b|\b(\d{1,4})$/.exec(line.text)).find(Boolean);
      const edge = at === 0 ? y < page.height * 0.17 : y > page.height * 0.83;
      const value = Number(number?.[1] ?? number?.[2] ?? NaN) - page.number;
      return edge && row.length <= 4 && Number.isFinite(value)
        ? [{ row, page: page.number, key: `${at} ${value}` }]
        : [];
    });
  });
  const pagesOf = (key: string) => rows.filter((one) => one.key === key).length;
  return new Set(rows.filter((one) => pagesOf(one.key) >= 2).flatMap((one) => one.row));
}

/** The top row of a later page, smaller than the text and apart from it: a running head that stands once. */
function runningHeads(sheets: readonly Sheet[]): Set<Line> {
  const sizes = sheets.flatMap(({ lines }) => lines.map((line) => line.size)).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 10;
  const found = sheets.slice(1).flatMap(({ page, lines }) => {
    const top = Math.min(...lines.map((line) => line.y));
    const row = lines.filter((line) => line.y < top + 3);
    const next = Math.min(...lines.filter((line) => line.y >= top + 3).map((line) => line.y));
    // A heading in small capitals looks like one, and is none.
    const small = row.every(
      (line) => line.size < usual - 0.9 && headingKind(line.text) === null && !speaksOfReferences(line.text),
    );
    const above = page.boxes.some((box) => box.y1 < top + 2 && box.y1 - box.y0 > 20);
    return top < page.height * 0.14 && next - top > usual * 1.6 && small && !above ? row : [];
  });
  return new Set(found);
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
