/**
 * An instant in people's words. Owns how times read on every page: 24 hours, the month in letters,
 * the zone always named; the short form is for columns, and words above them name its zone. Leaves out what
 * a time means: deadlines are rules of their calls.
 */

/** Where a deadline stands at the end of a minute, people are shown that minute: 23:59, not 00:00. */
export type Wording = { zone?: string; part?: 'full' | 'short' | 'day' | 'time'; deadline?: boolean };

export function sayMoment(at: Date, { zone = 'UTC', part = 'full', deadline = false }: Wording = {}): string {
  const p = partsOf(deadline ? new Date(at.getTime() - 1) : at, zone);
  const day = `${p.weekday} ${p.day} ${p.month} ${p.year}`;
  const time = `${p.hour}:${p.minute}`;
  if (part === 'short') return `${p.day} ${p.month!.slice(0, 3)} ${p.year}, ${time}`;
  return part === 'day' ? day : part === 'time' ? time : `${day}, ${time}`;
}

export function sayZone(zone: string): string {
  if (zone === 'AoE' || zone === 'UTC') return zone;
  const place = zone.split('/').at(-1)!.replaceAll('_', ' ');
  return /^[+-]/.test(place) || zone.startsWith('Etc/') ? zone : `${place} time`;
}

/** What is left, in the two largest units; undefined once it is over. */
export function sayLeft(at: Date, now: Date): string | undefined {
  const seconds = Math.ceil((at.getTime() - now.getTime()) / 1000);
  if (seconds <= 0) return undefined;
  const units = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
    ['second', 1],
  ] as const;
  const first = units.findIndex(([, size]) => seconds >= size);
  let rest = seconds;
  return units
    .slice(first, first + 2)
    .map(([unit, size]) => {
      const many = Math.floor(rest / size);
      rest -= many * size;
      return many === 0 ? '' : `${many} ${unit}${many === 1 ? '' : 's'}`;
    })
    .filter(Boolean)
    .join(' ');
}

/** Composed by hand: browsers and servers disagree about commas, and a page must not change when it wakes. */
function partsOf(at: Date, zone: string): Record<string, string> {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone === 'AoE' ? 'Etc/GMT+12' : zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}
