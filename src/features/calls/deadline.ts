/**
 * Moments as people set them and as instants. AoE ("anywhere on earth") is UTC-12 the whole year.
 * The minute named belongs to the person: 23:59 ends when 23:59 is over.
 */
import { Temporal } from 'temporal-polyfill';
import type { Moment } from './settings.ts';

/** The first instant that is too late: the end of the minute named. Throws on a zone nobody knows. */
export function endOf(moment: Moment): Date {
  return new Date(startOf(moment).getTime() + 60_000);
}

/** The instant at which the minute named begins. */
export function startOf({ date, time, zone }: Moment): Date {
  const plain = Temporal.PlainDateTime.from(`${date}T${time}`);
  return new Date(plain.toZonedDateTime(zoneId(zone)).epochMilliseconds);
}

/** The name that time-zone data knows: `AoE` is `Etc/GMT+12` (the sign is reversed there). */
export function zoneId(zone: string): string {
  return zone === 'AoE' ? 'Etc/GMT+12' : zone;
}

export function isZone(zone: string): boolean {
  try {
    Temporal.Now.instant().toZonedDateTimeISO(zoneId(zone));
    return true;
  } catch {
    return false;
  }
}

/** What a `datetime-local` field sends, as the end of that minute; null where it is no moment. */
export function momentFrom(text: string, zone: string): Date | null {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(text) ?? [];
  if (!date || !time) return null;
  try {
    return endOf({ date, time, zone });
  } catch {
    return null;
  }
}
