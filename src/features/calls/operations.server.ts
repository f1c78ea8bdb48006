import * as v from 'valibot';
import { languageOfLetter } from '#app/features/people/letter-language.server.ts';
import { operation, read } from '#app/platform/operation.server.ts';
import { anyone, organizer } from '#app/platform/policy.ts';
import { queueLetter } from '#app/platform/letters.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { invalid, stale } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { findEdition, lockEdition } from '../editions/queries.server.ts';
import { deadlineAsSet, deadlineOf, type Call } from './call.ts';
import { checkCall, checkChange } from './check.ts';
import { sayAsSet, sayDeadlineIn } from './dates.ts';
import { endOf, isZone } from './deadline.ts';
import { draftHolders } from './extended.server.ts';
import { inRound, rounds, type Round } from './final.ts';
import type { Spoken } from '#app/ui/language.ts';
import { extensionLetters } from './mails.ts';
import { findOwned, findOwnedCall } from './owned.server.ts';
import { findCalls, insertCall, insertCallRevision, insertExtension } from './queries.server.ts';
import { listRemoved } from './removal-queries.server.ts';
import { momentSchema, type Moment } from './settings.ts';
import { forOrganizer, forPublic } from './views.ts';

export { desks } from './desks.server.ts';
export { ofCall, ofSection } from './history.server.ts';
export { bringBack, move, remove, removed } from './order-operations.server.ts';
export { overview } from './overview.server.ts';
export { draft, goLive, sayStep } from './set-up.server.ts';
export { endWaiver, waive, waivers } from './waiver-operations.server.ts';

const slug = v.string();
const reasonLine = v.pipe(v.string(), v.trim(), v.maxLength(500, 'Keep the reason under 500 characters.'));
const roundForm = v.optional(v.picklist(rounds), 'submission');
const attention = 'Something in the form needs your attention.';

/** One call as anybody may read it. */
export const find = read({
  name: 'calls.find',
  input: v.object({ slug, call: v.string() }),
  subject: ({ db }, input) => findOwnedCall(db, input),
  allow: anyone,
  run: async ({ now }, { call }) => forPublic(call, now),
});

/** The calls of an edition as anybody may read them, in the organizers' order. */
export const list = read({
  name: 'calls.list',
  input: v.object({ slug }),
  subject: ({ db }, input) => findEdition(db, input),
  allow: anyone,
  run: async ({ db, now }, { id }) =>
    (await findCalls(db, { editionId: id })).map((call) => forPublic(call, now)),
});

/** The calls whole, grace and revision included. */
export const settings = read({
  name: 'calls.settings',
  input: v.object({ slug }),
  subject: ({ db }, input) => findOwned(db, input),
  allow: organizer,
  run: async ({ db, now }, { editionId }) =>
    (await findCalls(db, { editionId })).map((call) => forOrganizer(call, now)),
});

/** A call's settings, whole, on top of the revision that was read. */
export const change = operation({
  name: 'calls.change',
  input: v.object({
    slug,
    call: v.string(),
    body: v.unknown(),
    revision: v.number(),
    reason: v.optional(reasonLine, ''),
  }),
  subject: ({ db }, input) => findOwnedCall(db, input),
  allow: organizer,
  redraws: true,
  run: async ({ db, viewer, now, note }, { call: { id }, editionId }, { body, revision, reason }) => {
    await lockEdition(db, editionId);
    const [call] = await findCalls(db, { id });
    const checked = checkCall(body);
    if (checked.problems) throw invalid(attention, checked.problems);
    const problems = checkChange(call!, checked.value, now);
    if (Object.keys(problems).length > 0) throw invalid(attention, problems);
    if (call!.revision !== revision) {
      throw stale(
        'Somebody else changed this since you opened it. Nothing of yours is lost: compare, then save again.',
      );
    }
    const by = viewer.kind === 'person' ? viewer.id : null;
    const made = await insertCallRevision(db, { callId: id, body: checked.value, at: now, by, reason });
    note({ editionId, subjectId: id, detail: { call: call!.key, revision: made, reason } });
    return { revision: made };
  },
});

/** Another call, whole, after those that are there. */
export const add = operation({
  name: 'calls.add',
  input: v.object({ slug, body: v.unknown() }),
  subject: ({ db }, input) => findOwned(db, input),
  allow: organizer,
  redraws: true,
  run: async ({ db, viewer, now, note }, { editionId }, { body }) => {
    await lockEdition(db, editionId);
    const checked = checkCall(body);
    if (checked.problems) throw invalid(attention, checked.problems);
    const { key } = checked.value;
    const others = await findCalls(db, { editionId });
    if (others.some((call) => call.key === key))
      throw invalid(attention, { key: 'Another call of this edition has this address.' });
    if ((await listRemoved(db, editionId)).some((call) => call.key === key))
      throw invalid(attention, {
        key: 'A call that was removed has this address. Bring it back, or choose another address.',
      });
    const id = randomId();
    const by = viewer.kind === 'person' ? viewer.id : null;
    await insertCall(db, { id, editionId, key, position: others.length });
    await insertCallRevision(db, { callId: id, body: checked.value, at: now, by, reason: '' });
    note({ editionId, subjectId: id, detail: { call: key } });
    return { id, key };
  },
});

/** What an extension would change and how many would get mail; who has drafts stays their own affair. */
export const previewExtension = read({
  name: 'calls.previewExtension',
  input: v.object({ slug, call: v.string(), to: momentSchema, reason: reasonLine, round: roundForm }),
  subject: ({ db }, input) => findOwnedCall(db, input),
  allow: organizer,
  run: async ({ db, now }, { call: whole, edition }, { to, reason, round }) => {
    const call = demandRound(whole, round);
    checkLater(deadlineOf(call), deadlineAsSet(call), to, now);
    return {
      letter: letterOf(edition, { call, round, to, reason: reason || '(your reason)' }),
      receivers: (await draftHolders(db, call.id, round)).length,
      was: sayAsSet(deadlineAsSet(call)),
      words: sayAsSet(to),
    };
  },
});

/** One act with a reason: later only. It changes every page, tells those with drafts, and stays in the history. */
export const extend = operation({
  name: 'calls.extend',
  input: v.object({
    slug,
    call: v.string(),
    to: momentSchema,
    reason: v.pipe(reasonLine, v.minLength(1, 'Give a reason; it stands beside the new date.')),
    /** The deadline that was read, as an instant; another one by now refuses. */
    from: v.optional(v.string()),
    round: roundForm,
  }),
  subject: ({ db }, input) => findOwnedCall(db, input),
  allow: organizer,
  redraws: true,
  run: async (
    { db, viewer, now, note },
    { call: { id }, edition, editionId },
    { to, reason, from, round },
  ) => {
    await lockEdition(db, editionId);
    const call = demandRound((await findCalls(db, { id }))[0]!, round);
    const [before, was] = [deadlineOf(call), deadlineAsSet(call)];
    if (from && from !== before.toISOString())
      throw stale(`Somebody else has just extended this call, to ${sayAsSet(was)}.`);
    checkLater(before, was, to, now);
    const extensionId = randomId();
    const by = viewer.kind === 'person' ? viewer.id : null;
    const deadline = endOf(to);
    const row = { id: extensionId, callId: id, deadline, asSet: to, reason, at: now, by, round };
    await insertExtension(db, row);
    const told = await draftHolders(db, id, round);
    for (const { address, name, personId } of told) {
      const key = `extension ${extensionId} ${address.toLowerCase()}`;
      const language = await languageOfLetter(db, { personId, address, editionId });
      const letter = letterOf(edition, { call, round, to, reason }, language);
      await queueLetter(
        db,
        { key, kind: 'extension', to: { address, name, personId }, editionId, ...letter },
        { now },
      );
    }
    note({
      editionId,
      subjectId: id,
      detail: { call: call.key, round, was: sayAsSet(was), to: sayAsSet(to), reason, told: told.length },
    });
    return { deadline, told: told.length };
  },
});

type FoundEdition = NonNullable<Awaited<ReturnType<typeof findEdition>>>;

function checkLater(before: Date, was: Moment, to: Moment, now: Date) {
  if (!isZone(to.zone))
    throw invalid(attention, { 'to.zone': 'This zone is not known. Choose one, or AoE.' });
  if (endOf(to) <= before)
    throw invalid(attention, { 'to.date': `An extension is later than the deadline now, ${sayAsSet(was)}.` });
  if (endOf(to) <= now) throw invalid(attention, { 'to.date': 'This moment has already passed.' });
}

/** The call whose deadline is meant. */
function demandRound(call: Call, round: Round): Call {
  const found = inRound(call, round);
  if (round === 'final' && found === call)
    throw invalid('This call asks for no final versions, so they have no deadline.');
  return found;
}

function letterOf(
  edition: FoundEdition,
  { call, round, to, reason }: { call: Call; round: Round; to: Moment; reason: string },
  language: Spoken = 'en',
) {
  return extensionLetters[language]({
    callTitle: call.settings.title,
    round,
    editionName: edition.about.name,
    was: sayAsSet(deadlineAsSet(call), language),
    words: sayAsSet(to, language),
    utc: sayDeadlineIn(endOf(to), 'UTC', language),
    reason,
    link: `${resources().settings.url}/my`,
  });
}
