/** What was measured of a paper beside what its call expects, in words: the picture is never the only carrier. */
import type { FileFacts } from '#app/preflight/report.ts';
import type { PageBoxes, PaperBoxes, Rect } from '#app/preflight/pdf/page-boxes.ts';
import type { PaperRules, Size } from '#app/preflight/rules.ts';
import type { SubmissionFile } from './file.ts';

export interface Measure {
  what: string;
  seen: string;
  wanted: string;
  /** The checker said so: the verdict is never made here. */
  differs: boolean;
}

export interface PageShown extends PageBoxes {
  /** A picture of it is to be had; else the boxes alone are a sketch. */
  drawn: boolean;
  /** Where the call's format would set its text, in the middle of the page. */
  expected: Rect;
  says: string;
}

export interface MeasuredPaper {
  id: string;
  name: string;
  /** looked: it was measured for a picture; fallen: that came to no end; waiting: not yet. */
  state: 'looked' | 'fallen' | 'waiting';
  format: string;
  measures: Measure[];
  pages: PageShown[];
}

type File = Pick<SubmissionFile, 'id' | 'name' | 'report'>;

export function measuredPaper(
  { id, name, report }: File,
  rules: PaperRules,
  found: { paper: PaperBoxes | null; drawn: number[] } | undefined,
): MeasuredPaper {
  const { paper = null, drawn = [] } = found ?? {};
  const codes = new Set((report.findings ?? []).map(({ code }) => String(code)));
  return {
    id,
    name,
    state: paper ? 'looked' : found ? 'fallen' : 'waiting',
    format: rules.format.label,
    measures: measuresOf(report.facts ?? {}, rules, { paper, codes }),
    pages: (paper?.pages ?? []).map((page) => ({
      ...page,
      drawn: drawn.includes(page.number),
      expected: inTheMiddle(page, rules.format.textBlock),
      says: sayPage(page),
    })),
  };
}

export function measuresOf(
  facts: FileFacts,
  { maxBodyPages, format }: PaperRules,
  { paper, codes }: { paper: PaperBoxes | null; codes: ReadonlySet<string> },
): Measure[] {
  const row = (what: string, seen: string | null, wanted: string, ...code: string[]) =>
    seen === null ? [] : [{ what, seen, wanted, differs: code.some((one) => codes.has(one)) }];
  const number = (name: string) => (typeof facts[name] === 'number' ? (facts[name] as number) : null);
  const [body, font, leading, columns] = ['bodyPages', 'bodyFontSize', 'leading', 'columns'].map(number);
  const from = typeof facts.referencesPage === 'number' ? facts.referencesPage : null;
  const [block, sheet] = [facts.textBlock as Size | null | undefined, facts.pageSize as Size | undefined];
  const length =
    paper && body === paper.bodyPages ? `${paper.bodyLength} pages; it ends on page ${body}` : null;
  return [
    ...row(
      'Body',
      body === null ? null : (length ?? `it ends on page ${body}`),
      `at most ${maxBodyPages} pages`,
      'paper.over-length',
    ),
    ...row('References', from === null ? null : `begin on page ${from}`, ''),
    ...row('Page', sheet ? inInches(sheet) : null, inInches(format.pageSize), 'paper.page-size'),
    ...row('Text block', block ? inInches(block) : null, inInches(format.textBlock), 'paper.margins'),
    ...row('Columns', columns === null ? null : String(columns), String(format.columns)),
    ...row('Font size', font === null ? null : `${font} pt`, `${format.bodyFontSize} pt`, 'paper.font-size'),
    ...row('Line spacing', leading ? `${leading} pt` : null, `${format.leading} pt`, 'paper.line-spacing'),
    ...row('Line numbers', codes.has('paper.line-numbers') ? 'found' : null, 'none', 'paper.line-numbers'),
    ...row('Hidden text', codes.has('pdf.hidden-text') ? 'found' : null, 'none', 'pdf.hidden-text'),
  ];
}

/** Said to whoever does not see the picture. */
export function sayPage({
  number,
  height,
  counted,
  uncounted,
  marks,
  figures,
  hidden,
  lineNumbers,
}: PageBoxes): string {
  const lower = (y: number) => `${Math.round((y / height) * 100)} % down`;
  const words = [
    counted.length === 0
      ? 'Nothing on it counts'
      : uncounted.length === 0
        ? 'All of its text counts'
        : 'Part of its text counts',
    ...marks.map(({ what, y }) =>
      what === 'body ends' ? `the body ends ${lower(y)}` : `${what} from ${lower(y)} on`,
    ),
    figures.length > 0 && `${figures.length} ${figures.length === 1 ? 'figure' : 'figures'}`,
    hidden.length > 0 && 'hidden text',
    lineNumbers.length > 0 && 'line numbers',
  ];
  return `Page ${number}. ${words.filter(Boolean).join('; ')}.`;
}

const inInches = ({ width, height }: Size) => `${(width / 72).toFixed(1)} x ${(height / 72).toFixed(1)} in`;

function inTheMiddle(page: Size, block: Size): Rect {
  const [x, y] = [(page.width - block.width) / 2, (page.height - block.height) / 2];
  return [x, y, x + block.width, y + block.height].map(Math.round) as Rect;
}
