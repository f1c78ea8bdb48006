/** Which calls an edition has and in which order: moved, taken out, brought back. Each stands in the call's history. */
import * as v from 'valibot';
import type { Db } from '#app/platform/database.server.ts';
import { operation, read } from '#app/platform/operation.server.ts';
import { organizer } from '#app/platform/policy.ts';
import { invalid } from '#app/platform/refusal.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { lockEdition } from '../editions/queries.server.ts';
import { namesOf } from '../people/standing-queries.server.ts';
import { isBegun } from './begun.server.ts';
import { findOwned, findOwnedCall } from './owned.server.ts';
import { findCalls, insertCallRevision } from './queries.server.ts';
import { endRemoval, insertRemoval, listRemoved, lockCall, writeOrder } from './removal-queries.server.ts';

const named = { slug: v.string(), call: v.string() };

/** One place up or down among the calls; at either end nothing moves. */
export const move = operation({
  name: 'calls.move',
  input: v.object({ ...named, by: v.picklist([-1, 1]) }),
  subject: ({ db }, input) => findOwnedCall(db, input),
  allow: organizer,
  redraws: true,
  run: async ({ db, note }, { editionId, call: { id, key } }, { by }) => {
    await lockEdition(db, editionId);
    const ids = (await findCalls(db, { editionId })).map((call) => call.id);
    const at = ids.indexOf(id);
    const other = ids[at + by];
    if (at < 0 || other === undefined) return;
    ids[at + by] = id;
    ids[at] = other;
    await writeOrder(db, ids);
    note({ editionId, subjectId: id, detail: { call: key, moved: by < 0 ? 'up' : 'down' } });
  },
});

/** Takes a call out of the edition, while nothing was begun in it. It can be brought back as it was. */
export const remove = operation({
  name: 'calls.remove',
  input: v.object({
    ...named,
    reason: v.pipe(
      v.string(),
      v.trim(),
      v.minLength(1, 'Say why, for those who come after you.'),
      v.maxLength(500, 'Keep the reason under 500 characters.'),
    ),
  }),
  subject: ({ db }, input) => findOwnedCall(db, input),
  allow: organizer,
  redraws: true,
  run: async ({ db, viewer, now, note }, { editionId, call }, { reason }) => {
    await lockEdition(db, editionId);
    await lockCall(db, call.id);
    if (await isBegun(db, call.id))
      throw invalid(
        'Somebody has begun or submitted something in this call, so it stays. Close it by its deadline instead.',
      );
    const by = idOf(viewer);
    await insertRemoval(db, { callId: call.id, at: now, by, reason });
    await insertCallRevision(db, {
      callId: call.id,
      body: call.settings,
      at: now,
      by,
      reason: `Removed: ${reason}`,
    });
    note({ editionId, subjectId: call.id, detail: { call: call.key, reason } });
  },
});

/** The calls that were taken out: who did, when and why. */
export const removed = read({
  name: 'calls.removed',
  input: v.object({ slug: v.string() }),
  subject: ({ db }, input) => findOwned(db, input),
  allow: organizer,
  run: async ({ db }, { editionId }) => {
    const rows = await listRemoved(db, editionId);
    const names = await namesOf(
      db,
      rows.map(({ removedBy }) => removedBy),
    );
    return Promise.all(
      rows.map(async ({ id, key, removedAt, removedBy, reason }) => ({
        key,
        title: (await findCalls(db, { id }))[0]!.settings.title,
        at: removedAt,
        by: removedBy === null ? 'Salon' : (names.get(removedBy) ?? 'Somebody'),
        reason,
      })),
    );
  },
});

export const bringBack = operation({
  name: 'calls.bringBack',
  input: v.object(named),
  subject: async ({ db }, input) => {
    const owned = await findOwned(db, input);
    const row = owned && (await listRemoved(db, owned.editionId)).find(({ key }) => key === input.call);
    return owned && row && { ...owned, id: row.id };
  },
  allow: organizer,
  redraws: true,
  run: async ({ db, viewer, now, note }, { editionId, id }) => {
    await lockEdition(db, editionId);
    const [call] = await findCalls(db, { id });
    await bringBackAs(db, {
      callId: id,
      body: call!.settings,
      at: now,
      by: idOf(viewer),
      reason: 'Brought back',
    });
    note({ editionId, subjectId: id, detail: { call: call!.key } });
  },
});

/** Back among the calls, the last of them, with these settings. */
export async function bringBackAs(db: Db, revision: Parameters<typeof insertCallRevision>[1]): Promise<void> {
  const { callId, at, by } = revision;
  await endRemoval(db, { callId, at, by });
  const [call] = await findCalls(db, { id: callId });
  const others = await findCalls(db, { editionId: call!.editionId });
  await writeOrder(db, [...others.map(({ id }) => id).filter((id) => id !== callId), callId]);
  await insertCallRevision(db, revision);
}

const idOf = (viewer: Viewer) => (viewer.kind === 'person' ? viewer.id : null);
