/** The demo's time machine: the clock that all rules ask, moved by hand. It is refused everywhere else. */
import * as v from 'valibot';
import { findEdition, listEditions } from '#app/features/editions/queries.server.ts';
import { writeInstallation } from '#app/platform/installation.server.ts';
import { operation, read } from '#app/platform/operation.server.ts';
import { predicate } from '#app/platform/policy.ts';
import { missing } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { phaseOf } from './call.ts';
import { findCalls } from './queries.server.ts';
import { forPublic } from './views.ts';

const inTheDemo = predicate<unknown>('anyone, in the demo only', () => resources().settings.demo);

/** What the clock shows and what that means for each call. */
export const look = read({
  name: 'clock.look',
  input: v.object({}),
  subject: async () => resources().settings,
  allow: inTheDemo,
  run: async ({ db, now }) => {
    const [edition] = await listEditions(db);
    if (!edition) throw missing();
    const calls = await findCalls(db, { editionId: edition.id });
    return {
      now: now.toISOString(),
      zone: edition.about.zone,
      slug: edition.slug,
      shifted: resources().clock.shift !== 0,
      calls: calls.map((call) => ({ ...forPublic(call, now), exactly: phaseOf(call, now) })),
    };
  },
});

/** Moves the clock; says what opened and what closed on the way. `null` returns to the present. */
export const set = operation({
  name: 'clock.set',
  input: v.object({
    slug: v.string(),
    moment: v.nullable(
      v.pipe(
        v.date('Write a moment, such as 2024-09-13T11:50.'),
        v.check((at) => !Number.isNaN(at.getTime()), 'Write a moment, such as 2024-09-13T11:50.'),
        v.minValue(new Date('2020-01-01'), 'The clock goes back to 2020 at most.'),
        v.maxValue(new Date('2040-01-01'), 'The clock goes on to 2040 at most.'),
      ),
    ),
  }),
  subject: ({ db }, { slug }) => findEdition(db, { slug }),
  allow: inTheDemo,
  run: async ({ db, now, note }, edition, { moment }) => {
    const { clock } = resources();
    const calls = await findCalls(db, { editionId: edition.id });
    clock.shiftTo(moment);
    const then = clock.now();
    await writeInstallation(db, 'clock', { shift: clock.shift }, then);
    note({ editionId: edition.id, detail: { from: now.toISOString(), to: then.toISOString() } });
    return {
      now: then.toISOString(),
      changes: calls
        .map((call) => ({
          title: call.settings.title,
          before: phaseOf(call, now),
          after: phaseOf(call, then),
        }))
        .filter(({ before, after }) => before !== after),
    };
  },
});
