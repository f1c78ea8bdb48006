/** Overlooking a finding in a whole call, once and with a reason, and taking that back. */
import * as v from 'valibot';
import type { Db } from '#app/platform/database.server.ts';
import { operation, read } from '#app/platform/operation.server.ts';
import { organizer } from '#app/platform/policy.ts';
import { randomId } from '#app/platform/random.server.ts';
import { denied, invalid } from '#app/platform/refusal.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { lockEdition } from '../editions/queries.server.ts';
import { namesOf } from '../people/standing-queries.server.ts';
import { findOwnedCall } from './owned.server.ts';
import { partIn } from './part.server.ts';
import { findCalls } from './queries.server.ts';
import { insertWaiver, insertWaiverEnd } from './waiver-queries.server.ts';
import { isWaivable, sayWaived, waiverFor, waiversInForce, waivableIn } from './waiver.ts';

const named = { slug: v.string(), call: v.string() };
const reason = (missing: string) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, missing),
    v.maxLength(1_000, 'Keep the reason under 1,000 characters.'),
  );

export const waive = operation({
  name: 'calls.waive',
  input: v.object({
    ...named,
    code: v.pipe(v.string(), v.maxLength(100)),
    reason: reason('Say why; everybody whom it concerns reads this, and so do those who come after you.'),
  }),
  subject: ({ db }, input) => findOwnedCall(db, input),
  allow: organizer,
  run: async ({ db, viewer, now, note }, { editionId, call: { id, key } }, { code, reason }) => {
    await lockEdition(db, editionId);
    await demandNoPart(db, { callId: id, viewer });
    const [call] = await findCalls(db, { id });
    if (!isWaivable(code) || !waivableIn(call!.settings.kind).some((one) => one.code === code))
      throw invalid('This cannot be overlooked for a whole call.', {
        code: 'Choose something from the list.',
      });
    if (waiverFor({ code }, waiversInForce(call!.waivers)))
      throw invalid('This is waived for the whole call already.', {
        code: 'It is waived already; take that back first, if the reason has changed.',
      });
    const waiver = randomId();
    await insertWaiver(db, { id: waiver, callId: id, code, reason, at: now, by: idOf(viewer) });
    note({ editionId, subjectId: id, detail: { call: key, waiver, code, reason } });
    return { waiver };
  },
});

/** From now on the finding counts again. What was received while it was waived stands as it was received. */
export const endWaiver = operation({
  name: 'calls.endWaiver',
  input: v.object({
    ...named,
    waiver: v.pipe(v.string(), v.maxLength(64)),
    reason: reason('Say why, for those who come after you.'),
  }),
  subject: async ({ db }, input) => {
    const owned = await findOwnedCall(db, input);
    return owned?.call.waivers.some(({ id }) => id === input.waiver) ? owned : null;
  },
  allow: organizer,
  run: async ({ db, viewer, now, note }, { editionId, call: { id, key } }, { waiver, reason }) => {
    await lockEdition(db, editionId);
    await demandNoPart(db, { callId: id, viewer });
    const [call] = await findCalls(db, { id });
    const { code, ended } = call!.waivers.find((one) => one.id === waiver)!;
    if (ended) throw invalid('This was taken back already.');
    await insertWaiverEnd(db, { waiverId: waiver, reason, at: now, by: idOf(viewer) });
    note({ editionId, subjectId: id, detail: { call: key, waiver, code, reason } });
  },
});

/** What is overlooked in a call, what was and no longer is, and what could be. */
export const waivers = read({
  name: 'calls.waivers',
  input: v.object(named),
  subject: ({ db }, input) => findOwnedCall(db, input),
  allow: organizer,
  run: async ({ db, viewer }, { call }) => {
    const names = await namesOf(
      db,
      call.waivers.flatMap(({ by, ended }) => [by, ended?.by ?? null]),
    );
    const nameOf = (person: string | null) =>
      person === null ? 'Salon' : (names.get(person) ?? 'Somebody whose account is gone');
    const said = call.waivers.map(({ id, code, reason, at, by, ended }) => ({
      id,
      code,
      says: sayWaived(code),
      reason,
      at,
      by: nameOf(by),
      ended: ended && { ...ended, by: nameOf(ended.by) },
    }));
    return {
      callTitle: call.settings.title,
      inForce: said.filter(({ ended }) => !ended),
      ended: said.filter(({ ended }) => ended).toReversed(),
      choices: waivableIn(call.settings.kind).filter((one) => !waiverFor(one, waiversInForce(call.waivers))),
      /** The reader has something of their own in the call, so somebody else decides. */
      ofOwn: (await partIn(db, { callId: call.id, viewer })) === 'own',
    };
  },
});

/** Conflict beats role: a rule that falls for everybody falls for one's own, too. */
async function demandNoPart(db: Db, asked: { callId: string; viewer: Viewer }): Promise<void> {
  if (await partIn(db, asked))
    throw denied(
      'You have a part in something handed in to this call, so you cannot decide this for all of it. Another organizer can.',
    );
}

const idOf = (viewer: Viewer) => (viewer.kind === 'person' ? viewer.id : null);
