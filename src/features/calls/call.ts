/**
 * A call: an invitation to submit, with its own questions, rules and dates. Owns its settings, extensions and waivers.
 * Promises one answer to "is it open": `phaseOf`. Leaves out who submits and what.
 */
import { endOf, startOf } from './deadline.ts';
import type { CallSettings, Moment } from './settings.ts';
import type { Waiver } from './waiver.ts';

export interface Extension {
  id: string;
  asSet: Moment;
  deadline: Date;
  reason: string;
  extendedAt: Date;
}

export interface Call {
  id: string;
  editionId: string;
  key: string;
  revision: number;
  settings: CallSettings;
  /** Oldest first; the last is in force. */
  extensions: Extension[];
  /** Of the deadline for final versions, in the same order. */
  finalExtensions: Extension[];
  /** These are its rules and its deadline for what was accepted. */
  finalRound?: true;
  /** Findings overlooked in everything handed in, oldest first; also those that were taken back. */
  waivers: Waiver[];
  /** Taken out of the edition by its organizers: nothing can be begun in it. */
  removed?: boolean;
}

export type CallPhase = 'upcoming' | 'open' | 'grace' | 'closed';

/** The first instant that is too late, extensions counted; a later personal deadline wins. */
export function deadlineOf(call: Call, personal?: Date | null): Date {
  const set = call.extensions.at(-1)?.deadline ?? endOf(call.settings.deadline);
  return personal && personal > set ? personal : set;
}

/** The deadline as its organizers set it, for people to read. */
export function deadlineAsSet(call: Call): Moment {
  return call.extensions.at(-1)?.asSet ?? call.settings.deadline;
}

/** Grace finishes what was begun in time; it accepts nothing new and is shown on no public page. */
export function phaseOf(call: Call, now: Date, personal?: Date | null): CallPhase {
  const { opens, graceMinutes } = call.settings;
  if (opens && now < startOf(opens)) return 'upcoming';
  const deadline = deadlineOf(call, personal);
  if (now < deadline) return 'open';
  return now < new Date(deadline.getTime() + graceMinutes * 60_000) ? 'grace' : 'closed';
}
