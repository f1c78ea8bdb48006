/** What organizers do with the list: read it, take it along, write to it. */
import * as v from 'valibot';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { namesOf } from '#app/features/people/standing-queries.server.ts';
import { csvOf } from '#app/features/submissions/csv.ts';
import { languageOfLetter } from '#app/features/people/letter-language.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import { queueLetter } from '#app/platform/letters.server.ts';
import { operation, read } from '#app/platform/operation.server.ts';
import { organizer, theSystem } from '#app/platform/policy.ts';
import { randomId } from '#app/platform/random.server.ts';
import { invalid, stale } from '#app/platform/refusal.ts';
import { letterForm } from './forms.ts';
import { daysToConfirm, topicNames, topics, type Interest } from './interest.ts';
import { letters } from './mails.ts';
import { linksOf } from './operations.server.ts';
import { deleteUnconfirmed, insertLetter, insertLink, listConfirmed, listLetters } from './queries.server.ts';

const editionForm = v.object({ edition: v.string() });

export const list = read({
  name: 'interest.list',
  input: editionForm,
  subject: ({ db }, { edition }) => findOwned(db, edition),
  allow: organizer,
  run: async ({ db }, { id }) => {
    const people = await listConfirmed(db, id);
    const letters = await listLetters(db, id);
    const names = await namesOf(
      db,
      letters.map(({ sentBy }) => sentBy),
    );
    return {
      people: people.map(({ email, name, topics: about, confirmedAt }) => ({
        email,
        name,
        topics: about,
        confirmedAt,
      })),
      counts: topicNames.map((topic) => ({ topic, people: among(people, topic).length })),
      letters: letters.map((letter) => ({ ...letter, sentBy: names.get(letter.sentBy ?? '') ?? '' })),
    };
  },
});

export const exportList = read({
  name: 'interest.export',
  input: editionForm,
  subject: ({ db }, { edition }) => findOwned(db, edition),
  allow: organizer,
  run: async ({ db }, { id, slug }) => {
    const rows = (await listConfirmed(db, id)).map(({ email, name, topics: about, confirmedAt }) => [
      email,
      name,
      ...topicNames.map((topic) => (about.includes(topic) ? 'yes' : '')),
      confirmedAt.toISOString(),
    ]);
    const head = ['Address', 'Name', ...topicNames.map((topic) => topics[topic]), 'Confirmed'];
    return { name: `${slug}-interest.csv`, csv: csvOf([head, ...rows]) };
  },
});

/** The letter as it would go out, and to how many; nothing is sent. */
export const lookAtLetter = read({
  name: 'interest.lookAtLetter',
  input: v.omit(letterForm, ['id']),
  subject: ({ db }, { edition }) => findOwned(db, edition),
  allow: organizer,
  run: async ({ db }, { id, slug, about }, { topic, subject, body }) => {
    const people = among(await listConfirmed(db, id), topic).length;
    if (people === 0) throw invalid('Nobody on the list asked for this, so there is nobody to write to.');
    const { leave } = linksOf(slug, '…', 'en');
    return { id: randomId(), people, letter: letters.en.list(about.name, { subject, body, leave }) };
  },
});

/** One letter a person, each with a way out of its own. */
export const write = operation({
  name: 'interest.write',
  input: letterForm,
  subject: ({ db }, { edition }) => findOwned(db, edition),
  allow: organizer,
  run: async ({ db, viewer, now, note }, edition, { id, topic, subject, body }) => {
    const people = among(await listConfirmed(db, edition.id), topic);
    if (people.length === 0)
      throw invalid('Nobody on the list asked for this, so there is nobody to write to.');
    const sent = await insertLetter(db, {
      id,
      editionId: edition.id,
      topic: topic || null,
      subject,
      body,
      people: people.length,
      sentAt: now,
      sentBy: viewer.kind === 'person' ? viewer.id : null,
    });
    if (!sent) throw stale('This letter was sent already.');
    for (const { id: interestId, email, name, language: used } of people) {
      const spoken = await languageOfLetter(db, { address: email, used, editionId: edition.id });
      const { leave } = linksOf(edition.slug, await insertLink(db, interestId, now), spoken);
      await queueLetter(
        db,
        {
          key: `interest letter ${id} ${interestId}`,
          kind: 'announcement',
          to: { address: email, name },
          editionId: edition.id,
          leaveUrl: leave,
          ...letters[spoken].list(edition.about.name, { subject, body, leave }),
        },
        { now },
      );
    }
    note({ editionId: edition.id, subjectId: id, detail: { people: people.length } });
    return { people: people.length };
  },
});

/** Wishes that nobody confirmed. */
export const forget = operation({
  name: 'interest.forget',
  input: v.object({}),
  allow: theSystem,
  run: async ({ db, now, note }) => {
    const before = new Date(now.getTime() - daysToConfirm * 24 * 60 * 60 * 1000);
    const forgotten = await deleteUnconfirmed(db, before);
    note({ detail: { forgotten } });
    return { forgotten };
  },
});

const among = <I extends Pick<Interest, 'topics'>>(people: I[], topic: string): I[] =>
  people.filter(({ topics: about }) => topic === '' || about.some((one) => one === topic));

async function findOwned(db: Db, slug: string) {
  const edition = await findEdition(db, { slug });
  return edition && { ...edition, editionId: edition.id };
}
