/** Beginning, claiming and saving what is being written. */
import { sql } from 'kysely';
import * as v from 'valibot';
import { phaseOf } from '#app/features/calls/call.ts';
import { findToBegin } from '#app/features/calls/removal-queries.server.ts';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { confirmedAddresses } from '#app/features/people/queries.server.ts';
import { operation } from '#app/platform/operation.server.ts';
import { anyone, predicate, signedIn } from '#app/platform/policy.ts';
import { randomId } from '#app/platform/random.server.ts';
import { countRate } from '#app/platform/rate.server.ts';
import { invalid, late } from '#app/platform/refusal.ts';
import { hasRole } from '#app/platform/viewer.ts';
import { insertContributor } from './contributor-queries.server.ts';
import type { Draft } from './draft.ts';
import { differing } from './draft-difference.ts';
import { draftForm, emailForm, saveForm } from './forms.ts';
import { demandOpen } from './phases.ts';
import { isAuthor, itsAuthorsOrOrganizers } from './policy.ts';
import { insertSubmission, lockCase, updateDraft } from './queries.server.ts';
import type { Case } from './submission.ts';

/** Begins a draft in an open call; a visitor's is kept under the secret of the browser's drafts cookie. */
export const begin = operation({
  name: 'submissions.begin',
  /** A call by its id, or by its key in the edition of this slug. */
  input: v.object({
    call: v.pipe(v.string(), v.maxLength(64)),
    edition: v.optional(v.pipe(v.string(), v.maxLength(100))),
  }),
  subject: async ({ db }, { call, edition: slug }) => {
    if (slug === undefined) return findToBegin(db, { id: call });
    const edition = await findEdition(db, { slug });
    return edition && findToBegin(db, { editionId: edition.id, key: call });
  },
  allow: anyone,
  run: async ({ db, viewer, now, address, note }, call) => {
    if (phaseOf(call, now) !== 'open') {
      throw late(
        phaseOf(call, now) === 'upcoming'
          ? 'This call has not opened yet.'
          : 'The deadline of this call has passed.',
      );
    }
    if (viewer.kind === 'visitor') {
      if (!viewer.draftKey)
        throw invalid(
          'Your browser keeps no cookie for this draft. Allow cookies for this site, or sign in first.',
        );
      if (address) await countRate(db, { name: `submissions.begin ${address}`, most: 60, minutes: 60, now });
    }
    const person = viewer.kind === 'person' ? viewer : null;
    const id = randomId();
    await insertSubmission(db, {
      id,
      editionId: call.editionId,
      callId: call.id,
      at: now,
      begunBy: person?.id ?? null,
      draftKeyHash: viewer.kind === 'visitor' ? viewer.draftKey : null,
    });
    if (person) {
      await insertContributor(db, id, {
        name: person.name,
        email: person.email,
        affiliation: '',
        orcid: null,
        pronouns: '',
        role: '',
        personId: person.id,
      });
    }
    note({ editionId: call.editionId, subjectId: id });
    return { id };
  },
});

/** An organizer begins one for somebody, by mail address; it is theirs once they sign in or follow the link. */
export const beginFor = operation({
  name: 'submissions.beginFor',
  input: v.object({
    call: v.pipe(v.string(), v.maxLength(64)),
    name: v.pipe(v.string(), v.trim(), v.minLength(1, 'Give the person’s name.'), v.maxLength(300)),
    email: emailForm,
  }),
  subject: ({ db }, { call }) => findToBegin(db, { id: call }),
  allow: predicate<{ editionId: string }>(
    'organizers of the edition',
    ({ viewer, subject }) => viewer.kind === 'system' || hasRole(viewer, subject.editionId, 'organizer'),
  ),
  run: async ({ db, now, note }, call, { name, email }) => {
    if (!email)
      throw invalid('Give the person’s e-mail address, so that they can claim it.', {
        email: 'Needed here.',
      });
    const id = randomId();
    await insertSubmission(db, {
      id,
      editionId: call.editionId,
      callId: call.id,
      at: now,
      begunBy: null,
      draftKeyHash: null,
    });
    const nobody = { affiliation: '', orcid: null, pronouns: '', role: '' };
    const contributor = await insertContributor(db, id, { name, email, ...nobody });
    note({ editionId: call.editionId, subjectId: id, detail: { for: 'somebody else' } });
    return { id, contributor };
  },
});

/** At sign-in: drafts of this browser become the person's, and entries under their confirmed addresses are linked. */
export const claimDrafts = operation({
  name: 'submissions.claimDrafts',
  input: v.object({}),
  allow: signedIn,
  run: async ({ db, viewer, note }) => {
    if (viewer.kind !== 'person') return { claimed: [] };
    const { rows } = viewer.draftKey
      ? await sql<{ id: string; nameless: boolean }>`
          update submission s set begun_by = coalesce(begun_by, ${viewer.id}), draft_key_hash = null
          where draft_key_hash = ${viewer.draftKey}
          returning s.id, not exists (select 1 from contributor where submission_id = s.id) as nameless`.execute(
          db,
        )
      : { rows: [] };
    for (const { id, nameless } of rows) {
      if (nameless)
        await insertContributor(db, id, {
          name: viewer.name,
          email: viewer.email,
          affiliation: '',
          orcid: null,
          pronouns: '',
          role: '',
          personId: viewer.id,
        });
    }
    const addresses = await confirmedAddresses(db, viewer.id);
    if (addresses.length > 0)
      await sql`update contributor set person_id = ${viewer.id}
        where person_id is null and email <> '' and lower(email) = any(${addresses})`.execute(db);
    note({ detail: { claimed: rows.length } });
    return { claimed: rows.map(({ id }) => id) };
  },
});

export type Saved =
  | { outcome: 'saved'; revision: number }
  /** Somebody saved in between: both texts come back and nothing was overwritten. */
  | { outcome: 'stale'; revision: number; yours: Draft; theirs: Draft; fields: string[] };

export const saveDraft = operation({
  name: 'submissions.saveDraft',
  input: saveForm,
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, viewer, now, note }, submission, { base, draft }): Promise<Saved> => {
    if (isAuthor(viewer, submission)) demandOpen(submission, now);
    const yours = readDraft(submission, draft);
    const fields = differing(submission, yours);
    note({ editionId: submission.editionId, subjectId: submission.id, detail: { fields } });
    if (fields.length === 0) return { outcome: 'saved', revision: submission.revision };
    if (base !== submission.revision) {
      return { outcome: 'stale', revision: submission.revision, yours, theirs: draftOf(submission), fields };
    }
    return { outcome: 'saved', revision: await updateDraft(db, submission.id, yours, now) };
  },
});

/** Answers to questions that the call no longer asks stay where they are. */
function readDraft(submission: Case, raw: Record<string, unknown>): Draft {
  const result = v.safeParse(draftForm(submission.call.settings), raw);
  if (!result.success) {
    const fields: Record<string, string> = {};
    for (const issue of result.issues) fields[fieldOf(v.getDotPath(issue) ?? '')] ??= issue.message;
    throw invalid('Something in the form needs your attention.', fields);
  }
  const { answers, ...rest } = result.output;
  const given = Object.entries(answers).filter(([, answer]) => answer !== undefined && answer !== '');
  const asked = new Set(submission.call.settings.questions.map(({ key }) => key));
  const kept = Object.entries(submission.answers).filter(([key]) => !asked.has(key));
  return { ...rest, answers: Object.fromEntries([...kept, ...given]) as Draft['answers'] };
}

/** The form knows `answers.ai-use`, not what lies inside it. */
const fieldOf = (path: string) =>
  path
    .split('.')
    .slice(0, path.startsWith('answers.') ? 2 : 1)
    .join('.');

export function draftOf({ title, abstract, topics, kinds, link, answers }: Draft): Draft {
  return { title, abstract, topics, kinds, link, answers };
}
