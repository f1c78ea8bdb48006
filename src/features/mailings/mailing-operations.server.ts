/**
 * Letters from the organizers to many. Written ones are held until somebody sends them; until then they can be
 * changed and cancelled. Who reads or sends one reaches only the submissions they may see: a letter about nothing
 * but submissions they have a part in is not there for them.
 */
import { sql } from 'kysely';
import * as v from 'valibot';
import { findCalls } from '#app/features/calls/queries.server.ts';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { namesOf } from '#app/features/people/standing-queries.server.ts';
import { list, listForm } from '#app/features/submissions/operations.server.ts';
import { listOrganizers } from '#app/features/submissions/policy.ts';
import { findSubmissions } from '#app/features/submissions/queries.server.ts';
import type { Db } from '#app/platform/database.server.ts';
import { queueLetter } from '#app/platform/letters.server.ts';
import { operation, read, type Context } from '#app/platform/operation.server.ts';
import { organizer } from '#app/platform/policy.ts';
import { randomId } from '#app/platform/random.server.ts';
import { invalid, stale } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import {
  findMailing,
  insertMailing,
  listMailings,
  updateMailing,
  type Mailing,
} from './mailing-queries.server.ts';
import { letterTo, recipientsOf, withoutAddress, type Place } from './recipients.ts';
import { unknownIn } from './template.ts';

const known = v.check(
  (text: string) => unknownIn(text).length === 0,
  ({ input }) =>
    `There is no such placeholder: ${unknownIn(input).join(', ')}. The list beside the letter says which there are.`,
);
const wording = {
  subject: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, 'Give the letter a subject.'),
    v.maxLength(300, 'Keep the subject under 300 characters.'),
    known,
  ),
  body: v.pipe(
    v.string(),
    v.transform((text) => text.replace(/\r\n?/g, '\n').replaceAll('\0', '').trim()),
    v.minLength(1, 'Write the letter.'),
    v.maxLength(20_000, 'Keep the letter under 20,000 characters.'),
    known,
  ),
};
const idForm = { id: v.pipe(v.string(), v.maxLength(64)) };

/** Whom a letter to this selection would reach, before it is written. */
export const audience = read({
  name: 'mailings.audience',
  input: listForm,
  subject: ({ db }, { edition }) => findEdition(db, { slug: edition }),
  allow: listOrganizers,
  run: async ({ db, viewer, now }, _edition, wanted) => {
    const { rows } = await list({ viewer, now }, { ...wanted, all: true });
    const submissions = await findSubmissions(db, among(rows.map(({ id }) => id)));
    const people = recipientsOf(submissions).length;
    return { submissions: rows.length, people, withoutAddress: withoutAddress(submissions) };
  },
});

/** Writes the letter and holds it: nothing is sent yet. */
export const write = operation({
  name: 'mailings.write',
  input: v.object({ ...listForm.entries, ...wording }),
  subject: ({ db }, { edition }) => findEdition(db, { slug: edition }),
  allow: listOrganizers,
  run: async ({ db, viewer, now, note }, edition, { subject, body, ...wanted }) => {
    const { rows } = await list({ viewer, now }, { ...wanted, all: true });
    if (rows.length === 0)
      throw invalid('Nobody is chosen: tick some submissions, or choose everything that matches.');
    const id = randomId();
    const submissionIds = rows.map((row) => row.id);
    const by = viewer.kind === 'person' ? viewer.id : null;
    await insertMailing(db, { id, editionId: edition.id, subject, body, submissionIds, at: now, by });
    note({ editionId: edition.id, subjectId: id, detail: { submissions: submissionIds.length } });
    return { mailing: id };
  },
});

export const edit = operation({
  name: 'mailings.edit',
  input: v.object({ ...idForm, ...wording }),
  subject: (scope, { id }) => findReached(scope, id, { lock: true }),
  allow: organizer,
  run: async ({ db, now, note }, mailing, { id, subject, body }) => {
    demandHeld(mailing);
    await updateMailing(db, id, { subject, body, changedAt: now });
    note({ editionId: mailing.editionId, subjectId: id });
  },
});

/** The letter with every copy of it, as each person would get it. */
export const show = read({
  name: 'mailings.show',
  input: v.object(idForm),
  subject: (scope, { id }) => findReached(scope, id),
  allow: organizer,
  run: async ({ db }, { submissions, ...mailing }) => {
    const place = await placeOf(db, mailing.editionId);
    const names = await namesOf(db, [mailing.writtenBy, mailing.sentBy, mailing.cancelledBy]);
    const { submissionIds: _ids, ...rest } = mailing;
    return {
      ...rest,
      writtenBy: names.get(mailing.writtenBy ?? '') ?? '',
      submissions: submissions.length,
      letters: recipientsOf(submissions).map((recipient) => ({
        name: recipient.name,
        address: recipient.address,
        ...letterTo(recipient, mailing, place),
      })),
      withoutAddress: withoutAddress(submissions),
    };
  },
});

/** One letter a person, under a key that can be queued once. */
export const send = operation({
  name: 'mailings.send',
  input: v.object(idForm),
  subject: (scope, { id }) => findReached(scope, id, { lock: true }),
  allow: organizer,
  run: async ({ db, viewer, now, note }, mailing, { id }) => {
    demandHeld(mailing);
    const place = await placeOf(db, mailing.editionId);
    const recipients = recipientsOf(mailing.submissions);
    if (recipients.length === 0) throw invalid('None of the people chosen has an address to write to.');
    for (const recipient of recipients) {
      const { address, name, personId } = recipient;
      await queueLetter(
        db,
        {
          key: `announcement ${id} ${personId ?? address}`,
          kind: 'announcement',
          to: { address, name, personId },
          editionId: mailing.editionId,
          ...letterTo(recipient, mailing, place),
        },
        { now },
      );
    }
    await updateMailing(db, id, { sentAt: now, sentBy: viewer.kind === 'person' ? viewer.id : null });
    note({ editionId: mailing.editionId, subjectId: id, detail: { people: recipients.length } });
    return { people: recipients.length };
  },
});

export const cancel = operation({
  name: 'mailings.cancel',
  input: v.object(idForm),
  subject: (scope, { id }) => findReached(scope, id, { lock: true }),
  allow: organizer,
  run: async ({ db, viewer, now, note }, mailing, { id }) => {
    demandHeld(mailing);
    await updateMailing(db, id, {
      cancelledAt: now,
      cancelledBy: viewer.kind === 'person' ? viewer.id : null,
    });
    note({ editionId: mailing.editionId, subjectId: id });
  },
});

/** Held, sent and cancelled, newest first. */
export const mailings = read({
  name: 'mailings.list',
  input: v.object({ edition: v.string() }),
  subject: ({ db }, { edition }) => findEdition(db, { slug: edition }),
  allow: listOrganizers,
  run: async ({ db, viewer, now }, { id }) => {
    const found = await listMailings(db, id);
    const names = await namesOf(
      db,
      found.map(({ writtenBy }) => writtenBy),
    );
    const { rows } = await list({ viewer, now }, { editionId: id, all: true });
    const reach = new Set(rows.map((row) => row.id));
    return found
      .map(({ submissionIds, ...mailing }) => ({
        ...mailing,
        writtenBy: names.get(mailing.writtenBy ?? '') ?? '',
        submissions: submissionIds.filter((one) => reach.has(one)).length,
      }))
      .filter(({ submissions }) => submissions > 0);
  },
});

async function findReached({ db, viewer, now }: Context & { db: Db }, id: string, lock = {}) {
  const mailing = await findMailing(db, id, lock);
  if (!mailing) return null;
  const ids = mailing.submissionIds;
  const asked = { editionId: mailing.editionId, ids, all: true };
  const rows = await list({ viewer, now }, asked).then(
    (found) => found.rows,
    () => [],
  );
  if (rows.length === 0) return null;
  return { ...mailing, submissions: await findSubmissions(db, among(rows.map((row) => row.id))) };
}

const among = (ids: string[]) => sql`s.id = any(${ids}::text[])`;

async function placeOf(db: Db, editionId: string): Promise<Place> {
  const edition = await findEdition(db, { id: editionId });
  if (!edition) throw new Error('A letter belongs to an edition that is not there.');
  const { name, zone, contactEmail } = edition.about;
  return {
    edition: { name, zone, contactEmail },
    calls: await findCalls(db, { editionId }),
    url: resources().settings.url,
  };
}

function demandHeld({ sentAt, cancelledAt }: Pick<Mailing, 'sentAt' | 'cancelledAt'>): void {
  if (sentAt) throw stale('This letter was sent already.');
  if (cancelledAt) throw stale('This letter was cancelled already.');
}
