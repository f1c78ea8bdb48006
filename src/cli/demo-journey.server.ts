/**
 * What the demo does when its clock moves: the hours passed over do their work at their own moments, the invented
 * submissions come in step, and what was written after the moment one went back to was never written.
 */
import { deadlineOf } from '#app/features/calls/call.ts';
import { finalCall } from '#app/features/calls/final.ts';
import { findCalls } from '#app/features/calls/queries.server.ts';
import { digestBetween, waypoints } from '#app/features/calls/time-machine.ts';
import { listEditions } from '#app/features/editions/queries.server.ts';
import { turnBack } from '#app/features/submissions/demo-operations.server.ts';
import { turnBack as turnWorksBack } from '#app/features/works/demo-operations.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { systemViewer } from '#app/platform/viewer.ts';
import { arrangeAccepted } from './demo-accepted.server.ts';
import { arrangeSubmissions } from './demo-submissions.server.ts';
import { jobs } from './open.server.ts';

/** From one moment to another; or, without moments, only in step with the clock as it stands. One after the other. */
export function arrange(from?: Date, to?: Date): Promise<void> {
  const done = underway.then(() => (from && to ? journey(from, to) : inStep(resources().clock.now())));
  underway = done.catch(() => undefined);
  return done;
}

let underway: Promise<void> = Promise.resolve();

async function journey(from: Date, to: Date): Promise<void> {
  const { clock } = resources();
  if (to < from) {
    await turnBack({ viewer: systemViewer('demo'), now: to }, {});
    await turnWorksBack({ viewer: systemViewer('demo'), now: to }, {});
  }
  let at = from;
  try {
    for (const moment of [...(await waypointsBetween(from, to)), to]) {
      clock.shiftTo(moment);
      await inStep(moment);
      await runTimedWork(at, moment);
      at = moment;
    }
  } finally {
    clock.shiftTo(to);
  }
}

async function inStep(moment: Date): Promise<void> {
  await arrangeSubmissions(moment);
  await arrangeAccepted(moment);
}

async function waypointsBetween(from: Date, to: Date): Promise<Date[]> {
  const { db } = resources().database;
  const editions = await listEditions(db);
  const calls = await Promise.all(editions.map(({ id }) => findCalls(db, { editionId: id })));
  return waypoints(
    from,
    to,
    calls.flat().map((call) => ({
      deadline: deadlineOf(call),
      filesDeletedOn: call.settings.filesDeletedOn,
      finalsDue: finalDeadline(call),
    })),
  );
}

function finalDeadline(call: Parameters<typeof finalCall>[0]): Date | null {
  const finals = finalCall(call);
  return finals && deadlineOf(finals);
}

async function runTimedWork(from: Date, to: Date): Promise<void> {
  for (const name of ['submissions.remind', 'finishing.remind', 'files.delete'] as const)
    await jobs[name]?.({});
  if (digestBetween(from, to)) await jobs['letters.digest']?.({});
}
