/** Days without gaps, from the first count to the last, the deadline, or today, whichever is later. */
import { zoneId } from '#app/features/calls/deadline.ts';

interface Mark {
  day: string;
  label: string;
}

/** A picture holds so many days; what lies before stays in the sum of the first. */
const most = 120;

export function chartOf<K extends 'begun' | 'submitted'>(
  counts: ({ day: string } & Record<K, number>)[],
  which: K,
  today: string,
  marks: Mark[],
): { days: { day: string; count: number }[]; marks: Mark[] } {
  const counted = new Map(
    counts.map((row) => [row.day, row[which]] as const).filter(([, count]) => count > 0),
  );
  const first = [...counted.keys()].sort()[0];
  if (!first) return { days: [], marks };
  const last = [...counted.keys(), ...marks.map(({ day }) => day).filter((day) => day <= today)]
    .sort()
    .at(-1)!;
  const days: { day: string; count: number }[] = [];
  for (let day = last; day >= first && days.length < most; day = before(day)) {
    days.unshift({ day, count: counted.get(day) ?? 0 });
  }
  const earlier = [...counted]
    .filter(([day]) => day < days[0]!.day)
    .reduce((sum, [, count]) => sum + count, 0);
  days[0]!.count += earlier;
  return { days, marks };
}

export function dayIn(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zoneId(zone), dateStyle: 'short' }).format(at);
}

const before = (day: string) => {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - 1);
  return at.toISOString().slice(0, 10);
};
