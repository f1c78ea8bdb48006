/** The demo's time machine: the clock that all rules ask, moved by hand. It is refused everywhere else. */
import * as v from 'valibot';
import { listEditions } from '#app/features/editions/queries.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import { writeInstallation } from '#app/platform/installation.server.ts';
import { operation, read, type Context } from '#app/platform/operation.server.ts';
import { anyone, predicate } from '#app/platform/policy.ts';
import { missing } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { phaseOf } from './call.ts';
import { findCalls } from './queries.server.ts';
import { forPublic } from './views.ts';

const inTheDemo = predicate<unknown>('anyone, in the demo only', () => resources().settings.demo);

/** Where the demo's clock stands, for the bar on every page; nothing anywhere else. */
export const bar = read({
  name: 'clock.bar',
  input: v.object({}),
  allow: anyone,
  run: async ({ now }) => (resources().settings.demo ? { now: now.toISOString() } : null),
});

/** What the clock shows and what that means for each call. */
export const look = read({
  name: 'clock.look',
  input: v.object({}),
  subject: async () => resources().settings,
  allow: inTheDemo,
  run: async ({ db, now }) => {
    const [edition] = await listEditions(db);
    if (!edition) throw missing();
    return {
      now: now.toISOString(),
      zone: edition.about.zone,
      slug: edition.slug,
      calls: (await everyCall(db)).map(({ call, title }) => ({
        ...forPublic(call, now),
        id: call.id,
        title,
        exactly: phaseOf(call, now),
      })),
    };
  },
});

/** Moves the clock; says what opened and what closed on the way. `null` returns to the present. */
export const set = operation({
  name: 'clock.set',
  input: v.object({
    moment: v.nullable(
      v.pipe(
        v.date('Write a moment, such as 2024-09-13T11:50.'),
        v.check((at) => !Number.isNaN(at.getTime()), 'Write a moment, such as 2024-09-13T11:50.'),
        v.minValue(new Date('2020-01-01'), 'The clock goes back to 2020 at most.'),
        v.maxValue(new Date('2040-01-01'), 'The clock goes on to 2040 at most.'),
      ),
    ),
  }),
  subject: async () => resources().settings,
  allow: inTheDemo,
  run: async ({ db, now, note }, _subject, { moment }) => {
    const { clock } = resources();
    clock.shiftTo(moment);
    const then = clock.now();
    await writeInstallation(db, 'clock', { shift: clock.shift }, then);
    note({ detail: { from: now.toISOString(), to: then.toISOString() } });
    return {
      from: now,
      to: then,
      changes: (await everyCall(db))
        .map(({ call, title }) => ({ title, before: phaseOf(call, now), after: phaseOf(call, then) }))
        .filter(({ before, after }) => before !== after),
    };
  },
});

/**
 * The whole journey: the clock is set, and what the example holds and what the hours passed over would have done
 * comes in step with it. One journey after the other, however fast somebody presses.
 */
export function travel(context: Context, input: Parameters<typeof set>[1]): ReturnType<typeof set> {
  const journey = underway.then(async () => {
    const { clock, arrange } = resources();
    const now = clock.now();
    const done = await set({ ...context, now }, input);
    await arrange?.(done.from, done.to);
    return done;
  });
  underway = journey.catch(() => undefined);
  return journey;
}

let underway: Promise<unknown> = Promise.resolve();

/** Of all editions, as visitors of the demo may have made more; a call of one among several is told with its edition. */
async function everyCall(db: Db) {
  const editions = await listEditions(db);
  const found = await Promise.all(
    editions.map(async ({ id, about }) => ({ about, calls: await findCalls(db, { editionId: id }) })),
  );
  return found.flatMap(({ about, calls }) =>
    calls.map((call) => ({
      call,
      title: editions.length > 1 ? `${call.settings.title}, ${about.name}` : call.settings.title,
    })),
  );
}
