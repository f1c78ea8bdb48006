/**
 * Owns the table of finding codes: what each does to the verdict and what it says. The words live in words/,
 * one file for each kind of thing. Source: preflight.md, "Finding codes and what each does to the verdict".
 */
import type { Finding, Severity, Where } from './report.ts';
import { archiveWords } from './words/archive.ts';
import { fileWords } from './words/file.ts';
import { imageWords } from './words/image.ts';
import { layoutWords } from './words/layout.ts';
import { paperWords } from './words/paper.ts';
import { pdfWords } from './words/pdf.ts';
import { videoWords } from './words/video.ts';

export const findingTable = {
  ...paperWords,
  ...layoutWords,
  ...videoWords,
  ...imageWords,
  ...pdfWords,
  ...archiveWords,
  ...fileWords,
};

export type Code = keyof typeof findingTable;
type FactsOf<C extends Code> = Parameters<(typeof findingTable)[C]['words']>[0];

/** A finding of this code about these facts. `severity` is given only where the table says "R or W". */
export function finding<C extends Code>(
  code: C,
  facts: FactsOf<C>,
  options: { where?: Where; severity?: Severity } = {},
): Finding {
  const row = findingTable[code];
  const [saw, why, next] = (row.words as (facts: FactsOf<C>) => [string, string, string])(facts);
  const made: Finding = { code, severity: options.severity ?? row.severity, message: `${saw} ${why}`, next };
  if (options.where) made.where = options.where;
  return made;
}

/** R*: a rule of the call, with which the person may submit and which organizers clear or not. */
export function overridable(code: Code): boolean {
  return findingTable[code].does === 'R*';
}
