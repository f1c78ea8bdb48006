/**
 * A submission: what an author or creator hands in to a call. Owns its draft, its people in order, its versions,
 * receipts, withdrawals, clearances and messages. Promises that a state is read from rows, never from a flag, and
 * that a version never changes. Leaves out the files' bytes and checks (`files/`), and what others think of it.
 */
import type { Call } from '#app/features/calls/call.ts';
import type { Finding, Report } from '#app/preflight/report.ts';
import type { Draft } from './draft.ts';

export interface Submission extends Draft {
  id: string;
  editionId: string;
  callId: string;
  begunAt: Date;
  begunBy: string | null;
  draftKeyHash: string | null;
  /** Counts saves of the words; a save based on an older one is stale. */
  revision: number;
  /** Counts every change to what would be handed in. */
  changes: number;
  changedAt: Date;
  invented: boolean;
  contributors: Contributor[];
  files: HandedFile[];
  /** Taken away since; an archive is no longer whole without what came in it. */
  removed: HandedFile[];
  /** What the checker last said of everything together, and the name of the question it answered. */
  checked: { fits: string; report: Report } | null;
  latest: VersionMark | null;
  withdrawal: Withdrawal | null;
  clearances: Clearance[];
  /** The newest no of an organizer, to whichever version it was. */
  declined: Decline | null;
  /** The latest personal deadline, if organizers gave one. */
  extension: Date | null;
  /** It is accepted, and asked for once more (`rounds.ts`). */
  finalAsked: FinalRequest | null;
}

export interface FinalRequest {
  id: string;
  at: Date;
}

export interface Called extends Submission {
  /** As it counts for this submission: of the final round, where it is in that. */
  call: Call;
}

/** A submission with its call: what most verbs act upon. */
export interface Case extends Called {
  /** The checker has answered for exactly what lies there now, or nothing lies there that it could look at. */
  looked: boolean;
}

/** Who is credited: one person, by whatever name they go, or a collective as one. */
export type CreditKind = 'person' | 'collective';

export interface Credit {
  id: string;
  kind: CreditKind;
  name: string;
  email: string;
  affiliation: string;
  orcid: string | null;
  pronouns: string;
  role: string;
}

export interface Contributor extends Credit {
  personId: string | null;
  invitedAt: Date | null;
  answer: { answer: 'confirmed' | 'objected'; at: Date; words: string } | null;
}

export interface HandedFile {
  id: string;
  role: string;
  name: string;
  mime: string;
  sha256: string;
  bytes: number;
  begunAt: Date;
  uploadedAt: Date;
  /** What the server's checker found and measured in this file. */
  report: FileReport;
  position: number;
  /** The archive it came in, which is kept beside it and was counted instead of it. */
  fromFileId: string | null;
  openedAt: Date | null;
  roleChosenAt: Date | null;
  removedAt: Date | null;
  /** A description that was typed, not handed in. */
  typed?: boolean;
}

export interface FileReport {
  findings?: Finding[];
  facts?: Record<string, unknown>;
  [more: string]: unknown;
}

export interface VersionMark {
  id: string;
  number: number;
  receipt: string;
  submittedAt: Date;
  inGrace: boolean;
  changes: number;
  /** The request for a final version that it answers. */
  finalRequestId: string | null;
  /** Rules of the call it broke when it was received. */
  issues: Finding[];
}

/** To one version; a newer one is judged anew. */
export interface Decline {
  versionId: string;
  reason: string;
  until: Date;
  at: Date;
}

export interface Withdrawal {
  at: Date;
  by: string | null;
  reason: string;
}

export interface Clearance {
  id: string;
  rule: string;
  reason: string;
  grantedAt: Date;
  grantedBy: string | null;
  until: Date | null;
  endedAt: Date | null;
}

/** In the thread with the organizers. */
export interface Message {
  id: string;
  at: Date;
  by: string;
  byOrganizer: boolean;
  words: string;
}

export type State = 'draft' | 'submitted' | 'changed' | 'withdrawn';

type Standing = {
  latest: { changes: number } | null;
  withdrawal: unknown;
  changes: number;
};

export function stateOf({ latest, withdrawal, changes }: Standing): State {
  if (withdrawal) return 'withdrawn';
  if (!latest) return 'draft';
  return changes > latest.changes ? 'changed' : 'submitted';
}

/** The words for a state, defined once; the same word has the same tone everywhere. */
export const stateWords = {
  draft: { word: 'Draft', tone: 'quiet', means: 'Not submitted yet.' },
  submitted: { word: 'Submitted', tone: 'positive', means: 'What you see is what was received.' },
  changed: {
    word: 'Changed since submitted',
    tone: 'caution',
    means: 'What was received stands; your later changes count only once you submit again.',
  },
  withdrawn: { word: 'Withdrawn', tone: 'danger', means: 'It takes no part unless you bring it back.' },
} as const satisfies Record<State, { word: string; tone: string; means: string }>;

/** Exceptions that hold at this moment. */
export function inForce(clearances: Clearance[], now: Date): Clearance[] {
  return clearances.filter(({ endedAt, until }) => !endedAt && (!until || now < until));
}

/** The rule under which a link stands in for the files. */
export const linkRule = 'link';

export function linkAllowed({ clearances }: Pick<Submission, 'clearances'>, now: Date): boolean {
  return inForce(clearances, now).some(({ rule }) => rule === linkRule);
}

/** What stands behind a name in brackets. */
export const besideName = (
  { kind, pronouns }: Pick<Credit, 'kind' | 'pronouns'>,
  collective = 'collective',
): string => [kind === 'collective' && collective, pronouns].filter(Boolean).join(', ');

/** What people of a paper are called, and those of a work. */
export function wordsFor(kind: 'paper' | 'work') {
  return kind === 'paper'
    ? { one: 'author', many: 'authors', thing: 'paper', readers: 'reviewers' }
    : { one: 'creator', many: 'creators', thing: 'work', readers: 'the jury' };
}
