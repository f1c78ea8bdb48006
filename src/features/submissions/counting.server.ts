/** Counts for the desk. What the asking organizer has a part in is in none of them. */
import * as v from 'valibot';
import { deadlineOf } from '#app/features/calls/call.ts';
import { findCalls } from '#app/features/calls/queries.server.ts';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { read } from '#app/platform/operation.server.ts';
import { chartOf, dayIn } from './day-charts.ts';
import { line } from './forms.ts';
import { countPerDay } from './list-queries.server.ts';
import { list, readerOf } from './listing.server.ts';
import { listOrganizers } from './policy.ts';

/** For each call: what was begun and what was received on each day, as charts with the deadlines marked. */
export const days = read({
  name: 'submissions.days',
  input: v.object({ edition: line(100) }),
  subject: ({ db }, { edition }) => findEdition(db, { slug: edition }),
  allow: listOrganizers,
  run: async ({ db, viewer, now }, { id, about: { zone } }) => {
    const calls = await findCalls(db, { editionId: id });
    const counts = await countPerDay(db, { editionId: id, zone, reader: readerOf(viewer) });
    return calls.map((call) => {
      const own = counts.filter(({ callId }) => callId === call.id);
      // The deadline is the end of a minute: its day is the day of the instant before.
      const closes = new Date(deadlineOf(call).getTime() - 1);
      const marks = [{ day: dayIn(closes, zone), label: 'deadline' }];
      const charts = [
        { caption: 'Received for the first time', ...chartOf(own, 'submitted', dayIn(now, zone), marks) },
        { caption: 'Begun', ...chartOf(own, 'begun', dayIn(now, zone), marks) },
      ];
      return { key: call.key, title: call.settings.title, charts };
    });
  },
});

/** What waits for an organizer: how many submissions, and where in the table they stand. */
export const needsOrganizer = read({
  name: 'submissions.needsOrganizer',
  input: v.object({ edition: line(100) }),
  subject: ({ db }, { edition }) => findEdition(db, { slug: edition }),
  allow: listOrganizers,
  run: async ({ viewer, now }, { id }) => {
    const { rows } = await list({ viewer, now }, { editionId: id, waiting: true, all: true });
    return {
      issues: rows.filter(({ issues, declined }) => issues > 0 && !declined).length,
      messages: rows.filter(({ waits }) => waits).length,
      objections: rows.filter(({ objections }) => objections > 0).length,
    };
  },
});
