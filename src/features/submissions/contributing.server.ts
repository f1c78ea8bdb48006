/** The people of a submission: named in order, invited by letter, each with a say about being named. */
import { sql } from 'kysely';
import * as v from 'valibot';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { operation, read, type Scope } from '#app/platform/operation.server.ts';
import { hashSecret, randomId, randomSecret } from '#app/platform/random.server.ts';
import { countRate } from '#app/platform/rate.server.ts';
import { invalid, missing } from '#app/platform/refusal.ts';
import { accountOf, insertContributor, markInvited, writePositions } from './contributor-queries.server.ts';
import { contributorForm, creditForm, idForm, line, words } from './forms.ts';
import { placeOf, writeToAuthors, writeToOrganizers } from './letters.server.ts';
import { languageOfLetter } from '#app/features/people/letter-language.server.ts';
import { linkIn } from '#app/features/people/language.ts';
import { submissionWordsIn } from './words/words.ts';
import { lettersIn } from './mails-in.ts';
import { queueLetter } from '#app/platform/letters.server.ts';
import { demandOpen } from './phases.ts';
import { isAuthor, itsAuthorsOrOrganizers, thePersonNamed } from './policy.ts';
import { findCase, lockCase, touch } from './queries.server.ts';
import type { Case, Contributor } from './submission.ts';
import { submissionTables } from './tables.server.ts';
import { editionView, forInvited } from './views.ts';

const mostContributors = 300;

export const addContributor = operation({
  name: 'submissions.addContributor',
  input: v.object({ ...idForm.entries, ...creditForm.entries }),
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: itsAuthorsOrOrganizers,
  run: async (scope, submission, { id, orcid, ...credit }) => {
    demandChange(scope, submission);
    if (submission.contributors.length >= mostContributors)
      throw invalid(
        `More than ${mostContributors} people cannot be listed one by one; name the group instead.`,
      );
    const contributor = await insertContributor(scope.db, id, { ...credit, orcid: orcid || null });
    await touch(scope.db, id, scope.now);
    scope.note({ editionId: submission.editionId, subjectId: id, detail: { contributor } });
    return { contributor };
  },
});

export const editContributor = operation({
  name: 'submissions.editContributor',
  input: v.object({ ...contributorForm.entries, ...creditForm.entries }),
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: itsAuthorsOrOrganizers,
  redraws: true,
  run: async (scope, submission, { id, contributor, orcid, ...credit }) => {
    demandChange(scope, submission);
    const old = entryOf(submission, contributor);
    const moved = old.email.toLowerCase() !== credit.email;
    await submissionTables(scope.db)
      .updateTable('contributor')
      // Another address is another person: the old account and the old letter open nothing any more.
      .set({
        ...credit,
        orcid: orcid || null,
        ...(moved && {
          personId: await accountOf(scope.db, credit.email),
          invitationHash: null,
          invitedAt: null,
        }),
      })
      .where('id', '=', old.id)
      .execute();
    await touch(scope.db, id, scope.now);
    scope.note({ editionId: submission.editionId, subjectId: id, detail: { contributor } });
  },
});

export const moveContributor = operation({
  name: 'submissions.moveContributor',
  input: v.object({ ...contributorForm.entries, by: v.picklist(['up', 'down']) }),
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: itsAuthorsOrOrganizers,
  run: async (scope, submission, { id, contributor, by }) => {
    demandChange(scope, submission);
    const ids = submission.contributors.map((one) => one.id);
    const from = ids.indexOf(entryOf(submission, contributor).id);
    const to = from + (by === 'up' ? -1 : 1);
    if (to < 0 || to >= ids.length) return;
    ids.splice(to, 0, ...ids.splice(from, 1));
    await writePositions(scope.db, ids);
    await touch(scope.db, id, scope.now);
    scope.note({ editionId: submission.editionId, subjectId: id, detail: { contributor, by } });
  },
});

export const removeContributor = operation({
  name: 'submissions.removeContributor',
  input: contributorForm,
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: itsAuthorsOrOrganizers,
  redraws: true,
  run: async (scope, submission, { id, contributor }) => {
    demandChange(scope, submission);
    const { id: entry } = entryOf(submission, contributor);
    if (!keepsADoor(scope, submission, entry))
      throw invalid(
        'You would lose sight of this submission yourself. Ask another of its people to remove you.',
      );
    await submissionTables(scope.db).deleteFrom('contributor').where('id', '=', entry).execute();
    await touch(scope.db, id, scope.now);
    scope.note({ editionId: submission.editionId, subjectId: id, detail: { contributor } });
  },
});

/** Sends the letter with the link, again if need be; an older link then opens nothing. */
export const inviteContributor = operation({
  name: 'submissions.inviteContributor',
  input: contributorForm,
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, viewer, now, note }, submission, { id, contributor }) => {
    const { id: entry, email, name, personId } = entryOf(submission, contributor);
    if (!email) throw invalid('There is no e-mail address to write to.', { email: 'Needed to invite.' });
    await countRate(db, { name: `submissions.invite ${id}`, most: 60, minutes: 60, now });
    const secret = randomSecret();
    await markInvited(db, [{ id: entry, hash: hashSecret(secret) }], now);
    const place = await placeOf(db, submission, `/invitation/${secret}`);
    const reader = { personId, address: email, editionId: submission.editionId };
    const language = await languageOfLetter(db, reader);
    await queueLetter(
      db,
      {
        key: `invitation ${entry} ${hashSecret(secret).slice(0, 16)}`,
        kind: 'invitation',
        to: { address: email, name, personId },
        editionId: submission.editionId,
        aboutId: submission.id,
        ...lettersIn[language].invitationLetter(
          { ...place, url: linkIn(language, place.url) },
          { by: viewer.kind === 'person' ? viewer.name : submissionWordsIn(language).somebody },
        ),
      },
      { now },
    );
    note({ editionId: submission.editionId, subjectId: id, detail: { contributor } });
  },
});

/** By the link in the letter, or signed in and by the submission. */
const namedForm = v.object({ secret: v.optional(line(200), ''), id: v.optional(line(64), '') });

interface Named extends Case {
  named: Contributor;
  byLink: boolean;
}

/** What somebody named sees before saying yes or no, without an account. */
export const lookAsNamed = read({
  name: 'submissions.lookAsNamed',
  input: namedForm,
  subject: (scope, input) => findNamed(scope, input),
  allow: thePersonNamed,
  run: async ({ db, viewer }, submission) => ({
    ...forInvited(submission, submission.named),
    edition: editionView(await findEdition(db, { id: submission.editionId })),
    /** The way to its page, where the reader has an account. */
    mayOpen: isAuthor(viewer, submission),
  }),
});

export const correctNamed = operation({
  name: 'submissions.correctNamed',
  input: v.object({
    ...namedForm.entries,
    name: v.pipe(line(300), v.minLength(1, 'Give your name as it should be printed.')),
    affiliation: v.optional(line(500), ''),
    /** Left out, they stay as they are. */
    orcid: v.optional(creditForm.entries.orcid),
    pronouns: v.optional(creditForm.entries.pronouns),
    role: v.optional(creditForm.entries.role),
  }),
  subject: (scope, input) => findNamed(scope, input),
  allow: thePersonNamed,
  redraws: true,
  run: async ({ db, viewer, now, note }, { named, byLink, ...submission }, typed) => {
    const { name, affiliation, orcid, pronouns, role } = typed;
    await submissionTables(db)
      .updateTable('contributor')
      .set({
        name,
        affiliation,
        ...(orcid !== undefined && { orcid: orcid || null }),
        ...(pronouns !== undefined && { pronouns }),
        ...(role !== undefined && { role }),
        correctedAt: now,
        ...linked(viewer, named, byLink),
      })
      .where('id', '=', named.id)
      .execute();
    // One's own name is nothing that others hand in anew: a version already received is not called changed.
    if (!submission.latest) await touch(db, submission.id, now);
    note({ editionId: submission.editionId, subjectId: submission.id, detail: { contributor: named.id } });
  },
});

export const answerNamed = operation({
  name: 'submissions.answerNamed',
  input: v.object({
    ...namedForm.entries,
    answer: v.picklist(['confirmed', 'objected'], 'Choose one.'),
    words: v.optional(words(5_000), ''),
  }),
  subject: (scope, input) => findNamed(scope, input),
  allow: thePersonNamed,
  redraws: true,
  evenFrozen: true,
  run: async ({ db, viewer, now, note }, { named, byLink, ...submission }, { answer, words }) => {
    await submissionTables(db)
      .insertInto('contributorAnswer')
      .values({ id: randomId(), contributorId: named.id, answer, at: now, words: words.trim() })
      .execute();
    const link = linked(viewer, named, byLink);
    if (link.personId)
      await submissionTables(db).updateTable('contributor').set(link).where('id', '=', named.id).execute();
    if (
      answer === 'objected' &&
      (named.answer?.answer !== 'objected' || named.answer.words !== words.trim())
    ) {
      const letter = { kind: 'message', key: `objection ${named.id} ${now.toISOString()}` } as const;
      const facts = { name: named.name, words: words.trim() };
      await writeToAuthors(
        db,
        submission,
        { now, except: named.id },
        { ...letter, write: (place) => lettersIn[place.language].objectionLetter(place, facts) },
      );
      await writeToOrganizers(
        db,
        submission,
        { now },
        { ...letter, write: (place) => lettersIn[place.language].objectionLetter(place, facts) },
      );
    }
    note({
      editionId: submission.editionId,
      subjectId: submission.id,
      detail: { contributor: named.id, answer },
    });
  },
});

function demandChange({ viewer, now }: Pick<Scope, 'viewer' | 'now'>, submission: Case): void {
  if (isAuthor(viewer, submission)) demandOpen(submission, now);
}

function entryOf(submission: Case, id: string): Contributor {
  const found = submission.contributors.find((contributor) => contributor.id === id);
  if (!found) throw missing();
  return found;
}

/** Nobody locks themselves out by mistake. */
function keepsADoor({ viewer }: Pick<Scope, 'viewer'>, submission: Case, without: string): boolean {
  if (!isAuthor(viewer, submission)) return true;
  return isAuthor(viewer, {
    ...submission,
    contributors: submission.contributors.filter(({ id }) => id !== without),
  });
}

async function findNamed(
  { db, viewer }: Omit<Scope, 'note'>,
  { secret, id }: { secret: string; id: string },
): Promise<Named | null> {
  const { rows } = secret
    ? await sql<{
        id: string;
        submissionId: string;
      }>`select id, submission_id as "submissionId" from contributor where invitation_hash = ${hashSecret(secret)}`.execute(
        db,
      )
    : viewer.kind === 'person'
      ? await sql<{
          id: string;
          submissionId: string;
        }>`select id, submission_id as "submissionId" from contributor where submission_id = ${id} and person_id = ${viewer.id} order by position limit 1`.execute(
          db,
        )
      : { rows: [] };
  const submission = rows[0] && (await findCase(db, rows[0].submissionId));
  const named = submission?.contributors.find((contributor) => contributor.id === rows[0]!.id);
  return submission && named ? { ...submission, named, byLink: secret !== '' } : null;
}

/** Who holds the letter and is signed in is the person it was written to. */
function linked(viewer: Scope['viewer'], { personId }: Contributor, byLink: boolean): { personId?: string } {
  return byLink && !personId && viewer.kind === 'person' ? { personId: viewer.id } : {};
}
