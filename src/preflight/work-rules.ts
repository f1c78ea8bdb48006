/** Owns the rules of a call for works, applied to files whose roles and facts are known. */
import type { About } from './check.ts';
import { finding } from './findings.ts';
import { kindNamed } from './kinds.ts';
import type { FileReport, Finding } from './report.ts';
import type { Proposal } from './roles.ts';
import type { WorkRules } from './rules.ts';

type Roles = { proposals: readonly Proposal[]; findings: readonly Finding[] };
/** `alone`: one plain file was given, to be checked by the rules of its type; the rest may come later. */
type Setting = { rules: WorkRules; alone: boolean; about: About };

/** What is missing, too long or too many by the call; durations in seconds. Looks at facts only and opens no file. */
export function roleFindings(files: readonly FileReport[], roles: Roles, setting: Setting): Finding[] {
  const { rules } = setting;
  return [
    ...missing(files, setting),
    // A plain file alone needs no name at all.
    ...(setting.alone ? roles.findings.filter((one) => !quietAlone.has(one.code)) : roles.findings),
    ...files
      .filter((file) => file.role === 'description')
      .flatMap((file) => descriptionFindings(file, rules)),
    ...files.filter((file) => file.role === 'video').flatMap((file) => videoFindings(file, rules)),
    ...files
      .filter((file) => file.role === 'main' && !rules.filmMayBeLonger)
      .flatMap((file) => lengthFindings(file, rules)),
    ...supplementFindings(files, rules),
  ];
}

const quietAlone = new Set(['layout.suffix-missing', 'layout.no-title', 'layout.title-mismatch']);

function missing(files: readonly FileReport[], { rules, alone, about }: Setting): Finding[] {
  const has = (role: string) => files.some((file) => file.role === role);
  const lone = alone ? files[0] : undefined;
  const wanted = { oneOf: rules.requireOneOf, seconds: rules.maxVideoSeconds };
  if (lone) {
    if (lone.facts.kind === 'pdf' && lone.role === 'description') {
      return [
        finding(
          'layout.no-main',
          { ...wanted, reason: 'lone-pdf' },
          { severity: 'warning', where: { file: lone.name } },
        ),
      ];
    }
    return lone.facts.kind === 'pdf'
      ? [finding('layout.lone-pdf', { name: lone.name }, { where: { file: lone.name } })]
      : [];
  }
  const found: Finding[] = [];
  const nested =
    files.length > 0 && files.every((file) => kindNamed(String(file.facts.kind)).family === 'archive');
  if (rules.requireOneOf.length > 0 && !rules.requireOneOf.some(has)) {
    found.push(
      finding('layout.no-main', {
        ...wanted,
        reason: nested ? 'nested' : has('description') ? 'description-only' : undefined,
      }),
    );
  }
  if (files.length === 1 && files[0]!.role === 'main' && files[0]!.facts.kind === 'pdf') {
    return [finding('layout.lone-pdf', { name: files[0]!.name })];
  }
  if (rules.requireDescription && !has('description') && !about.descriptionTyped && !nested) {
    found.push(finding('layout.no-description', { limit: rules.descriptionMaxPages }));
  }
  return found;
}

function descriptionFindings(file: FileReport, rules: WorkRules): Finding[] {
  const { name } = file;
  const where = { where: { file: name } };
  const kind = kindNamed(String(file.facts.kind));
  if (kind.family !== 'pdf') {
    return file.facts.bytes === 0
      ? []
      : [finding('layout.description-not-pdf', { name, kind: kind.label }, where)];
  }
  const pages = Number(file.facts.pages ?? 0);
  const limit = rules.descriptionMaxPages;
  return pages > limit ? [finding('layout.description-too-long', { name, pages, limit }, where)] : [];
}

function videoFindings(file: FileReport, rules: WorkRules): Finding[] {
  const { name } = file;
  const kind = kindNamed(String(file.facts.kind));
  const found = lengthFindings(file, rules);
  if (kind.id !== 'mp4' && kind.family !== 'other') {
    found.push(finding('layout.video-not-mp4', { name, kind: kind.label }, { where: { file: name } }));
  }
  return found;
}

function lengthFindings(file: FileReport, rules: WorkRules): Finding[] {
  const seconds = Number(file.facts.duration ?? 0);
  const limit = rules.maxVideoSeconds;
  // A hair of slack for the rounding of durations to milliseconds.
  if (seconds <= limit + rules.videoToleranceSeconds + 0.0005) return [];
  const facts = { name: file.name, seconds, limit, film: rules.filmMayBeLonger };
  return [finding('video.too-long', facts, { where: { file: file.name } })];
}

function supplementFindings(files: readonly FileReport[], rules: WorkRules): Finding[] {
  const count = files.filter((file) => file.role === 'supplementary').length;
  const limit = rules.maxSupplementary;
  return count > limit ? [finding('layout.too-many-supplementary', { count, limit })] : [];
}
