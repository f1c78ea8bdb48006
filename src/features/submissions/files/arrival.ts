/**
 * When files may come, and how much of them. Grace finishes what was begun in time and takes nothing new;
 * organizers acting for somebody are not held by the deadline.
 */
import { deadlineOf, phaseOf, type Call } from '#app/features/calls/call.ts';
import { besideFinal, type Beside } from '#app/features/calls/final.ts';
import { invalid, late } from '#app/platform/refusal.ts';
import { paperRules2024, workRules2024 } from '#app/preflight/profiles.ts';
import type { CheckRules } from '#app/preflight/rules.ts';
import { sayExactSize, saySize } from '#app/preflight/size.ts';
import { countedBytes, defaultMaxBytes, maxFiles, type SubmissionFile } from './file.ts';

interface Timed {
  call: Call;
  extension: Date | null;
  withdrawn: boolean;
}

/** The call's rules; what an older call does not say is taken from the reference. */
export function rulesOf({ settings }: Call): CheckRules {
  const base = settings.kind === 'paper' ? paperRules2024 : workRules2024;
  return { ...base, ...settings.rules, kind: settings.kind } as CheckRules;
}

/** What comes beside the final version of a paper, where this call is of that round. */
export const rolesBeside = ({ settings, finalRound }: Call): Beside[] =>
  finalRound ? besideFinal(settings).map(({ role }) => role) : [];

export const limitOf = (call: Call): number => rulesOf(call).maxBytes || defaultMaxBytes;

/** Throws unless something new may come now. */
export function assertMayBegin({ call, extension, withdrawn }: Timed, now: Date): void {
  if (withdrawn) throw late('This was withdrawn. Bring it back before you change its files.');
  const phase = phaseOf(call, now, extension);
  if (phase === 'upcoming') throw late('The call has not opened yet.');
  if (phase !== 'open') throw late('The deadline has passed, so no new file can be added.');
}

/** Throws unless what was begun at `begunAt` may still arrive. */
export function assertMayArrive({ call, extension, withdrawn }: Timed, begunAt: Date, now: Date): void {
  if (withdrawn) throw late('This was withdrawn. Bring it back before you change its files.');
  const phase = phaseOf(call, now, extension);
  if (phase === 'open') return;
  if (phase === 'grace' && begunAt < deadlineOf(call, extension)) return;
  throw late('The deadline has passed, and this upload did not arrive in time.');
}

/** Throws unless what is there may be arranged: roles, order, taking away. */
export function assertMayArrange({ call, extension, withdrawn }: Timed, now: Date): void {
  if (withdrawn) throw late('This was withdrawn. Bring it back before you change its files.');
  const phase = phaseOf(call, now, extension);
  if (phase !== 'open' && phase !== 'grace')
    throw late('The deadline has passed, so the files stay as they are.');
}

type Sent = Pick<SubmissionFile, 'bytes' | 'fromFileId' | 'removedAt'>;

/** Throws when `bytes` more would be too much; the sentence says how much is left. */
export function assertRoom(files: readonly Sent[], limit: number, bytes: number): void {
  const used = countedBytes(files);
  if (used + bytes > limit) throw invalid(tooMuch(limit, limit - used));
  if (files.length >= maxFiles)
    throw invalid(`A submission can hold ${maxFiles} files, and it has them all.`);
}

export function tooMuch(limit: number, left: number): string {
  const whole = sayExactSize(limit);
  return left > 0 && left < limit
    ? `All files together may have ${whole}; ${saySize(left)} are left. Remove a file, or make this one smaller.`
    : left <= 0
      ? `All files together may have ${whole}, and nothing is left. Remove a file first.`
      : `All files together may have ${whole}. Make this one smaller.`;
}
