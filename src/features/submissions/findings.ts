/** What the server's checker says of everything handed in together: each file's findings and the call's own rules. */
import { finding as make, overridable } from '#app/preflight/findings.ts';
import {
  rejectionsOf,
  type FileReport as CheckedFile,
  type Finding,
  type Role,
} from '#app/preflight/report.ts';
import type { CheckRules } from '#app/preflight/rules.ts';
import { roleFindings } from '#app/preflight/work-rules.ts';
import { waiverFor, waiversInForce, type Waiver } from '#app/features/calls/waiver.ts';
import {
  inForce,
  type Called,
  type Case,
  type Clearance,
  type Decline,
  type HandedFile,
} from './submission.ts';

export interface HandInReport {
  /** All that no exception for this submission lifts: also what is waived for the whole call. */
  findings: Finding[];
  /** Of these, what organizers overlook in the whole call: said, and nothing to do about. */
  waived: Finding[];
  /** Rules of the call that are broken (R*): organizers clear them or not. */
  issues: Finding[];
  /** What cannot be handed in at all: unsafe, empty, not what it says. */
  refusals: Finding[];
  /** What our checker could not manage. It holds nobody up, and organizers look at the file themselves. */
  unchecked: Finding[];
}

/**
 * A clearance lifts the finding of its rule; one for a link lifts what is said about missing files. A waiver of the
 * call leaves the finding as the checker said it, and asks nobody to do anything about it.
 */
export function reportOf(
  { files, checked, looked }: Pick<Case, 'files' | 'checked' | 'looked'>,
  rules: CheckRules,
  { clearances, waivers }: Exceptions,
): HandInReport {
  const answer = looked && files.some((file) => !isTypedText(file)) ? checked?.report : undefined;
  const said = answer && answer.files.length > 0 ? [] : withoutCheck(files, rules);
  const lifted = liftedBy(clearances);
  const findings = unique([...said, ...(answer?.findings ?? [])]).filter(({ code }) => !lifted(code));
  const waived = findings.filter((one) => waiverFor(one, waivers));
  const rejections = rejectionsOf({ findings }).filter((one) => !waived.includes(one));
  return {
    findings,
    waived,
    issues: rejections.filter(({ code }) => overridable(code)),
    refusals: rejections.filter(({ code }) => !overridable(code)),
    unchecked: findings.filter(isUnread),
  };
}

/** What holds at this moment: for one submission, and for the whole call. */
export interface Exceptions {
  clearances: Pick<Clearance, 'rule'>[];
  waivers: Pick<Waiver, 'code'>[];
}

export const exceptionsFor = (submission: Pick<Called, 'clearances' | 'call'>, now: Date) => ({
  clearances: inForce(submission.clearances, now),
  waivers: waiversInForce(submission.call.waivers),
});

/** Our checker came to no end with it. */
export const isUnread = ({ code }: Pick<Finding, 'code'>): boolean => code === 'file.unreadable';

/** What is left of issues once exceptions are made. */
export function openIssues(issues: Finding[], { clearances, waivers }: Exceptions): Finding[] {
  const lifted = liftedBy(clearances);
  return issues.filter((one) => !lifted(one.code) && !waiverFor(one, waivers));
}

type Received = Pick<Called, 'latest' | 'withdrawal' | 'clearances' | 'declined' | 'call'>;

/** What the version received breaks and no exception lifts: organizers allow it or decline it. */
export function undecided(submission: Received, now: Date): Finding[] {
  const { latest, withdrawal } = submission;
  return latest && !withdrawal ? openIssues(latest.issues, exceptionsFor(submission, now)) : [];
}

/** A no stands as long as it is about the version that counts, and something is still broken. */
export function declineInForce(submission: Received, now: Date): Omit<Decline, 'versionId'> | null {
  const { declined, latest } = submission;
  if (!declined || declined.versionId !== latest?.id || undecided(submission, now).length === 0) return null;
  const { reason, until, at } = declined;
  return { reason, until, at };
}

function liftedBy(clearances: Exceptions['clearances']): (code: string) => boolean {
  const cleared = new Set(clearances.map(({ rule }) => rule));
  return (code) =>
    cleared.has(code) ||
    (cleared.has('link') && (code === 'layout.no-main' || code === 'layout.no-description'));
}

/** The checker is not asked about it: it is what its person typed, and nothing can be wrong with it. */
const isTypedText = ({ typed, mime }: HandedFile) => typed === true && mime === 'text/plain';

/** Until the checker has seen them together, or where it could not: what it said of each, and what their roles say. */
function withoutCheck(files: HandedFile[], rules: CheckRules): Finding[] {
  const each = files.flatMap(({ report }) => report.findings ?? []);
  return [...each, ...(rules.kind === 'work' ? ofWork(files, rules) : ofPaper(files, rules))];
}

type WorkRules = Extract<CheckRules, { kind: 'work' }>;
type PaperRules = Extract<CheckRules, { kind: 'paper' }>;

function ofWork(files: HandedFile[], rules: WorkRules): Finding[] {
  if (!rules.requireOneOf || files.length === 0) return [];
  const pieces: CheckedFile[] = files
    .filter((file) => file.role !== 'archive' && !isTypedText(file))
    .map(({ name, role, sha256, bytes, report }) => ({
      name,
      role: role as Role,
      canonical: null,
      sha256,
      facts: { bytes, ...(report.facts as CheckedFile['facts']) },
    }));
  const about = { descriptionTyped: files.some(isTypedText) };
  const found = roleFindings(pieces, { proposals: [], findings: [] }, { rules, alone: false, about });
  return [...found, ...tooLarge(files, rules.maxBytes)];
}

function ofPaper(files: HandedFile[], { maxBytes }: PaperRules): Finding[] {
  return tooLarge(files, maxBytes);
}

function tooLarge(files: HandedFile[], limit: number): Finding[] {
  const bytes = files.reduce((sum, file) => (file.fromFileId ? sum : sum + file.bytes), 0);
  return limit && bytes > limit ? [make('file.too-large', { bytes, limit })] : [];
}

function unique(findings: Finding[]): Finding[] {
  const seen = new Map(
    findings.map((one) => [`${one.code} ${one.where?.file ?? ''} ${one.where?.page ?? ''}`, one]),
  );
  return [...seen.values()];
}
