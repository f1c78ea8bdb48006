/** What each audience sees of a submission. A name that may not be shown has no place in the type. */
import { deadlineAsSet } from '#app/features/calls/call.ts';
import { sayFinal } from '#app/features/calls/final.ts';
import { waiverViews, type WaiverView } from '#app/features/calls/waiver.ts';
import type { CallSettings, Moment } from '#app/features/calls/settings.ts';
import type { Edition } from '#app/features/editions/edition.ts';
import type { Finding } from '#app/preflight/report.ts';
import { agreementTexts, type AgreementText } from './agreement.ts';
import type { Draft } from './draft.ts';
import { declineInForce, exceptionsFor, reportOf, undecided } from './findings.ts';
import { finalRound, finalVersion } from './rounds.ts';
import { deadlineFor, phaseFor } from './phases.ts';
import {
  inForce,
  linkAllowed,
  stateOf,
  type Called,
  type Case,
  type Clearance,
  type Contributor,
  type Credit,
  type HandedFile,
  type State,
  type VersionMark,
  type Withdrawal,
} from './submission.ts';

export interface CallView {
  key: string;
  kind: 'paper' | 'work';
  title: string;
  settings: CallSettings;
  deadline: Date;
  deadlineAsSet: Moment;
  personalDeadline: Date | null;
  phase: 'upcoming' | 'open' | 'grace' | 'closed';
}

export interface AuthorView extends Draft {
  id: string;
  editionId: string;
  revision: number;
  state: State;
  changedAt: Date;
  call: CallView;
  contributors: ContributorView[];
  files: FileView[];
  findings: Finding[];
  issues: Finding[];
  refusals: Finding[];
  unchecked: Finding[];
  /** What the organizers overlook in the whole call, and which findings here that are. */
  waivers: WaiverView[];
  waived: Finding[];
  latest: Omit<VersionMark, 'changes' | 'issues' | 'finalRequestId'> | null;
  /** It is accepted, and its call asks for a final version: what that is, and the one received. */
  final: FinalView | null;
  /** What organizers said no to, why, and until when a changed version may come. */
  declined: { issues: string[]; reason: string; until: Date; at: Date } | null;
  withdrawal: Withdrawal | null;
  clearances: ClearanceView[];
  linkAllowed: boolean;
  canChange: boolean;
  agreements: AgreementText[];
}

export interface FinalView {
  says: string[];
  text: string;
  handedIn: { number: number; receipt: string; submittedAt: Date } | null;
}

export type ContributorView = Credit & {
  invited: boolean;
  answer: Contributor['answer'];
  /** It is the reader's own entry. */
  you: boolean;
};
export type FileView = Pick<
  HandedFile,
  'id' | 'role' | 'name' | 'mime' | 'sha256' | 'bytes' | 'uploadedAt'
> & { findings: Finding[] };
export interface ClearanceView {
  id: string;
  rule: string;
  reason: string;
  grantedAt: Date;
  until: Date | null;
}

export function forAuthor(
  submission: Case,
  { viewerId, now, language }: { viewerId: string | null; now: Date; language?: string | undefined },
): AuthorView {
  const { call, clearances, files, latest, withdrawal } = submission;
  const { title, abstract, topics, kinds, link, answers } = submission;
  const phase = phaseFor(submission, now);
  const declined = declineInForce(submission, now);
  return {
    id: submission.id,
    editionId: submission.editionId,
    revision: submission.revision,
    state: stateOf(submission),
    changedAt: submission.changedAt,
    title,
    abstract,
    topics,
    kinds,
    link,
    answers,
    call: callView(submission, now),
    contributors: submission.contributors.map((contributor) => contributorView(contributor, viewerId)),
    files: files.map(fileView),
    ...reportOf(submission, call.settings.rules, exceptionsFor(submission, now)),
    waivers: waiverViews(call),
    latest: latest && {
      id: latest.id,
      number: latest.number,
      receipt: latest.receipt,
      submittedAt: latest.submittedAt,
      inGrace: latest.inGrace,
    },
    final: finalView(submission, language),
    declined: declined && {
      issues: undecided(submission, now).map(({ message }) => message),
      ...declined,
    },
    withdrawal,
    clearances: inForce(clearances, now).map(({ id, rule, reason, grantedAt, until }) => ({
      id,
      rule,
      reason,
      grantedAt,
      until,
    })),
    linkAllowed: linkAllowed(submission, now),
    canChange: phase === 'open' && !withdrawal,
    agreements: agreementTexts(call.settings.agreements),
  };
}

export function finalView(submission: Called, language = 'en'): FinalView | null {
  const { settings } = submission.call;
  if (!finalRound(submission)) return null;
  const version = finalVersion(submission);
  return {
    says: sayFinal(settings, language),
    text: settings.final?.text ?? '',
    handedIn: version && {
      number: version.number,
      receipt: version.receipt,
      submittedAt: version.submittedAt,
    },
  };
}

export function callView(submission: Called, now: Date): CallView {
  const { call } = submission;
  return {
    key: call.key,
    kind: call.settings.kind,
    title: call.settings.title,
    settings: call.settings,
    deadline: deadlineFor(submission),
    deadlineAsSet: deadlineAsSet(call),
    personalDeadline: submission.extension,
    phase: phaseFor(submission, now),
  };
}

/** One of mine in the list. */
export interface MyRow {
  id: string;
  title: string;
  state: State;
  changedAt: Date;
  latest: { number: number; submittedAt: Date; receipt: string } | null;
  call: Omit<CallView, 'settings'>;
  edition: { id: string; slug: string; name: string };
  people: number;
  accepted: boolean;
  /** Where it is accepted and a final version is asked for. */
  final: FinalView | null;
  /** The reader was named by somebody else and has not said yes or no. */
  asked: boolean;
  organizersWroteAt: Date | null;
}

/** What a page needs of the edition around it. */
export function editionView(edition: Edition | undefined) {
  if (!edition) throw new Error('A submission stands in an edition that is not there.');
  const { id, slug, about } = edition;
  return { id, slug, name: about.name, zone: about.zone };
}

/** Somebody named looks before they answer: the words and the people, never others' addresses or files. */
export interface InvitedView {
  id: string;
  kind: 'paper' | 'work';
  callTitle: string;
  editionId: string;
  title: string;
  abstract: string;
  state: State;
  others: { name: string; affiliation: string; role: string }[];
  /** Then its people stand on a public page once they say yes. */
  accepted: boolean;
  you: Pick<Credit, 'name' | 'affiliation' | 'role' | 'email' | 'orcid' | 'pronouns'> & {
    answer: Contributor['answer'];
    linked: boolean;
  };
}

export function forInvited(submission: Case, named: Contributor): InvitedView {
  return {
    id: submission.id,
    kind: submission.call.settings.kind,
    callTitle: submission.call.settings.title,
    editionId: submission.editionId,
    title: submission.title,
    abstract: submission.abstract,
    state: stateOf(submission),
    accepted: submission.finalAsked !== null,
    others: submission.contributors
      .filter(({ id }) => id !== named.id)
      .map(({ name, affiliation, role }) => ({ name, affiliation, role })),
    you: {
      name: named.name,
      affiliation: named.affiliation,
      role: named.role,
      orcid: named.orcid,
      pronouns: named.pronouns,
      email: named.email,
      answer: named.answer,
      linked: named.personId !== null,
    },
  };
}

/** Everything but secrets: whose account an entry is linked to stays a yes or no. */
export type OrganizerView = Omit<AuthorView, 'contributors'> & {
  contributors: (ContributorView & { hasAccount: boolean })[];
  allClearances: Clearance[];
  begunAt: Date;
  invented: boolean;
};

export function forOrganizer(submission: Case, now: Date): OrganizerView {
  return {
    ...forAuthor(submission, { viewerId: null, now }),
    contributors: submission.contributors.map((contributor) => ({
      ...contributorView(contributor, null),
      hasAccount: contributor.personId !== null,
    })),
    allClearances: submission.clearances,
    begunAt: submission.begunAt,
    invented: submission.invented,
  };
}

export function fileView({ id, role, name, mime, sha256, bytes, uploadedAt, report }: HandedFile): FileView {
  return { id, role, name, mime, sha256, bytes, uploadedAt, findings: report.findings ?? [] };
}

function contributorView(contributor: Contributor, viewerId: string | null): ContributorView {
  const { personId, invitedAt, ...credit } = contributor;
  return { ...credit, invited: invitedAt !== null, you: viewerId !== null && personId === viewerId };
}
