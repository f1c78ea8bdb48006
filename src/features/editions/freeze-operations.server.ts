/** Archiving an edition, and opening it again. */
import * as v from 'valibot';
import type { Db } from '#app/platform/database.server.ts';
import { operation, read } from '#app/platform/operation.server.ts';
import { operator, organizer, type Predicate } from '#app/platform/policy.ts';
import { late } from '#app/platform/refusal.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { endFreeze, insertFreeze, isFrozen, listFreezes } from './freeze-queries.server.ts';
import { findEdition, lockEdition } from './queries.server.ts';

const reason = (missing: string) =>
  v.pipe(v.string(), v.trim(), v.nonEmpty(missing), v.maxLength(500, 'Please say it in 500 characters.'));

/** Every time it was archived, newest first; `mayThaw` tells whether the viewer can open it again. */
export const freezes = read({
  name: 'editions.freezes',
  input: v.object({ slug: v.string() }),
  subject: ({ db }, { slug }) => findOwned(db, slug),
  allow: organizer,
  run: async ({ db, viewer }, { id }) => {
    const all = await listFreezes(db, id);
    const mayThaw = operator.test({ viewer, subject: null, input: null, now: new Date(0) });
    return { frozen: all.some(({ endedAt }) => endedAt === null), mayThaw, freezes: all };
  },
});

export const freeze = operation({
  name: 'editions.freeze',
  input: v.object({
    slug: v.string(),
    reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500)), ''),
  }),
  subject: ({ db }, { slug }) => findOwned(db, slug),
  allow: organizer,
  evenFrozen: true,
  run: async ({ db, viewer, now, note }, { id }, { reason }) => {
    await lockEdition(db, id);
    if (await isFrozen(db, id)) throw late('This edition is archived already.');
    await insertFreeze(db, id, { at: now, by: nameOf(viewer), reason });
    note({ editionId: id, subjectId: id, detail: { reason } });
  },
});

/** Not by organizers: an archive that its makers can open unasked proves little. */
export const thaw = operation({
  name: 'editions.thaw',
  input: v.object({ slug: v.string(), reason: reason('Please say why it is opened again.') }),
  subject: ({ db }, { slug }) => findOwned(db, slug),
  allow: operator as Predicate<{ editionId: string }>,
  evenFrozen: true,
  run: async ({ db, viewer, now, note }, { id }, { reason }) => {
    await lockEdition(db, id);
    if (!(await isFrozen(db, id))) throw late('This edition is not archived.');
    await endFreeze(db, id, { at: now, by: nameOf(viewer), reason });
    note({ editionId: id, subjectId: id, detail: { reason } });
  },
});

const nameOf = (viewer: Viewer) => (viewer.kind === 'person' ? viewer.name : 'Salon');

async function findOwned(db: Db, slug: string) {
  const edition = await findEdition(db, { slug });
  return edition && { ...edition, editionId: edition.id };
}
