/** What organizers do with enquiries: read, answer, close, set aside as spam, and take either back. */
import * as v from 'valibot';
import { findEdition, listEditions } from '#app/features/editions/queries.server.ts';
import { namesOf } from '#app/features/people/standing-queries.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import { operation, read, type Context } from '#app/platform/operation.server.ts';
import { organizer, theSystem } from '#app/platform/policy.ts';
import { forgetRates } from '#app/platform/rate.server.ts';
import { stale } from '#app/platform/refusal.ts';
import { keptYears, stateOf, topicWords, type Enquiry, type EnquiryState } from './enquiry.ts';
import { wordsField } from './forms.ts';
import { writeAnswer } from './letters.server.ts';
import {
  deleteQuiet,
  findEnquiry,
  insertEnd,
  insertMessage,
  listEnquiries,
  undoEnd,
} from './queries.server.ts';

const idForm = v.object({ id: v.pipe(v.string(), v.maxLength(64)) });

/** Newest first; what is spam is in no other list. */
export const list = read({
  name: 'enquiries.list',
  input: v.object({
    edition: v.string(),
    state: v.optional(v.picklist(['open', 'answered', 'closed', 'spam']), 'open'),
  }),
  subject: ({ db }, { edition }) => findOwned(db, edition),
  allow: organizer,
  run: async ({ db }, { id }, { state }) => {
    const all = await listEnquiries(db, id);
    const counts = { open: 0, answered: 0, closed: 0, spam: 0 } satisfies Record<EnquiryState, number>;
    for (const one of all) counts[stateOf(one)] += 1;
    return { state, counts, rows: all.filter((one) => stateOf(one) === state).map(rowOf) };
  },
});

export const inspect = read({
  name: 'enquiries.inspect',
  input: idForm,
  subject: ({ db }, { id }) => findEnquiry(db, id),
  allow: organizer,
  run: async ({ db }, enquiry) => {
    const edition = await findEdition(db, { id: enquiry.editionId });
    const end = enquiry.ends.find(({ kind }) => kind === 'spam') ?? enquiry.ends[0];
    const names = await namesOf(db, [end?.endedBy ?? null]);
    const { id, name, email, about, aboutTitle, messages } = enquiry;
    return {
      id,
      /** Its page may have gone since; its title is as it was then. */
      about: about ? { address: `/${edition?.slug ?? ''}/${about}`, title: aboutTitle } : null,
      name,
      email,
      edition: edition?.slug ?? '',
      topic: topicWords(enquiry.topic),
      state: stateOf(enquiry),
      end: end ? { at: end.endedAt, by: names.get(end.endedBy ?? '') ?? '' } : null,
      messages: messages.map(({ byPerson: _person, ...message }) => message),
    };
  },
});

/** `seen` is the last message that was read: an answer to less than all of it is held back. */
export const answer = operation({
  name: 'enquiries.answer',
  input: v.object({
    ...idForm.entries,
    seen: v.pipe(v.string(), v.maxLength(64)),
    words: wordsField,
    close: v.optional(v.boolean(), false),
  }),
  subject: ({ db }, { id }) => findEnquiry(db, id, { lock: true }),
  allow: organizer,
  evenFrozen: true,
  run: async ({ db, viewer, now, note }, enquiry, { id, seen, words, close }) => {
    if (stateOf(enquiry) === 'spam')
      throw stale('This is set aside as spam. Take it back first; then it can be answered.');
    if (enquiry.messages.at(-1)?.id !== seen)
      throw stale('Something was written while you were writing. Read it above, then send your answer.');
    const by = viewer.kind === 'person' ? viewer.name : 'The organizers';
    const written = { enquiryId: id, at: now, byPerson: idOf(viewer), byName: by, byOrganizer: true, words };
    const message = await insertMessage(db, written);
    await writeAnswer(db, enquiry, { message, words, now, by });
    if (close) await insertEnd(db, { enquiryId: id, kind: 'closed', at: now, by: idOf(viewer) });
    note({ editionId: enquiry.editionId, subjectId: id, detail: { message, close } });
    return { message };
  },
});

export const close = ending('enquiries.close', 'closed', insertEnd);
export const reopen = ending('enquiries.reopen', 'closed', undoEnd);
export const markSpam = ending('enquiries.markSpam', 'spam', insertEnd);
export const unmarkSpam = ending('enquiries.unmarkSpam', 'spam', undoEnd);

/**
 * Threads that nobody needs any more: a year after the edition and after their last word. With them the counts of
 * attempts of the day before.
 */
export const forget = operation({
  name: 'enquiries.forget',
  input: v.object({}),
  allow: theSystem,
  run: async ({ db, now, note }) => {
    const before = new Date(now);
    before.setUTCFullYear(before.getUTCFullYear() - keptYears);
    await forgetRates(db, new Date(now.getTime() - 24 * 60 * 60 * 1000));
    let forgotten = 0;
    for (const { id, about } of await listEditions(db))
      if (about.days.at(-1)! < before.toISOString().slice(0, 10))
        forgotten += await deleteQuiet(db, id, before);
    note({ detail: { forgotten } });
    return { forgotten };
  },
});

function ending(name: `enquiries.${string}`, kind: 'closed' | 'spam', act: typeof insertEnd) {
  return operation({
    name,
    input: idForm,
    subject: ({ db }, { id }) => findEnquiry(db, id, { lock: true }),
    allow: organizer,
    evenFrozen: true,
    run: async ({ db, viewer, now, note }, { editionId }, { id }) => {
      await act(db, { enquiryId: id, kind, at: now, by: idOf(viewer) });
      note({ editionId, subjectId: id });
    },
  });
}

function rowOf(enquiry: Enquiry) {
  const { id, name, topic, aboutTitle, messages } = enquiry;
  const answered = messages.findLast(({ byOrganizer }) => byOrganizer);
  const last = messages.at(-1)!;
  return {
    id,
    name,
    topic: topicWords(topic),
    about: aboutTitle,
    at: last.at,
    words: last.words.slice(0, 200),
    answeredBy: answered?.by ?? '',
  };
}

async function findOwned(db: Db, slug: string) {
  const edition = await findEdition(db, { slug });
  return edition && { ...edition, editionId: edition.id };
}

const idOf = (viewer: Context['viewer']) => (viewer.kind === 'person' ? viewer.id : null);
