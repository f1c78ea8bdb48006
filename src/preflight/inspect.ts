/**
 * Owns the look into one file: its kind, its facts, and what its content gives cause to say. An accident in a
 * parser becomes the finding "we could not read this", never an error of ours on somebody's page.
 */
import type { CheckIo } from './check.ts';
import { finding } from './findings.ts';
import { headBytes } from './limits.ts';
import { kindNamed, kindOfExtension, type Kind } from './kinds.ts';
import { stemAndExtension } from './names.ts';
import type { FileFacts, Finding, Role } from './report.ts';
import type { PaperRules } from './rules.ts';
import { kindOfContent } from './sniff.ts';
import type { ByteSource } from './sources.ts';
import { linkIn, textOf } from './text.ts';
import { agreementOf } from './type-agreement.ts';

export type Subject = {
  name: string;
  role: Role;
  kind: Kind;
  source: ByteSource;
  sha256: string;
  paper?: PaperRules;
  /** Beside a paper, where archives are looked into. */
  besidePaper?: boolean;
};
export type Inspection = { facts: FileFacts; findings: Finding[] };
export type InspectIo = Omit<CheckIo, 'about' | 'progress'>;

/** By the first bytes. The name decides only among kinds of text, and for programs that keep projects in an archive. */
export async function kindOf(name: string, source: ByteSource): Promise<Kind> {
  if (source.size === 0) return kindNamed('unknown');
  const kind = kindOfContent(await source.read(0, headBytes), source.size);
  // Plain text and code look alike; only here does the ending help.
  const { extension } = stemAndExtension(name);
  if (kind.id === 'text') {
    for (const id of ['markdown', 'code', 'data', 'link', 'm3u', 'obj'])
      if (kindNamed(id).extensions.includes(extension)) return kindNamed(id);
  }
  // Many programs keep their projects in an archive; those are not archives to their makers.
  const promised = kindOfExtension(extension);
  if (
    kind.family === 'archive' &&
    promised &&
    ['project', 'pages', 'fbx', 'jar', 'apk'].includes(promised.id)
  )
    return promised;
  // Browsers write their bookmarks in a form without words.
  return kind.id === 'unknown' && extension === 'webloc' ? kindNamed('link') : kind;
}

/** Everything about one file that is not about its place among others. */
export async function inspect(subject: Subject, io: InspectIo = {}): Promise<Inspection> {
  const { name, role, kind, source, sha256 } = subject;
  const facts: FileFacts = { mime: kind.mime, kind: kind.id, bytes: source.size };
  if (source.size === 0) {
    const severity = role === 'supplementary' ? 'warning' : 'reject';
    return { facts, findings: [finding('file.empty', { name }, { severity, where: { file: name } })] };
  }
  const findings = agreementOf(name, kind);
  if (findings.some((one) => one.code === 'type.mismatch')) return { facts, findings };
  const unread = () => ({
    facts,
    findings: [...findings, finding('file.unreadable', { name }, { where: { file: name } })],
  });
  if (io.lost?.includes(sha256)) return unread();
  io.reading?.({ name, sha256 });
  try {
    const content = await contentOf(subject, io);
    return {
      facts: { ...facts, ...content.facts },
      findings: [...softened(findings, role), ...content.findings],
    };
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    io.accident?.({ name, sha256, cause });
    return unread();
  } finally {
    io.reading?.(null);
  }
}

async function contentOf(subject: Subject, io: InspectIo): Promise<Inspection> {
  const { name, kind, source } = subject;
  const where = { where: { file: name } };
  switch (kind.family) {
    case 'pdf':
      return (await import('./pdf/inspect-pdf.ts')).inspectPdf(subject);
    case 'image':
      return (await import('./image/inspect-image.ts')).inspectImage(subject);
    case 'video':
    case 'audio':
      return (await import('./media.ts')).inspectMedia(subject);
    case 'text':
      return textual(name, kind, await source.read(0, headBytes));
    case 'web':
      return { facts: {}, findings: [finding('type.active-content', { name, kind: kind.label }, where)] };
    case 'program':
      return { facts: {}, findings: [finding('type.executable', { name, kind: kind.label }, where)] };
    case 'archive':
      if (!subject.besidePaper) return { facts: {}, findings: [] };
      if (kind.id === 'zip') return (await import('./supplement.ts')).inspectSupplement(subject, io);
      return { facts: {}, findings: [finding('type.no-preview', { name, kind: kind.label }, where)] };
    default: {
      const quiet = kind.preview || kind.id === 'unknown';
      return {
        facts: {},
        findings: quiet ? [] : [finding('type.no-preview', { name, kind: kind.label }, where)],
      };
    }
  }
}

function textual(name: string, kind: Kind, head: Uint8Array): Inspection {
  const where = { where: { file: name } };
  if (kind.id === 'm3u')
    return { facts: {}, findings: [finding('video.external-reference', { name }, where)] };
  const text = textOf(head, true);
  const link = text === null || kind.id === 'code' || kind.id === 'data' ? null : linkIn(text);
  if (link !== null || kind.id === 'link')
    return { facts: { link }, findings: [finding('layout.link', { name }, where)] };
  return { facts: {}, findings: [] };
}

/** Damage in a supplement costs the supplement only, so it warns. */
function softened(findings: Finding[], role: Role): Finding[] {
  if (role !== 'supplementary') return findings;
  return findings.map((one) => (one.code === 'type.corrupt' ? { ...one, severity: 'warning' } : one));
}
