/**
 * A waiver: a finding that organizers overlook in everything handed in to a call, with who, when and why. Owns which
 * findings can be waived. Promises that what the checker says stays as it was said; a waiver stands beside it.
 * Leaves out exceptions for one submission (`submissions/arranging.server.ts`).
 */
import type { Code } from '#app/preflight/findings.ts';
import { waiverWords } from './waiver-words.ts';

export interface Waiver {
  id: string;
  code: string;
  reason: string;
  at: Date;
  by: string | null;
  /** Taken back: what was received since the waiver and before this stands as it was received. */
  ended: { at: Date; by: string | null; reason: string } | null;
}

export const waiversInForce = (waivers: Waiver[]): Waiver[] => waivers.filter(({ ended }) => !ended);

/** The waiver that lifts this finding now. */
export const waiverFor = <W extends Pick<Waiver, 'code'>>(
  { code }: { code: string },
  inForce: readonly W[],
) => inForce.find((waiver) => waiver.code === code);

/** As those who hand in read it; who decided is said at the desk. */
export type WaiverView = Pick<Waiver, 'code' | 'reason' | 'at'>;
export const waiverViews = ({ waivers }: { waivers: Waiver[] }): WaiverView[] =>
  waiversInForce(waivers).map(({ code, reason, at }) => ({ code, reason, at }));

/** Safety and unreadable files are decided about one by one, or not at all. */
export const isWaivable = (code: string): code is WaivableCode => Object.hasOwn(waiverWords, code);
export type WaivableCode = Code & keyof typeof waiverWords;

/** What a call of this kind may overlook: codes with their words, in the order of the checks. */
export function waivableIn(kind: 'paper' | 'work'): { code: string; says: string }[] {
  const foreign = kind === 'paper' ? /^(layout|video|image)\./ : /^paper\./;
  return Object.entries(waiverWords)
    .filter(([code]) => !foreign.test(code))
    .map(([code, says]) => ({ code, says }));
}

/** A finding of an older Salon is still named. */
export const sayWaived = (code: string): string =>
  (waiverWords as Record<string, string>)[code] ?? `what the check calls “${code}”`;
