/** What each audience reads of a call. Grace belongs to organizers alone: the public type has no place for it. */
import type { Call } from './call.ts';
import { deadlineAsSet, deadlineOf } from './call.ts';
import { publicPhase, sayAsSet, sayDay, sayDeadline } from './dates.ts';
import { finalCall, sayFinal } from './final.ts';
import { limitsOf, withLimits } from './limits.ts';
import type { CallSettings } from './settings.ts';

export type PublicCall = Omit<CallSettings, 'graceMinutes' | 'opens' | 'deadline' | 'final'> & {
  graceMinutes?: never;
  id: string;
  phase: 'upcoming' | 'open' | 'closed';
  opens: string | null;
  deadline: ReturnType<typeof sayDeadline>;
  decisions: string | null;
  /** Of the final versions of what is accepted: until when, and what differs. */
  finals: { deadline: Omit<ReturnType<typeof sayDeadline>, 'left'>; says: string[]; text: string } | null;
  limits: string[];
};

/** `text` has its limits filled in, in its own language; everything is as it stands at `now`. */
export function forPublic(call: Call, now: Date, language = 'en', ofText = language): PublicCall {
  const { graceMinutes: _hidden, opens, deadline: _first, final, ...settings } = call.settings;
  const finals = finalCall(call);
  return {
    ...settings,
    text: withLimits(call.settings, ofText),
    id: call.id,
    phase: publicPhase(call, now),
    opens: opens ? sayAsSet(opens, language) : null,
    deadline: sayDeadline(call, now, language),
    decisions: settings.decisionsOn ? sayDay(settings.decisionsOn, language) : null,
    limits: limitsOf(call.settings, language),
    finals:
      final && finals
        ? {
            deadline: withoutLeft(finals, now, language),
            says: sayFinal(finals.settings, language),
            text: final.text,
          }
        : null,
  };
}

/** Pages that are drawn once cannot count down. */
function withoutLeft(call: Call, now: Date, language: string) {
  const { left: _ticks, ...told } = sayDeadline(call, now, language);
  return told;
}

/** Everything, with the instants that the desk counts down to. */
export function forOrganizer(call: Call, now: Date) {
  const finals = finalCall(call);
  return {
    ...call,
    phase: publicPhase(call, now),
    closes: deadlineOf(call),
    deadline: sayDeadline(call, now),
    finals: finals && { deadline: sayDeadline(finals, now), asSet: deadlineAsSet(finals) },
  };
}
export type OrganizerCall = ReturnType<typeof forOrganizer>;
