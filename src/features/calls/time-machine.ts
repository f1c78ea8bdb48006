/** The moments at which the demo's clock likes to stop, told of the reference edition. */
import type { CallPhase } from './call.ts';

export interface Stop {
  key: string;
  title: string;
  at: string;
  /** What there is to see. */
  what: string;
  /** What this moment would have in a whole workshop, and Salon has not learned yet. */
  notYet?: string;
}

export const stops: Stop[] = [
  {
    key: 'open',
    title: 'The calls are open',
    at: '2024-08-20T16:00:00.000Z',
    what: 'Both calls take submissions; the first three are in.',
  },
  {
    key: 'last-day',
    title: 'The last day',
    at: '2024-09-12T17:00:00.000Z',
    what: 'Nineteen hours to go; a third is still being written.',
  },
  {
    key: 'last-minutes',
    title: 'Ten minutes to the deadline',
    at: '2024-09-13T11:50:00.000Z',
    what: 'Two are still drafts; watch them come in.',
  },
  {
    key: 'grace',
    title: 'Five minutes after',
    at: '2024-09-13T12:05:00.000Z',
    what: 'Closed to everybody; uploads already begun may still finish.',
  },
  {
    key: 'review',
    title: 'Review',
    at: '2024-09-20T16:00:00.000Z',
    what: 'Both calls are closed and everything is in: the table, the files, the letters.',
    notYet: 'giving submissions to reviewers and the jury, and their reviews',
  },
  {
    key: 'decided',
    title: 'Decisions are out',
    at: '2024-10-09T18:00:00.000Z',
    what: 'The day that the calls name for the final decisions: on the desk 21 papers and 15 works are accepted, and the letters that say so are in the inbox.',
    notYet: 'deciding, with the reviews',
  },
  {
    key: 'public',
    title: 'Accepted papers and works are public',
    at: '2024-10-16T18:00:00.000Z',
    what: 'Their invented creators have granted that they are shown on the site, each with a licence and a word to machines. Final versions may come until 15 November.',
  },
  {
    key: 'day-one',
    title: 'Day one',
    at: '2024-12-14T16:45:00.000Z',
    what: 'Saturday morning, 8:45 in Vancouver: programme, people and places as published.',
    notYet: 'registration, and the day as it goes',
  },
  {
    key: 'archived',
    title: 'Archived',
    at: '2025-04-15T16:00:00.000Z',
    what: 'Files of drafts and of what was withdrawn are deleted by now, as the calls state. They stay deleted when you go back. Papers and works stay to be read; at the desk, “Archive” closes the edition for good.',
  },
];

/** The stops, with the one where the clock stands, up to an hour after it. */
export function stopsAround(now: string): (Stop & { here: boolean })[] {
  return stops.map((stop) => {
    const past = new Date(now).getTime() - new Date(stop.at).getTime();
    const next = stops.find(({ at }) => at > stop.at && at <= now);
    return { ...stop, here: past >= 0 && past < 60 * 60 * 1000 && !next };
  });
}

/** What the form sends: `present`, or a moment in UTC as a field of a browser writes it. */
export function momentOf(text: string): Date | null {
  return text === 'present' ? null : new Date(/Z$/.test(text) ? text : `${text}Z`);
}

export const phaseWords: Record<CallPhase, string> = {
  upcoming: 'not open yet',
  open: 'open',
  grace: 'closed, in its hidden grace',
  closed: 'closed',
};

/**
 * The moments between two at which something happens by the hour: reminders before a deadline, the notice before
 * files are deleted, and their deletion. Going back, nothing happens on the way.
 */
export function waypoints(
  from: Date,
  to: Date,
  calls: { deadline: Date; filesDeletedOn?: string | null; finalsDue?: Date | null }[],
): Date[] {
  const hour = 60 * 60 * 1000;
  const moments = calls.flatMap(({ deadline, filesDeletedOn, finalsDue }) => [
    deadline.getTime() - 72 * hour,
    deadline.getTime() - 24 * hour,
    ...(finalsDue ? [7 * 24, 48, 24].map((hours) => finalsDue.getTime() - hours * hour) : []),
    ...(filesDeletedOn
      ? [-14 * 24 * hour, 0].map((shift) => new Date(`${filesDeletedOn}T04:00:00Z`).getTime() + shift)
      : []),
  ]);
  return [...new Set(moments)]
    .filter((at) => at > from.getTime() && at <= to.getTime())
    .sort((a, b) => a - b)
    .map((at) => new Date(at));
}

/** Whether the daily digest, at seven UTC, fell between the two. */
export function digestBetween(from: Date, to: Date): boolean {
  const digests = (at: Date) => Math.floor((at.getTime() / (60 * 60 * 1000) - 7) / 24);
  return digests(to) > digests(from);
}
