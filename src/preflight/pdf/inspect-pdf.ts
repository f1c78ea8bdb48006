/** Owns the facts and dangers of any PDF, whatever it is for; a paper is measured as well. */
import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import { finding } from '../findings.ts';
import type { Inspection, Subject } from '../inspect.ts';
import { pdfLimits } from '../limits.ts';
import type { FileFacts, Finding } from '../report.ts';
import { allOf } from '../sources.ts';
import { dangersIn } from './dangers.ts';
import { measurePaper } from './measure.ts';
import { openPdf } from './open-pdf.ts';
import type { Page } from './page.ts';
import { structureOf } from './structure.ts';
import { walkedPage } from './walk.ts';

/** Drawings larger than this cost more time and memory to read than a check may take. */
const walkedBytes = 8 * 1024 * 1024;

/** A paper's end is found well before; a description has two pages. */
const walkedAtMost = 40;

/** Reads the whole file. What needs a password or holds no page is rejected; what a reader has to mend is warned of. */
export async function inspectPdf(subject: Subject): Promise<Inspection> {
  const { name, source } = subject;
  const where = { where: { file: name } };
  const bytes = await allOf(source);
  const structure = await structureOf(bytes);
  if (structure.bomb) return { facts: {}, findings: [finding('pdf.bomb', { name }, where)] };
  if (!structure.hasObjects)
    return { facts: {}, findings: [finding('pdf.corrupt', { name, detail: 'it holds no pages' }, where)] };
  const dangers = dangersIn(structure, name);
  const opened = await openPdf(bytes);
  if ('fault' in opened) {
    const code = opened.fault === 'password' ? 'pdf.encrypted' : 'pdf.corrupt';
    return {
      facts: {},
      findings: [finding(code, { name }, where), ...dangers.filter((one) => one.severity === 'reject')],
    };
  }
  const { pdf, ops } = opened;
  try {
    const total = pdf.numPages;
    const findings: Finding[] = [...dangers];
    if (await isRestricted(pdf)) findings.push(finding('pdf.restricted', { name }, where));
    if (total > pdfLimits.pages)
      findings.push(finding('pdf.too-many-pages', { name, pages: total, looked: pdfLimits.pages }, where));
    if (structure.heaviest > walkedBytes) return tooHeavy(subject, total, findings);
    const { pages, broken } = await walkedPages({ pdf, ops }, subject.paper);
    if (pages.length === 0)
      return { facts: { pages: total }, findings: [finding('pdf.corrupt', { name }, where)] };
    if (broken > 0 || !structure.sound) findings.push(finding('pdf.repaired', { name }, where));
    findings.push(...boxFindings(name, pages), ...hiddenFindings(name, pages));
    if (subject.paper) {
      const paper = measurePaper(pages, total, subject.paper);
      return { facts: paper.facts, findings: [...findings, ...paper.findings] };
    }
    if (pages.every(isBlank)) findings.push(finding('pdf.no-text', { name }, where));
    return { facts: { pages: total } satisfies FileFacts, findings };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** As many pages as the measuring of a paper asks for, or a few of what is none. */
export async function walkedPages(
  { pdf, ops }: { pdf: PDFDocumentProxy; ops: Record<string, number> },
  paper: { maxBodyPages: number } | undefined,
): Promise<{ pages: Page[]; broken: number }> {
  const wanted = paper ? Math.max(walkedAtMost, paper.maxBodyPages * 3) : 10;
  const pages: Page[] = [];
  let broken = 0;
  for (let number = 1; number <= Math.min(pdf.numPages, wanted, pdfLimits.pages); number++) {
    try {
      const page = await pdf.getPage(number);
      pages.push(await walkedPage(page, ops));
      page.cleanup();
    } catch {
      broken += 1;
    }
  }
  return { pages, broken };
}

/** Whether the check itself would walk through its pages. */
export async function isWalkable(bytes: Uint8Array): Promise<boolean> {
  const { bomb, hasObjects, heaviest } = await structureOf(bytes);
  return !bomb && hasObjects && heaviest <= walkedBytes;
}

/** Opened without a password, yet printing (4 and 2048) or copying (16) is forbidden: ISO 32000, table 22. */
async function isRestricted(pdf: PDFDocumentProxy): Promise<boolean> {
  const allowed = await pdf.getPermissions();
  return allowed !== null && !(allowed.includes(4) && allowed.includes(16));
}

/** The pages are counted; what stands on them is left to people. */
function tooHeavy(subject: Subject, pages: number, findings: Finding[]): Inspection {
  const { name, paper } = subject;
  if (!paper) return { facts: { pages }, findings };
  const over = pages > paper.maxBodyPages;
  const unsure = over
    ? [
        finding(
          'paper.length-unsure',
          { reason: 'a drawing in it is too large for us to read' },
          { where: { file: name } },
        ),
      ]
    : [];
  return { facts: { pages }, findings: [...findings, ...unsure] };
}

function boxFindings(name: string, pages: readonly Page[]): Finding[] {
  const odd = pages.find(
    ({ width, height }) => width < 36 || height < 36 || width > 14_400 || height > 14_400,
  );
  if (!odd) return [];
  const detail = `page ${odd.number}: ${(odd.width / 72).toFixed(1)} x ${(odd.height / 72).toFixed(1)} in`;
  return [finding('pdf.page-size', { name, detail }, { where: { file: name, page: odd.number } })];
}

/** Words that nobody sees, except the text layer under a scan. */
function hiddenFindings(name: string, pages: readonly Page[]): Finding[] {
  for (const page of pages) {
    const overImage = page.boxes.some(
      (box) => box.kind === 'image' && (box.x1 - box.x0) * (box.y1 - box.y0) > page.width * page.height * 0.5,
    );
    const hidden = page.runs.filter(
      (run) => run.hidden !== null && !(overImage && run.hidden === 'invisible'),
    );
    const sample = hidden
      .map((run) => run.text)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
    if ((sample.match(/\p{L}/gu)?.length ?? 0) < 12) continue;
    return [
      finding(
        'pdf.hidden-text',
        { name, sample: sample.slice(0, 60), page: page.number },
        { where: { file: name, page: page.number } },
      ),
    ];
  }
  return [];
}

function isBlank(page: Page): boolean {
  return page.runs.every((run) => run.text.trim() === '') && page.boxes.length === 0;
}
