/** Owns the measuring of a paper, from its pages to facts and findings. */
import { finding } from '../findings.ts';
import type { FileFacts, Finding } from '../report.ts';
import type { PaperRules } from '../rules.ts';
import { bodyOf } from './body.ts';
import { formatFindings, formatName, measured } from './format.ts';
import { frontOf } from './front.ts';
import { withoutFurniture } from './furniture.ts';
import { isLegible } from './legible.ts';
import { linesOf } from './lines.ts';
import type { Page } from './page.ts';
import { styleOf } from './style.ts';

/** The file has `total` pages, `pages` may be fewer. Measures in points; under 100 letters it is without text. */
export function measurePaper(
  pages: readonly Page[],
  total: number,
  rules: PaperRules,
): { facts: FileFacts; findings: Finding[] } {
  const scanned = pages.map(isScan);
  const read = readable(pages);
  const letters = read.reduce(
    (sum, page) =>
      sum + page.runs.filter((run) => run.hidden === null).reduce((n, run) => n + countLetters(run.text), 0),
    0,
  );
  const fonts = fontFacts(pages);
  if (letters < 100) {
    const facts = { pages: total, hasText: false, pageSize: sizeOf(pages[0]), ...fonts.facts };
    return { facts, findings: [finding('paper.no-text', {}), ...fonts.findings] };
  }
  const sheets = read.map((page) => ({ page, ...linesOf(page) }));
  const { sheets: clean, lineNumbers } = withoutFurniture(sheets);
  const style = styleOf(clean);
  const body = bodyOf(clean, style);
  const bodyPages = body.ends.page;
  const legible = body.references !== null || isLegible(clean.flatMap((sheet) => sheet.lines));
  const front = frontOf(legible ? clean[0] : undefined, style);
  // A long list of references in small print says nothing of how the body is set.
  const counted = new Set(clean.flatMap((sheet) => sheet.lines).slice(0, body.lines));
  const ownSheets = clean.map((sheet) => ({
    ...sheet,
    lines: sheet.lines.filter((one) => counted.has(one)),
  }));
  const own = counted.size < 15 ? style : styleOf(ownSheets);
  const seen = measured(clean, bodyPages, own, rules.format);
  const notices = measured(sheets, bodyPages, own, rules.format).notice;
  const whole = { ...seen, notice: notices };
  const findings: Finding[] = [];
  const { maxBodyPages: limit } = rules;
  const scan = scanned.some(Boolean);
  if (!legible && bodyPages > limit)
    findings.push(finding('paper.length-unsure', { reason: 'its fonts do not say which letters they hold' }));
  else if (bodyPages > limit && !scan) {
    const because = body.because ?? undefined;
    findings.push(
      finding(
        'paper.over-length',
        { body: bodyPages, limit, page: bodyPages, because },
        { where: { page: bodyPages } },
      ),
    );
  } else if (bodyPages > limit)
    findings.push(finding('paper.length-unsure', { reason: 'the pages are scanned' }));
  else if (body.unsure && body.longestPage > limit)
    findings.push(finding('paper.length-unsure', { reason: body.unsure }));
  const departures = formatFindings(whole, own, front, lineNumbers, rules.format);
  // The sizes of recognised letters are guesses, and nothing is known of what cannot be read.
  if (!scan && legible) findings.push(...departures);
  if (rules.authorsVisible && legible && !front.authorsVisible) findings.push(finding('paper.anonymous', {}));
  if (lineNumbers) findings.push(finding('paper.line-numbers', {}));
  findings.push(...fonts.findings);
  const height = pages[bodyPages - 1]?.height ?? 0;
  const facts: FileFacts = {
    pages: total,
    bodyPages,
    bodyEnds: {
      page: bodyPages,
      pointsAboveBottom: Math.max(0, Math.round((height - body.ends.y) * 10) / 10),
    },
    referencesPage: body.references?.page ?? null,
    referencesHeading: body.references?.heading ?? null,
    appendixPage: body.appendixPage,
    title: front.title,
    authors: front.authors,
    authorsVisible: front.authorsVisible,
    format: formatName(departures, rules.format, whole, front, lineNumbers),
    pageSize: sizeOf(pages[0]),
    textBlock: seen.textBlock,
    bodyFontSize: own.size,
    leading: own.leading,
    columns: seen.columns,
    ...fonts.facts,
    hasText: true,
  };
  return { facts, findings };
}

/** The pages as they are measured: of a scan, the text under its picture. */
export function readable(pages: readonly Page[]): Page[] {
  return pages.map((page) => (isScan(page) ? withHiddenText(page) : page));
}

function isScan(page: Page): boolean {
  const visible = page.runs
    .filter((run) => run.hidden === null)
    .reduce((n, run) => n + countLetters(run.text), 0);
  return (
    visible < 40 &&
    page.boxes.some(
      (box) => box.kind === 'image' && (box.x1 - box.x0) * (box.y1 - box.y0) > page.width * page.height * 0.5,
    )
  );
}

/** The invisible text of a recognised scan is the only text there is. */
function withHiddenText(page: Page): Page {
  return {
    ...page,
    runs: page.runs.map((run) => ({ ...run, hidden: run.hidden === 'invisible' ? null : run.hidden })),
  };
}

function fontFacts(pages: readonly Page[]): { facts: FileFacts; findings: Finding[] } {
  const all = pages.flatMap((page) => page.fonts);
  const namesOf = (test: (font: { type3: boolean; missing: boolean }) => boolean) => [
    ...new Set(all.filter(test).map((font) => font.name || 'unnamed')),
  ];
  const type3 = namesOf((font) => font.type3);
  const missing = namesOf((font) => font.missing && !font.type3);
  const findings: Finding[] = [];
  if (type3.length > 0)
    findings.push(finding('paper.type3-font', { fonts: type3.filter((name) => name !== 'unnamed') }));
  if (missing.length > 0) findings.push(finding('paper.font-not-embedded', { fonts: missing }));
  return { facts: { type3Fonts: type3.length, unembeddedFonts: missing.length }, findings };
}

function sizeOf(page: Page | undefined) {
  return page
    ? { width: Math.round(page.width * 100) / 100, height: Math.round(page.height * 100) / 100 }
    : undefined;
}

function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
