/** The same edition some days later: every day moves by as many days, every time and zone stays. */
import { Temporal } from 'temporal-polyfill';
import type { EditionSettings } from '../editions/settings.ts';
import type { CallSettings, Moment } from './settings.ts';

export function shiftDay(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

export function daysBetween(first: string, second: string): number {
  return Temporal.PlainDate.from(first).until(Temporal.PlainDate.from(second)).days;
}

export function shiftSettings(settings: EditionSettings, days: number): EditionSettings {
  const on = <T extends { day: string }>(item: T): T => ({ ...item, day: shiftDay(item.day, days) });
  return {
    ...settings,
    about: { ...settings.about, days: settings.about.days.map((day) => shiftDay(day, days)) },
    dates: settings.dates.map((date) => ({
      ...date,
      on: shiftDay(date.on, days),
      ...(date.until && { until: shiftDay(date.until, days) }),
    })),
    programme: {
      ...settings.programme,
      sessions: settings.programme.sessions.map(on),
      published: settings.programme.published.map(on),
    },
  };
}

/** `deadline` is where the copy starts from: the one in force, without the extensions that led to it. */
export function shiftCall(call: CallSettings, deadline: Moment, days: number): CallSettings {
  const moment = (set: Moment) => ({ ...set, date: shiftDay(set.date, days) });
  const { opens, decisionsOn, filesDeletedOn, final, ...rest } = call;
  return {
    ...rest,
    deadline: moment(deadline),
    ...(opens && { opens: moment(opens) }),
    ...(decisionsOn && { decisionsOn: shiftDay(decisionsOn, days) }),
    ...(final && { final: { ...final, deadline: moment(final.deadline) } }),
    ...(filesDeletedOn && { filesDeletedOn: shiftDay(filesDeletedOn, days) }),
  };
}
