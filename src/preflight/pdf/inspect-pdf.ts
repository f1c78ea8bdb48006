/** Owns the facts and dangers of any PDF, whatever it is for; papers are measured in paper.ts. */
import { finding } from '../findings.ts';
import type { Inspection, Subject } from '../inspect.ts';
import { pdfLimits } from '../limits.ts';
import type { Finding } from '../report.ts';
import { openPdf } from './open-pdf.ts';

export async function inspectPdf(subject: Subject): Promise<Inspection> {
  const { name, source } = subject;
  const where = { where: { file: name } };
  const opened = await openPdf(source);
  if ('fault' in opened) {
    const code = opened.fault === 'password' ? 'pdf.encrypted' : 'pdf.corrupt';
    return { facts: {}, findings: [finding(code, { name }, where)] };
  }
  const { pdf } = opened;
  try {
    const pages = pdf.numPages;
    const findings: Finding[] = [];
    if (pages > pdfLimits.pages)
      findings.push(finding('pdf.too-many-pages', { name, pages, looked: pdfLimits.pages }, where));
    return { facts: { pages }, findings };
  } finally {
    await pdf.loadingTask.destroy();
  }
}
