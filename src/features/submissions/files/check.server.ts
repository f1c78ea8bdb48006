/** What the checker is asked about a hand-in, and what its answer means file by file. */
import { createHash } from 'node:crypto';
import { resources } from '#app/platform/resources.server.ts';
import type { About } from '#app/preflight/check.ts';
import { isJunk, tidyPath } from '#app/preflight/names.ts';
import { withoutWrapper } from '#app/preflight/pieces.ts';
import type { Report } from '#app/preflight/report.ts';
import type { WorkRole } from '#app/preflight/roles.ts';
import type { CheckRules } from '#app/preflight/rules.ts';
import { checkFiles, notChecked } from '#app/preflight/runner.server.ts';
import { rulesOf } from './arrival.ts';
import type { Call } from '#app/features/calls/call.ts';
import type { FileRole, SubmissionFile } from './file.ts';

/** What of a file decides what is asked; its role only where a person chose it. */
export type Piece = Pick<
  SubmissionFile,
  | 'id'
  | 'name'
  | 'mime'
  | 'sha256'
  | 'position'
  | 'uploadedAt'
  | 'removedAt'
  | 'openedAt'
  | 'roleChosenAt'
  | 'fromFileId'
> & { role: string; typed?: unknown };

/** What is checked: an untouched archive as it came, else the files one by one. */
export interface Asked<F extends Piece> {
  files: F[];
  /** The files that the report's entries speak of, when an archive is asked about whole. */
  entries: F[] | null;
  rules: CheckRules;
  about: About;
  /** The same question has the same name; an answer kept under it still holds. */
  fits: string;
}

/** Raise when the checker learns to see more, so that kept reports are made again. */
const edition = 2;

export function askedAbout<F extends Piece>(
  handIn: { title: string; call: Call },
  all: readonly F[],
): Asked<F> {
  const rules = rulesOf(handIn.call);
  const present = inAskingOrder(all.filter((file) => !file.removedAt));
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

type Question = Pick<Asked<SubmissionFile>, 'files' | 'rules' | 'about'>;

/** Always a report: what our checker cannot manage, it says, for a deadline must not depend on it. */
export async function answerTo({ files, rules, about }: Question): Promise<Report> {
  const { files: store, log } = resources();
  const stored = files.map(({ name, sha256 }) => ({ name, sha256, path: store.localPath(sha256) }));
  try {
    return await checkFiles(stored, rules, {
      about,
      accident: ({ sha256, cause }) => log.accident('check', cause, { sha256 }),
    });
  } catch (problem) {
    log.accident('check', problem, { files: stored.map(({ sha256 }) => sha256) });
    return notChecked(stored);
  }
}

export interface Seen {
  id: string;
  role: FileRole;
  mime: string;
  report: SubmissionFile['report'];
}

/** The report as it concerns each file: the role proposed, the facts, the findings that name it. */
export function seenIn(
  report: Report,
  { files, entries, rules }: Pick<Asked<SubmissionFile>, 'files' | 'entries' | 'rules'>,
): Seen[] {
  if (report.files.length === 0) return rules.kind === 'paper' ? byItsName(files) : [];
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

/** Where there was no check, the first PDF is still taken for the paper, so that it can be handed in. */
function byItsName(files: readonly SubmissionFile[]): Seen[] {
  if (files.some(({ role }) => role === 'paper')) return [];
  const paper = files.find(({ name, roleChosenAt }) => !roleChosenAt && /\.pdf$/i.test(name));
  return paper ? [{ id: paper.id, role: 'paper', mime: paper.mime, report: paper.report }] : [];
}

/** Apart from roles that the checker itself proposed: else its answer would change what it was asked. */
function inAskingOrder<F extends Piece>(files: readonly F[]): F[] {
  const rank = ({ role, roleChosenAt }: F) =>
    roleChosenAt ? (checkedRole(role) === 'supplementary' ? 2 : role === 'paper' ? 0 : 1) : 1;
  return files.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      a.position - b.position ||
      a.uploadedAt.getTime() - b.uploadedAt.getTime() ||
      (a.id < b.id ? -1 : 1),
  );
}

/** The one archive that was handed in, if its contents are all that there is and nobody has touched them. */
function untouchedArchive<F extends Piece>(all: readonly F[]): F | null {
  const [archive, ...others] = all.filter((file) => !file.fromFileId && !file.removedAt);
  if (!archive || others.length > 0 || archive.role !== 'archive') return null;
  const entries = all.filter((file) => file.fromFileId === archive.id);
  return entries.every((file) => !file.removedAt && !file.roleChosenAt) ? archive : null;
}

function chosenRoles(files: readonly Piece[]): Record<string, WorkRole | 'paper'> {
  const pieces = withoutWrapper(
    files.filter(({ name }) => !isJunk(name)).map((file) => ({ name: tidyPath(file.name), file })),
  );
  return Object.fromEntries(
    pieces.filter(({ file }) => file.roleChosenAt).map(({ name, file }) => [name, checkedRole(file.role)]),
  );
}

/** To the checker, all that comes beside a paper is a supplement. */
const checkedRole = (role: string) =>
  (role === 'poster' || role === 'slides' ? 'supplementary' : role) as WorkRole | 'paper';

/** What was sent is counted when it arrives; unpacked, an archive may well be larger than the limit. */
function withoutSizeLimit(rules: CheckRules): CheckRules {
  return rules.kind === 'work' ? { ...rules, maxBytes: Number.MAX_SAFE_INTEGER } : rules;
}

function endsAlike(name: string, reported: string): boolean {
  const tidy = tidyPath(name);
  return tidy === reported || tidy.endsWith(`/${reported}`);
}
