/** What the call's phase allows to be done to a submission, and the sentence for what it does not. */
import { deadlineOf, phaseOf, type CallPhase } from '#app/features/calls/call.ts';
import { late } from '#app/platform/refusal.ts';
import type { Case } from './submission.ts';

export const phaseFor = ({ call, extension }: Pick<Case, 'call' | 'extension'>, now: Date): CallPhase =>
  phaseOf(call, now, extension);

export const deadlineFor = ({ call, extension }: Pick<Case, 'call' | 'extension'>): Date =>
  deadlineOf(call, extension);

/** Words and people change while the call is open; grace accepts nothing new. */
export function demandOpen(submission: Pick<Case, 'call' | 'extension'>, now: Date): void {
  const phase = phaseFor(submission, now);
  if (phase === 'upcoming') throw late('This call has not opened yet.');
  if (phase === 'grace')
    throw late(
      'The deadline has passed, so nothing new can be added. What was saved in time can still be submitted for a few minutes.',
    );
  if (phase === 'closed')
    throw late(
      'The deadline has passed, so this can no longer be changed. Write to the organizers if that is a mistake.',
    );
}

/** In grace, what was in time may be handed in: every file of it began to arrive before the deadline. */
export function demandHandInTime(
  submission: Pick<Case, 'call' | 'extension' | 'files' | 'begunAt'>,
  now: Date,
): { inGrace: boolean } {
  const phase = phaseFor(submission, now);
  if (phase === 'upcoming') throw late('This call has not opened yet.');
  if (phase === 'closed')
    throw late(
      'The deadline has passed, so this can no longer be submitted. Write to the organizers if that is a mistake.',
    );
  if (phase === 'open') return { inGrace: false };
  const deadline = deadlineFor(submission);
  if (submission.begunAt >= deadline) throw late('This was begun after the deadline.');
  const tooLate = submission.files.find(({ begunAt }) => begunAt >= deadline);
  if (tooLate)
    throw late(
      `The upload of “${tooLate.name}” began after the deadline. Remove it to submit what was in time.`,
    );
  return { inGrace: true };
}
