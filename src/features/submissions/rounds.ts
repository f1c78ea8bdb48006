/**
 * Rounds of one submission: it is handed in to its call, and once it is accepted, handed in again as it will be shown.
 * Owns which round counts now. The call that a `Case` carries is already the one of that round (`calls/final.ts`).
 */
import type { Call } from '#app/features/calls/call.ts';
import { finalCall } from '#app/features/calls/final.ts';
import type { Called, FinalRequest, Submission, VersionMark } from './submission.ts';

/** The call as it counts for what was, or was not, asked for a final version. */
export const callFor = ({ finalAsked }: { finalAsked: unknown }, call: Call): Call =>
  (finalAsked ? finalCall(call) : null) ?? call;

type Asked = Pick<Called, 'call' | 'finalAsked'>;

/** The request that would be answered by handing it in now; null in the first round. */
export const finalRound = ({ call, finalAsked }: Asked): FinalRequest | null =>
  call.settings.final ? finalAsked : null;

/** The version that answers the request, if it came. */
export function finalVersion(submission: Pick<Submission, 'finalAsked' | 'latest'>): VersionMark | null {
  const { finalAsked, latest } = submission;
  return finalAsked && latest?.finalRequestId === finalAsked.id ? latest : null;
}

/** Asked for, and not there yet. */
export const owesFinal = (submission: Asked & Pick<Submission, 'latest' | 'withdrawal'>): boolean =>
  finalRound(submission) !== null && !submission.withdrawal && !finalVersion(submission);
