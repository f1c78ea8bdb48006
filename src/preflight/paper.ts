/** Owns the check of a paper: one PDF, measured, and what comes beside it. */
import { canonicalName, endingOf } from './canonical.ts';
import type { CheckIo } from './check.ts';
import { digestOf } from './digest.ts';
import { finding } from './findings.ts';
import { inspect, kindOf } from './inspect.ts';
import { isJunk, nameFindings } from './names.ts';
import { paperAmong } from './paper-among.ts';
import type { FileReport, Finding } from './report.ts';
import type { PaperRules } from './rules.ts';
import type { NamedSource } from './sources.ts';
import type { Checked } from './work.ts';

/** Junk is passed over; one file is the paper and all others come beside it. Throws when `io.signal` says stop. */
export async function checkPaper(
  files: readonly NamedSource[],
  rules: PaperRules,
  io: CheckIo,
): Promise<Checked> {
  const kept = files.filter((file) => !isJunk(file.name));
  const findings: Finding[] = kept.flatMap((file) => nameFindings(file.name));
  const kinds = await Promise.all(kept.map((file) => kindOf(file.name, file.blob)));
  const first = paperAmong(
    kept.map(({ name }, i) => ({ name, pdf: kinds[i]!.id === 'pdf' })),
    io.about?.roles,
  );
  const reports: FileReport[] = [];
  let facts = {};
  for (const [i, file] of kept.entries()) {
    io.signal?.throwIfAborted();
    const kind = kinds[i]!;
    const role = i === first ? 'paper' : 'supplementary';
    const sha256 = await digestOf(file.blob, io.engine?.sha256, io.seen);
    const { name, blob } = file;
    if (role === 'paper' && blob.size > rules.maxBytes) {
      findings.push(finding('file.too-large', { bytes: blob.size, limit: rules.maxBytes }));
    }
    if (role === 'paper' && kind.id !== 'pdf' && blob.size > 0) {
      findings.push(finding('pdf.no-header', { name, kind: kind.label }, { where: { file: name } }));
      reports.push({ name, role, canonical: null, sha256, facts: { mime: kind.mime, bytes: blob.size } });
      continue;
    }
    const looked = await inspect(
      {
        name,
        role,
        kind,
        source: blob,
        sha256,
        paper: role === 'paper' ? rules : undefined,
        besidePaper: role !== 'paper',
      },
      io,
    );
    findings.push(...looked.findings);
    if (role === 'paper') facts = looked.facts;
    const ending = endingOf(name, kind);
    const canonical = canonicalName(
      io.about?.title ?? '',
      role,
      ending,
      role === 'paper' ? null : reports.filter((one) => one.role === role).length + 1,
    );
    reports.push({ name, role, canonical, sha256, facts: looked.facts });
  }
  if (kept.length === 0) findings.push(finding('file.empty', { name: 'your hand-in' }));
  return { findings, facts, files: reports, archive: false };
}
