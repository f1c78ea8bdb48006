/** What the checker is asked about a hand-in, and what its answer means file by file. */
import { createHash } from 'node:crypto';
import { resources } from '#app/platform/resources.server.ts';
import type { About } from '#app/preflight/check.ts';
import { isJunk, tidyPath } from '#app/preflight/names.ts';
import { withoutWrapper } from '#app/preflight/pieces.ts';
import type { Report } from '#app/preflight/report.ts';
import type { WorkRole } from '#app/preflight/roles.ts';
import type { CheckRules } from '#app/preflight/rules.ts';
import { checkFiles } from '#app/preflight/runner.server.ts';
import { rulesOf } from './arrival.ts';
import { inOrder, type FileRole, type SubmissionFile } from './file.ts';
import type { HandIn } from './queries.server.ts';

/** What is checked: an untouched archive as it came, else the files one by one. */
export interface Asked {
  files: SubmissionFile[];
  /** The files that the report's entries speak of, when an archive is asked about whole. */
  entries: SubmissionFile[] | null;
  rules: CheckRules;
  about: About;
  /** The same question has the same name; an answer kept under it still holds. */
  fits: string;
}

/** Raise when the checker learns to see more, so that kept reports are made again. */
const edition = 1;

export function askedAbout(handIn: HandIn, all: readonly SubmissionFile[]): Asked {
  const rules = rulesOf(handIn.call);
  const present = inOrder(all.filter((file) => !file.removedAt));
  const archive = untouchedArchive(all);
  const textOnly = present.filter((file) => file.typed && file.mime === 'text/plain');
  const files = archive ? [archive] : present.filter((file) => !file.openedAt && !textOnly.includes(file));
  const about: About = { whole: true };
  if (handIn.title.trim() !== '') about.title = handIn.title;
  if (textOnly.length > 0) about.descriptionTyped = true;
  if (!archive) about.roles = chosenRoles(files);
  const question = { edition, rules, about, files: files.map(({ id, name, sha256 }) => [id, name, sha256]) };
  return {
    files,
    entries: archive ? present.filter((file) => file.fromFileId === archive.id) : null,
    rules: archive ? rules : withoutSizeLimit(rules),
    about,
    fits: createHash('sha256').update(JSON.stringify(question)).digest('hex'),
  };
}

export function answerTo({ files, rules, about }: Pick<Asked, 'files' | 'rules' | 'about'>): Promise<Report> {
  const { files: store, log } = resources();
  return checkFiles(
    files.map(({ name, sha256 }) => ({ name, path: store.localPath(sha256) })),
    rules,
    { about, accident: ({ sha256, cause }) => log.accident('check', cause, { sha256 }) },
  );
}

export interface Seen {
  id: string;
  role: FileRole;
  mime: string;
  report: SubmissionFile['report'];
}

/** The report as it concerns each file: the role proposed, the facts, the findings that name it. */
export function seenIn(report: Report, { files, entries }: Pick<Asked, 'files' | 'entries'>): Seen[] {
  const left = [...(entries ?? files)];
  return report.files.flatMap((one) => {
    const at = left.findIndex(({ name, sha256 }) => sha256 === one.sha256 && endsAlike(name, one.name));
    const [file] = at < 0 ? [] : left.splice(at, 1);
    if (!file || one.role === 'ignored') return [];
    const findings = report.findings.filter(({ where }) => where?.file === one.name);
    const mime = String(one.facts.mime ?? file.mime);
    return [{ id: file.id, role: one.role, mime, report: { facts: one.facts, findings } }];
  });
}

/** The one archive that was handed in, if its contents are all that there is and nobody has touched them. */
function untouchedArchive(all: readonly SubmissionFile[]): SubmissionFile | null {
  const [archive, ...others] = all.filter((file) => !file.fromFileId && !file.removedAt);
  if (!archive || others.length > 0 || archive.role !== 'archive') return null;
  const entries = all.filter((file) => file.fromFileId === archive.id);
  return entries.every((file) => !file.removedAt && !file.roleChosenAt) ? archive : null;
}

function chosenRoles(files: readonly SubmissionFile[]): Record<string, WorkRole> {
  const pieces = withoutWrapper(
    files.filter(({ name }) => !isJunk(name)).map((file) => ({ name: tidyPath(file.name), file })),
  );
  return Object.fromEntries(
    pieces.filter(({ file }) => file.roleChosenAt).map(({ name, file }) => [name, file.role as WorkRole]),
  );
}

/** What was sent is counted when it arrives; unpacked, an archive may well be larger than the limit. */
function withoutSizeLimit(rules: CheckRules): CheckRules {
  return rules.kind === 'work' ? { ...rules, maxBytes: Number.MAX_SAFE_INTEGER } : rules;
}

function endsAlike(name: string, reported: string): boolean {
  const tidy = tidyPath(name);
  return tidy === reported || tidy.endsWith(`/${reported}`);
}
