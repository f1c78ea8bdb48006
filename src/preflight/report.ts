/**
 * Owns the report of one hand-in: the shape that the browser, the server and `salon check` share, and the
 * questions asked of it. Source: preflight.md, "The report".
 */
import { overridable, type Code } from './findings.ts';

export type Severity = 'reject' | 'warning' | 'note';
export type Verdict = 'accept' | 'accept-with-warning' | 'reject';
export type Where = { page?: number; file?: string; offset?: number };

/** `message` says what we saw and why it matters; `next` what to do. Both are fit to show as they are. */
export type Finding = { code: Code; severity: Severity; message: string; next: string; where?: Where };

export type Role = 'main' | 'video' | 'description' | 'supplementary' | 'paper' | 'ignored';
export type FactValue = string | number | boolean | null | undefined | string[] | Record<string, unknown>;
export type FileFacts = Record<string, FactValue>;

/** One file of a hand-in; `canonical` is the name under which organizers will find it. */
export type FileReport = {
  name: string;
  role: Role;
  canonical: string | null;
  sha256: string;
  facts: FileFacts;
};

/** `sha256` is the file's own; for loose files together, of the list of their hashes and names. */
export type Report = {
  file: string;
  sha256: string;
  verdict: Verdict;
  findings: Finding[];
  facts: FileFacts;
  files: FileReport[];
  ms: number;
};

/** The worst finding decides; a note leaves the file accepted. */
export function verdictOf(findings: readonly { severity: Severity }[]): Verdict {
  if (findings.some((finding) => finding.severity === 'reject')) return 'reject';
  if (findings.some((finding) => finding.severity === 'warning')) return 'accept-with-warning';
  return 'accept';
}

/** True when every rejection is a rule of the call (R*), so that organizers may clear it afterwards. */
export function canSubmitWithIssues(report: { findings: readonly Finding[] }): boolean {
  const rejections = rejectionsOf(report);
  return rejections.length > 0 && rejections.every((finding) => overridable(finding.code));
}

/** The findings that stop a hand-in, in the order they were met. */
export function rejectionsOf(report: { findings: readonly Finding[] }): Finding[] {
  return report.findings.filter((finding) => finding.severity === 'reject');
}

/** The report without what differs from run to run: equal in the browser, on the server, in a terminal. */
export function withoutTimings(report: Report): Omit<Report, 'ms'> {
  const { ms: _ms, ...rest } = report;
  return rest;
}
