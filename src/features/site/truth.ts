/**
 * When public pages stop being true by themselves: a call opens or closes, a date goes by, an embargo ends. Owns
 * these instants and nothing else; whoever serves the pages draws them anew at each.
 */
import { deadlineOf, type Call } from '#app/features/calls/call.ts';
import { importantDates, type ImportantDate } from '#app/features/calls/dates.ts';
import { startOf } from '#app/features/calls/deadline.ts';
import type { EditionSettings } from '#app/features/editions/settings.ts';

/** Half-open: what is true at `from` is true until just before `until`; null has no end. */
export interface Span {
  from: Date | null;
  until: Date | null;
}

export function spanAround(now: Date, instants: Date[]): Span {
  const before = instants.filter((at) => at <= now).map(Number);
  const after = instants.filter((at) => at > now).map(Number);
  return {
    from: before.length > 0 ? new Date(Math.max(...before)) : null,
    until: after.length > 0 ? new Date(Math.min(...after)) : null,
  };
}

/** Every instant at which a page of an edition changes by itself. */
export function instantsOf(settings: Pick<EditionSettings, 'dates'>, calls: Call[]): Date[] {
  return [
    ...calls.flatMap((call) => [
      ...(call.settings.opens ? [startOf(call.settings.opens)] : []),
      deadlineOf(call),
    ]),
    ...importantDates(settings, calls).map(endOfDate),
  ];
}

/** The first of the dates that is not over. */
export function nextOf(dates: ImportantDate[], now: Date): ImportantDate | null {
  return dates.find((date) => endOfDate(date) > now) ?? null;
}

/** A day is over when it has ended in the last time zone, twelve hours after it has in UTC. */
function endOfDate({ datetime }: ImportantDate): Date {
  if (datetime.includes('T')) return new Date(datetime);
  return new Date(Date.parse(`${datetime}T00:00:00Z`) + 36 * 3_600_000);
}
