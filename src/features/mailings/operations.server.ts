/** The post room: sending what is queued, the log, the demo's inbox, and what each person wants to get when. */
import * as v from 'valibot';
import { isLetterKind, letterKinds } from '#app/platform/letter.ts';
import {
  findLetter,
  findPreferences,
  forgetOldLinks,
  listDigests,
  listInbox,
  listLetters,
  listReceivers,
  markSent,
  requeueLetter,
  setPreference,
} from '#app/platform/letter-queries.server.ts';
import { queueLetter } from '#app/platform/letters.server.ts';
import { sendLetter } from '#app/platform/mail.server.ts';
import { listEditions } from '#app/features/editions/queries.server.ts';
import { findParts } from '#app/features/submissions/list-queries.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import { operation, read } from '#app/platform/operation.server.ts';
import { any, operator, organizer, signedIn, theSystem } from '#app/platform/policy.ts';
import { stale } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { digestLetter } from './mails.ts';
import { anyoneInTheDemo } from './policy.ts';
import { languageOfLetter } from '#app/features/people/letter-language.server.ts';
import { preferencesFor } from './preferences.ts';

/** One attempt at one letter. Running it again after it was accepted does nothing. */
export const send = operation({
  name: 'letters.send',
  input: v.object({ id: v.string() }),
  allow: theSystem,
  run: async ({ db, now, note }, _subject, { id }) => {
    const outcome = await sendLetter(db, { id, now });
    note({ subjectId: id, detail: { outcome } });
    return outcome;
  },
});

/** Gathers what waits for the daily digest into one letter a person; says how many people get one. */
export const digest = operation({
  name: 'letters.digest',
  input: v.object({}),
  allow: theSystem,
  run: async ({ db, now, note }) => {
    const waiting = Map.groupBy(await listDigests(db), ({ personId }) => personId!);
    for (const [personId, letters] of waiting) {
      const { toAddress: address, toName: name } = letters.at(-1)!;
      const language = await languageOfLetter(db, { personId });
      await queueLetter(
        db,
        {
          key: `digest ${letters[0]!.id}`,
          kind: 'digest',
          to: { address, name, personId },
          ...digestLetter(letters, `${resources().settings.url}/account/letters`, language),
        },
        { now },
      );
      await markSent(db, { ids: letters.map(({ id }) => id), now });
    }
    await forgetOldLinks(db, now);
    note({ detail: { people: waiting.size } });
    return waiting.size;
  },
});

const logInput = {
  only: v.optional(v.picklist(['all', 'failed']), 'all'),
  page: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
};
const size = 100;

/** What went out for an edition and how it went; never what it said. */
export const logOfEdition = read({
  name: 'letters.logOfEdition',
  input: v.object({ editionId: v.string(), ...logInput }),
  subject: async (_scope, { editionId }) => ({ editionId }),
  allow: organizer,
  run: async ({ db, viewer }, { editionId }, { only, page }) =>
    listLetters(db, { editionId, only, page, size, apartFrom: await partsOf(db, viewer, [editionId]) }),
});

/** The same for the whole installation: what went wrong here is for whoever runs it to mend. */
export const log = read({
  name: 'letters.log',
  input: v.object(logInput),
  // A subject, so that everybody else is answered as if there were no such page.
  subject: async () => ({}),
  allow: operator,
  run: async ({ db, viewer }, _subject, { only, page }) => {
    const slugs = new Map((await listEditions(db)).map(({ id, slug }) => [id, slug]));
    const apartFrom = await partsOf(db, viewer, [...slugs.keys()]);
    const { letters, ...place } = await listLetters(db, { editionId: null, only, page, size, apartFrom });
    return {
      ...place,
      letters: letters.map((letter) => ({ ...letter, edition: slugs.get(letter.editionId ?? '') ?? null })),
    };
  },
});

export const resend = operation({
  name: 'letters.resend',
  input: v.object({ id: v.string() }),
  subject: async ({ db, viewer }, { id }) => {
    const letter = await findLetter(db, id);
    if (!letter) return null;
    const apartFrom = await partsOf(db, viewer, letter.editionId ? [letter.editionId] : []);
    const theirs =
      apartFrom.ids.includes(letter.aboutId ?? '') ||
      apartFrom.addresses.includes(letter.toAddress.toLowerCase());
    return theirs ? null : letter;
  },
  allow: any<{ editionId: string }, unknown>(organizer, operator),
  evenFrozen: true,
  run: async ({ db, note }, letter) => {
    if (letter.heldAt) throw stale('This letter is held. Release it where it was written.');
    if (letter.kind === 'sign-in' && letter.sentAt)
      throw stale('A link is sent once. Whoever needs one asks for a new one on the sign-in page.');
    await requeueLetter(db, letter.id);
    note({ editionId: letter.editionId || null, subjectId: letter.id });
  },
});

/**
 * Every letter of the demo, readable by everybody: it has no mail server, and nobody real in it. The words come
 * with the letter that is open, and with all of them where only one person's are asked for.
 */
export const inbox = read({
  name: 'letters.inbox',
  input: v.object({
    address: v.optional(v.nullable(v.string()), null),
    words: v.optional(v.pipe(v.string(), v.trim()), ''),
    page: v.optional(v.number(), 1),
    open: v.optional(v.nullable(v.string()), null),
  }),
  subject: async () => (resources().settings.demo ? {} : null),
  allow: anyoneInTheDemo,
  run: async ({ db }, _subject, { address, words, page, open }) => {
    const { letters, ...place } = await listInbox(db, { address, words, page, size: 50 });
    const first = letters.some(({ id }) => id === open) ? open : letters[0]?.id;
    return {
      ...place,
      letters: letters.map((letter) => ({
        ...letter,
        body: address !== null || letter.id === first ? letter.body : null,
      })),
      receivers: await listReceivers(db),
      url: resources().settings.url,
    };
  },
});

/** The kinds one may choose about, each as now chosen. */
export const preferences = read({
  name: 'letters.preferences',
  input: v.object({}),
  allow: signedIn,
  run: async ({ db, viewer }) =>
    preferencesFor(viewer.kind === 'person' ? await findPreferences(db, viewer.id) : []),
});

/** Sets some kinds to now, daily digest or off, from the next letter on. */
export const choose = operation({
  name: 'letters.choose',
  input: v.object({
    choices: v.record(
      v.pipe(
        v.string(),
        v.check((kind) => isLetterKind(kind) && !letterKinds[kind].essential, 'There is no such choice.'),
      ),
      v.picklist(['now', 'digest', 'off'], 'Choose now, once a day, or off.'),
    ),
  }),
  allow: signedIn,
  run: async ({ db, viewer, now }, _subject, { choices }) => {
    if (viewer.kind !== 'person') return;
    for (const [kind, delivery] of Object.entries(choices))
      if (isLetterKind(kind)) await setPreference(db, { personId: viewer.id, kind, delivery, now });
  },
});

/** What the reader has a part in; letters about it, or to those in it, are not theirs to look after. */
async function partsOf(db: Db, viewer: Viewer, editionIds: string[]) {
  if (viewer.kind !== 'person') return { ids: [], addresses: [] };
  const parts = await Promise.all(editionIds.map((id) => findParts(db, viewer, id)));
  return { ids: parts.flatMap(({ ids }) => ids), addresses: parts.flatMap(({ addresses }) => addresses) };
}
