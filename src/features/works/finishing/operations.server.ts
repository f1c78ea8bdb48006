/** What is left to do: asked by its people, reminded of by Salon as the deadline comes near, and by organizers. */
import * as v from 'valibot';
import { isFrozen } from '#app/features/editions/freeze-queries.server.ts';
import { findEdition, listEditions } from '#app/features/editions/queries.server.ts';
import { idForm, line } from '#app/features/submissions/forms.ts';
import { itsAuthorsOrOrganizers } from '#app/features/submissions/policy.ts';
import { findCase } from '#app/features/submissions/queries.server.ts';
import { operation, read } from '#app/platform/operation.server.ts';
import { theSystem } from '#app/platform/policy.ts';
import { countRate } from '#app/platform/rate.server.ts';
import { organizersApart } from '../policy.ts';
import { reach } from '../reach.server.ts';
import { listFinishing } from './finding.server.ts';
import { forPerson, markAt, type FinishingView } from './finishing.ts';
import { writeAbout } from './letters.server.ts';

/** Null where it is not accepted. */
export const open = read({
  name: 'finishing.open',
  input: idForm,
  subject: ({ db }, { id }) => findCase(db, id),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, viewer, now }, { id, editionId }): Promise<FinishingView | null> => {
    const [found] = await listFinishing(db, { editionId, ids: [id] }, now);
    return found ? forPerson(found, viewer.kind === 'person' ? viewer.id : null) : null;
  },
});

/** Each person once for each mark, and only about what is theirs to do; a deadline that moved is a new one. */
export const remind = operation({
  name: 'finishing.remind',
  input: v.object({}),
  allow: theSystem,
  run: async ({ db, now, note }) => {
    let letters = 0;
    for (const { id: editionId } of await listEditions(db)) {
      // What is archived stays as it is, done or not.
      if (await isFrozen(db, editionId)) continue;
      for (const one of await listFinishing(db, { editionId }, now)) {
        const mark = markAt(one, now);
        if (mark === null) continue;
        const key = `final reminder ${one.id} ${one.due!.toISOString()} ${mark / 3_600_000}`;
        letters += await writeAbout(db, one, now, {
          kind: 'reminder',
          key,
          write: 'reminder',
          owing: true,
        });
      }
    }
    note({ detail: { letters } });
    return { letters };
  },
});

/** The organizers' press: those who still owe something, each about their own. */
export const remindNow = operation({
  name: 'finishing.remindNow',
  input: v.object({
    edition: line(100),
    ids: v.pipe(v.array(line(64)), v.minLength(1, 'Tick whom to remind first.'), v.maxLength(10_000)),
  }),
  subject: ({ db }, { edition }) => findEdition(db, { slug: edition }),
  allow: organizersApart,
  run: async (scope, { id: editionId }, { ids }) => {
    const { db, now, note } = scope;
    await reach(scope, editionId, ids);
    let letters = 0;
    for (const one of await listFinishing(db, { editionId, ids }, now)) {
      // Its people shall not drown in them.
      await countRate(db, { name: `finishing.remind ${one.id}`, most: 3, minutes: 24 * 60, now });
      const key = `final nudge ${one.id} ${now.toISOString()}`;
      letters += await writeAbout(db, one, now, { kind: 'message', key, write: 'reminder', owing: true });
    }
    note({ editionId, detail: { reminded: ids, letters } });
    return { letters };
  },
});
