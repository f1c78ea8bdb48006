/**
 * An acceptance: an organizer's word that a submission is part of the workshop, in the version it names. Owns who said
 * so, when, why, and the end of it; and the slugs of the public address. Promises that it shows nothing to anybody but
 * its people and organizers: public is only what was granted and published. Decisions (issue 5) will take its place.
 */
import { grantOf, standing, type Ledger } from './rights/ledger.ts';

export interface Acceptance {
  id: string;
  submissionId: string;
  versionId: string;
  at: Date;
  by: string | null;
  reason: string;
  ended: { at: Date; by: string | null; reason: string } | null;
}

/** What accepting would do to one submission, said before it is done. */
export const verdicts = {
  accept: { may: true, word: 'Will be accepted', tone: 'positive' },
  newer: { may: true, word: 'The newer version takes the place of the accepted one', tone: 'caution' },
  already: { may: false, word: 'Is accepted already', tone: 'quiet' },
  draft: { may: false, word: 'Was never submitted', tone: 'quiet' },
  withdrawn: { may: false, word: 'Is withdrawn', tone: 'danger' },
} as const;
export type Verdict = keyof typeof verdicts;

interface Known {
  withdrawn: boolean;
  /** The receipt of the version that counts. */
  receipt: string | null;
  /** The receipts of the version that was accepted, and of its final versions. */
  accepted: string[];
}

export function verdictOn({ withdrawn, receipt, accepted }: Known): Verdict {
  if (withdrawn) return 'withdrawn';
  if (receipt === null) return 'draft';
  if (accepted.length === 0) return 'accept';
  return accepted.includes(receipt) ? 'already' : 'newer';
}

/** Where an accepted one stands on its way to the public, for the desk. */
export const publicStates = {
  withdrawn: { word: 'Withdrawn by its people', tone: 'danger' },
  down: { word: 'Taken down', tone: 'danger' },
  embargoed: { word: 'Granted, not to be shown yet', tone: 'caution' },
  waiting: { word: 'Not granted by its creators yet', tone: 'open' },
  ready: { word: 'Ready to be public', tone: 'positive' },
} as const;
export type PublicState = keyof typeof publicStates;

export function publicStateOf(withdrawn: boolean, ledger: Ledger, now: Date): PublicState {
  const { may, tombstone, embargoedUntil } = standing(ledger, now);
  if (tombstone) return 'down';
  if (withdrawn) return 'withdrawn';
  if (may.has('website')) return 'ready';
  return embargoedUntil && grantOf(ledger, 'website', now) ? 'embargoed' : 'waiting';
}
