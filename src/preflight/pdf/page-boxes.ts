/**
 * Owns what a picture of a measured page shows: where the text stands, which of it counts, where the body ends and
 * what follows. It repeats the measuring and adds nothing to it; nothing here reaches a verdict.
 */
import { bodyOf } from './body.ts';
import { isFigure } from './floats.ts';
import { edgesOf } from './format.ts';
import { withoutFurniture, type Sheet } from './furniture.ts';
import { withoutLineNumbers } from './line-numbers.ts';
import { linesOf, type Line } from './lines.ts';
import { readable } from './measure.ts';
import type { Box, Page, Run } from './page.ts';
import { kindOfHeading, styleOf } from './style.ts';

/** Left, top, right, bottom; in points from the upper left corner of the page. */
export type Rect = [number, number, number, number];

export interface Mark {
  what: 'body ends' | 'references' | 'appendix' | 'acknowledgements' | 'checklist';
  y: number;
}

export interface PageBoxes {
  number: number;
  width: number;
  height: number;
  /** What the text fills on this page; null where there is too little of it. */
  block: Rect | null;
  counted: Rect[];
  uncounted: Rect[];
  marks: Mark[];
  figures: Rect[];
  hidden: Rect[];
  lineNumbers: Rect[];
}

export interface PaperBoxes {
  bodyPages: number;
  /** Full pages before the last one of the body, and how far down its text that one goes: 2.31. */
  bodyLength: number;
  referencesPage: number | null;
  pages: PageBoxes[];
}

/** Null where the pages hold no text to measure. */
export function boxesOf(pages: readonly Page[]): PaperBoxes | null {
  const read = readable(pages);
  const { sheets } = withoutFurniture(read.map((page) => ({ page, ...linesOf(page) })));
  const lines = sheets.flatMap((sheet) => sheet.lines);
  if (lines.length < 3) return null;
  const style = styleOf(sheets);
  const body = bodyOf(sheets, style);
  const edges = edgesOf(sheets.slice(0, body.ends.page), style);
  const counted = new Set(lines.slice(0, body.lines));
  const boxes = sheets.map((sheet, i) => {
    const own = sheet.lines;
    const blocked = edges && own.filter((line) => line.x1 > edges.x0 && line.x0 < edges.x1);
    const marks: Mark[] = [];
    const tail = own.filter((line) => !counted.has(line));
    for (const line of tail) {
      const what = kindOfHeading(lines, lines.indexOf(line), style);
      if (what && what !== 'references') marks.push({ what, y: Math.round(line.y - line.size) });
    }
    const { ends, references } = body;
    if (references?.page === sheet.page.number)
      marks.push({ what: 'references', y: Math.round(references.y - style.size) });
    if (ends.page === sheet.page.number) marks.push({ what: 'body ends', y: Math.round(ends.y + 3) });
    return {
      number: sheet.page.number,
      width: Math.round(sheet.page.width),
      height: Math.round(sheet.page.height),
      block:
        blocked && blocked.length >= 5
          ? rounded(edges.x0, top(blocked) - style.size, edges.x1, bottom(blocked))
          : null,
      counted: own
        .filter((line) => counted.has(line))
        .map(around)
        .slice(0, most),
      uncounted: tail.map(around).slice(0, most),
      marks: marks.sort((a, b) => a.y - b.y).slice(0, 12),
      figures: figuresOn(sheet.page),
      hidden: hiddenOn(sheet.page),
      lineNumbers: numbersOn(pages[i]!),
    };
  });
  return {
    bodyPages: body.ends.page,
    bodyLength: lengthTo(body.ends, boxes, sheets),
    referencesPage: body.references?.page ?? null,
    pages: boxes,
  };
}

/** At most eight pages: the first, those at the end of the body and of the references' beginning, the one after. */
export function worthLooking({ bodyPages, referencesPage, pages }: PaperBoxes): PageBoxes[] {
  const last = Math.max(bodyPages, referencesPage ?? 0) + 1;
  const wanted = pages.filter(({ number, hidden }) => number <= last || hidden.length > 0);
  return wanted.length <= 8 ? wanted : [...wanted.slice(0, 3), ...wanted.slice(-5)];
}

/** A page never draws more than this of each kind. */
const most = 400;

const rounded = (...rect: Rect) => rect.map(Math.round) as Rect;
const around = (line: Line): Rect =>
  rounded(line.x0, line.y - line.size * 0.75, line.x1, line.y + line.size * 0.2);
const ofRun = (run: Run): Rect => rounded(run.x0, run.y - run.size, run.x1, run.y + 1);
const top = (lines: readonly Line[]) => Math.min(...lines.map((line) => line.y));
const bottom = (lines: readonly Line[]) => Math.max(...lines.map((line) => line.y));

/** By the text of its page; two columns count half a page each. */
function lengthTo(ends: { page: number; y: number }, boxes: PageBoxes[], sheets: readonly Sheet[]): number {
  const at = boxes.findIndex(({ number }) => number === ends.page);
  const tallest = boxes.map(({ block }) => block).filter((block) => block !== null);
  if (at < 0 || tallest.length === 0) return ends.page;
  const height = Math.max(...tallest.map(([, y0, , y1]) => y1 - y0));
  const from = Math.min(...tallest.map(([, y0]) => y0));
  const share = Math.min(1, Math.max(0, (ends.y - from) / Math.max(1, height)));
  const last = sheets[at]!.lines.find((line) => Math.abs(line.y - ends.y) < 0.01);
  const columns = sheets[at]!.columns === 2 && last ? last.column : 0;
  const filled = columns === 0 ? share : columns === 1 ? share / 2 : 0.5 + share / 2;
  return Math.round((ends.page - 1 + filled) * 100) / 100;
}

/** Drawings come in hundreds of pieces; what touches is one figure. */
function figuresOn(page: Page): Rect[] {
  const joined: Rect[] = [];
  for (const { x0, y0, x1, y1 } of page.boxes.filter(isLarge).slice(0, 2_000)) {
    const near = joined.find(
      (one) => x0 < one[2] + 6 && x1 > one[0] - 6 && y0 < one[3] + 6 && y1 > one[1] - 6,
    );
    if (!near) joined.push([x0, y0, x1, y1]);
    else
      near.splice(
        0,
        4,
        Math.min(near[0], x0),
        Math.min(near[1], y0),
        Math.max(near[2], x1),
        Math.max(near[3], y1),
      );
  }
  return joined
    .filter(([x0, y0, x1, y1]) => isFigure({ x0, y0, x1, y1 }, page))
    .slice(0, 20)
    .map((rect) => rounded(...rect));
}

const isLarge = ({ x0, x1, y0, y1, kind }: Box) => kind !== 'sideways' && x1 - x0 >= 4 && y1 - y0 >= 4;

function hiddenOn(page: Page): Rect[] {
  const found: Rect[] = [];
  for (const run of page.runs.filter(({ hidden, text }) => hidden !== null && text.trim() !== '')) {
    const rect = ofRun(run);
    const last = found.at(-1);
    if (last && Math.abs(last[3] - rect[3]) <= 1 && rect[0] - last[2] < 12)
      last[2] = Math.max(last[2], rect[2]);
    else found.push(rect);
  }
  return found.slice(0, 60);
}

/** One strip for each side of the page. */
function numbersOn(page: Page): Rect[] {
  const seen = page.runs.filter(({ hidden }) => hidden === null);
  const kept = new Set(withoutLineNumbers(seen, page).runs);
  const numbers = seen.filter((run) => !kept.has(run)).map(ofRun);
  const sides = [
    numbers.filter(([x0]) => x0 < page.width / 2),
    numbers.filter(([x0]) => x0 >= page.width / 2),
  ];
  return sides
    .filter((side) => side.length > 0)
    .map((side) => [
      Math.min(...side.map(([x0]) => x0)) - 2,
      Math.min(...side.map(([, y0]) => y0)),
      Math.max(...side.map(([, , x1]) => x1)) + 2,
      Math.max(...side.map(([, , , y1]) => y1)),
    ]);
}
