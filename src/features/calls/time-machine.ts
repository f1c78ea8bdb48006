/** The moments at which the demo's clock likes to stop, told of the reference edition. */
export interface Stop {
  key: string;
  title: string;
  at: string;
  what: string;
}

export const stops: Stop[] = [
  {
    key: 'open',
    title: 'The calls are open',
    at: '2024-08-20T16:00:00.000Z',
    what: 'Both calls take submissions; a few are in.',
  },
  {
    key: 'last-day',
    title: 'The last day',
    at: '2024-09-12T17:00:00.000Z',
    what: 'Nineteen hours to go; most are drafts.',
  },
  {
    key: 'last-minutes',
    title: 'Ten minutes to the deadline',
    at: '2024-09-13T11:50:00.000Z',
    what: 'The last ones are being handed in.',
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
    what: 'Both calls are closed and everything is in.',
  },
  {
    key: 'decided',
    title: 'Decisions are out',
    at: '2024-10-09T18:00:00.000Z',
    what: 'The day of the final decisions.',
  },
  {
    key: 'day-one',
    title: 'Day one',
    at: '2024-12-14T16:45:00.000Z',
    what: 'Saturday morning, 8:45 in Vancouver.',
  },
  {
    key: 'archived',
    title: 'Archived',
    at: '2025-04-15T16:00:00.000Z',
    what: 'The files that nobody kept are deleted by now.',
  },
];
