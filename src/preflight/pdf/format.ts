/** Owns the measuring of a paper against the format of its call, each departure with its figure. */
import { finding } from '../findings.ts';
import type { Finding } from '../report.ts';
import type { FormatProfile, Size } from '../rules.ts';
import type { Front } from './front.ts';
import type { Sheet } from './furniture.ts';
import type { Style } from './style.ts';

export type Measured = {
  pageSize: Size;
  textBlock: Size | null;
  columns: 1 | 2;
  notice: Notice;
  /** Two long rules stand around the title. */
  titleRuled: boolean;
};
export type Notice = 'final' | 'preprint' | 'anonymous' | null;

/** In points. Text block and columns are those of the body’s pages; null: too little text, or no notice. */
export function measured(
  sheets: readonly Sheet[],
  bodyPages: number,
  style: Style,
  profile: FormatProfile,
): Measured {
  const body = sheets.slice(0, Math.max(1, bodyPages));
  const first = sheets[0];
  const pageSize = first ? { width: first.page.width, height: first.page.height } : { width: 0, height: 0 };
  const two = body.filter((sheet) => sheet.columns === 2).length * 2 > body.length;
  return {
    pageSize,
    textBlock: textBlockOf(body, style),
    columns: two ? 2 : 1,
    notice: first ? noticeOn(first, style, profile) : null,
    titleRuled: first !== undefined && isTitleRuled(first),
  };
}

/** Departures as warnings; a paper in another template altogether gets one finding, not five. */
export function formatFindings(
  seen: Measured,
  style: Style,
  front: Front,
  lineNumbers: boolean,
  profile: FormatProfile,
): Finding[] {
  const { tolerance, label: format } = profile;
  const findings: Finding[] = [];
  const page = seen.pageSize;
  const sized =
    Math.abs(page.width - profile.pageSize.width) <= tolerance.page &&
    Math.abs(page.height - profile.pageSize.height) <= tolerance.page;
  const block = seen.textBlock;
  const wide = block !== null && Math.abs(block.width - profile.textBlock.width) > tolerance.block;
  const tall = block !== null && block.height > profile.textBlock.height + tolerance.block * 1.5;
  const size = Math.abs(style.size - profile.bodyFontSize) > tolerance.fontSize;
  const leading = style.leading > 0 && Math.abs(style.leading - profile.leading) > tolerance.leading;
  const columns = seen.columns !== profile.columns;
  const ruled = !profile.titleRules || seen.titleRuled || seen.notice !== null;
  const alike = [!wide, !size, !columns, ruled, Math.abs(front.titleSize - profile.titleFontSize) < 1].filter(
    Boolean,
  ).length;
  if (columns || alike < 3 || !ruled) {
    const saw = columns
      ? `${seen.columns === 2 ? 'two columns' : 'one column'}`
      : block
        ? `text ${(block.width / 72).toFixed(1)} in wide in ${style.size} pt`
        : 'another layout';
    findings.push(finding('paper.not-neurips', { format, seen: saw }));
    return findings;
  }
  if (!sized)
    findings.push(
      finding('paper.page-size', {
        ...page,
        format,
        wantedWidth: profile.pageSize.width,
        wantedHeight: profile.pageSize.height,
      }),
    );
  if (block && (wide || tall)) {
    findings.push(
      finding('paper.margins', {
        ...block,
        format,
        wantedWidth: profile.textBlock.width,
        wantedHeight: profile.textBlock.height,
      }),
    );
  }
  if (size)
    findings.push(finding('paper.font-size', { seen: style.size, wanted: profile.bodyFontSize, format }));
  if (leading && !size)
    findings.push(finding('paper.line-spacing', { seen: style.leading, wanted: profile.leading, format }));
  const mode =
    seen.notice === 'preprint' || seen.notice === 'anonymous'
      ? seen.notice
      : front.anonymous || lineNumbers
        ? 'anonymous'
        : null;
  if (mode) findings.push(finding('paper.not-camera-ready', { mode }));
  else if (profile.notices.final.length > 0 && seen.notice === null)
    findings.push(finding('paper.not-camera-ready', { mode: 'no-notice' }));
  return findings;
}

/** 'neurips-camera-ready', 'neurips-preprint', 'neurips-anonymous', or 'other'; likewise for other profiles. */
export function formatName(
  findings: readonly Finding[],
  profile: FormatProfile,
  seen: Measured,
  front: Front,
  lineNumbers: boolean,
): string {
  if (findings.some((one) => one.code === 'paper.not-neurips')) return 'other';
  if (profile.name !== 'neurips') return profile.name;
  if (seen.notice === 'preprint') return 'neurips-preprint';
  return seen.notice === 'anonymous' || front.anonymous || lineNumbers
    ? 'neurips-anonymous'
    : 'neurips-camera-ready';
}

/** Two rules across the text, a title apart, in the upper part of the first page. */
function isTitleRuled({ page, lines }: Sheet): boolean {
  const long = page.rules.filter(
    (rule) => rule.x1 - rule.x0 > page.width * 0.5 && rule.y < page.height * 0.4,
  );
  const top = lines.filter((line) => line.y < page.height * 0.5);
  const title = top.find((line) => line.size >= Math.max(...top.map((one) => one.size)) - 0.5);
  if (!title) return false;
  const above = long.some((rule) => rule.y < title.y && title.y - rule.y < 90);
  return above && long.some((rule) => rule.y > title.y && rule.y - title.y < 110);
}

/** The block that running text fills: the usual left edge to the usual right one, first line to last on the fullest page. */
function textBlockOf(sheets: readonly Sheet[], style: Style): Size | null {
  const edges = edgesOf(sheets, style);
  if (!edges) return null;
  const { x0, x1 } = edges;
  const heights = sheets.map(({ page, lines: own }) => {
    const inside = own.filter((line) => line.y < page.height * 0.955 && line.x1 > x0 && line.x0 < x1);
    const ys = inside.map((line) => line.y);
    return ys.length < 5 ? 0 : Math.max(...ys) - Math.min(...ys) + style.size;
  });
  return { width: round(x1 - x0), height: round(Math.max(...heights)) };
}

/** Where running text begins and ends on its lines; null where there is too little of it. */
export function edgesOf(sheets: readonly Sheet[], style: Style): { x0: number; x1: number } | null {
  const lines = sheets.flatMap((sheet) => sheet.lines);
  const running = lines.filter((line) => Math.abs(line.size - style.size) < 0.6 && line.text.length > 30);
  if (running.length < 5) return null;
  const left = usual(running.map((line) => line.x0));
  const right = outermost(running.map((line) => line.x1));
  const columnsWide = sheets.some((sheet) => sheet.columns === 2);
  const x1 = columnsWide
    ? usual(running.filter((line) => line.column === 2).map((line) => line.x1)) || right
    : right;
  const x0 = columnsWide
    ? usual(running.filter((line) => line.column === 1).map((line) => line.x0)) || left
    : left;
  return { x0, x1 };
}

/** The furthest value that a good part shares: lines beside a figure end earlier. */
function outermost(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(Math.round(value), (counts.get(Math.round(value)) ?? 0) + 1);
  const share = (at: number) => (counts.get(at - 1) ?? 0) + (counts.get(at) ?? 0) + (counts.get(at + 1) ?? 0);
  const enough = Math.max(5, values.length * 0.2);
  const furthest = [...counts.keys()].filter((at) => share(at) >= enough).sort((x, y) => y - x)[0];
  return furthest === undefined
    ? usual(values)
    : usual(values.filter((value) => Math.abs(Math.round(value) - furthest) <= 1));
}

/** The value that most share, to the point. */
function usual(values: readonly number[]): number {
  const counts = new Map<number, number[]>();
  for (const value of values)
    counts.set(Math.round(value / 2), [...(counts.get(Math.round(value / 2)) ?? []), value]);
  const best = [...counts.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  return best.length === 0 ? 0 : best.reduce((sum, value) => sum + value, 0) / best.length;
}

/** At the foot of the page, or above a figure that stands there, in the size of a footnote. */
function noticeOn({ page, lines }: Sheet, style: Style, profile: FormatProfile): Notice {
  const foot = lines
    .filter(
      (line) => line.y > page.height * 0.78 || (line.y > page.height * 0.35 && line.size < style.size - 0.5),
    )
    .map((line) => line.text.toLowerCase())
    .join(' ');
  const says = (phrases: string[]) => phrases.some((phrase) => foot.includes(phrase));
  if (says(profile.notices.preprint)) return 'preprint';
  if (says(profile.notices.anonymous)) return 'anonymous';
  return says(profile.notices.final) ? 'final' : null;
}

const round = (value: number) => Math.round(value * 10) / 10;
