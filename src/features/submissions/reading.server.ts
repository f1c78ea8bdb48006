/** What authors ask about their own. */
import { sql } from 'kysely';
import * as v from 'valibot';
import { findCalls } from '#app/features/calls/queries.server.ts';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { namesOf } from '#app/features/people/standing-queries.server.ts';
import { read } from '#app/platform/operation.server.ts';
import { anyone } from '#app/platform/policy.ts';
import { missing } from '#app/platform/refusal.ts';
import { lacks } from './demands.ts';
import { idForm, line } from './forms.ts';
import { isAuthor, itsAuthorsOrOrganizers } from './policy.ts';
import { findCase, findSubmissions } from './queries.server.ts';
import { receiptText } from './receipt.ts';
import { forReviewer } from './reviewer-view.ts';
import { callFor } from './rounds.ts';
import { stateOf } from './submission.ts';
import { findVersion, listVersions } from './version-queries.server.ts';
import { callView, editionView, finalView, forAuthor, type MyRow } from './views.ts';
import type { Submission } from './submission.ts';
import type { Version } from './version.ts';
import type { Viewer } from '#app/platform/viewer.ts';

/** Everything the reader is an author of, over all editions, newest first; a visitor's are those of the browser. */
export const mine = read({
  name: 'submissions.mine',
  input: v.object({}),
  allow: anyone,
  run: async ({ db, viewer, now }): Promise<MyRow[]> => {
    const where = reachOf(viewer);
    if (!where) return [];
    const found = await findSubmissions(db, where);
    const calls = new Map(
      (
        await findCallsOf(
          db,
          found.map(({ callId }) => callId),
        )
      ).map((call) => [call.id, call]),
    );
    const editions = new Map(
      (
        await findEditionsOf(
          db,
          found.map(({ editionId }) => editionId),
        )
      ).map((edition) => [edition.id, edition]),
    );
    const wrote = await lastWords(
      db,
      found.map(({ id }) => id),
    );
    return found.map((submission) => {
      const called = { ...submission, call: callFor(submission, calls.get(submission.callId)!) };
      const { settings: _settings, ...call } = callView(called, now);
      const { id, slug, about } = editions.get(submission.editionId)!;
      const { latest } = submission;
      const own =
        viewer.kind === 'person'
          ? submission.contributors.find(({ personId }) => personId === viewer.id)
          : undefined;
      return {
        id: submission.id,
        title: submission.title,
        state: stateOf(submission),
        changedAt: submission.changedAt,
        latest: latest && { number: latest.number, submittedAt: latest.submittedAt, receipt: latest.receipt },
        call,
        accepted: submission.finalAsked !== null,
        final: finalView(called),
        edition: { id, slug, name: about.name },
        people: submission.contributors.length,
        asked: Boolean(own && !own.answer && viewer.kind === 'person' && submission.begunBy !== viewer.id),
        organizersWroteAt: wrote.get(submission.id) ?? null,
      };
    });
  },
});

export const open = read({
  name: 'submissions.open',
  input: idForm,
  subject: ({ db }, { id }) => findCase(db, id),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, viewer, now, language }, submission) => {
    const edition = await findEdition(db, { id: submission.editionId });
    const viewerId = viewer.kind === 'person' ? viewer.id : null;
    return {
      submission: forAuthor(submission, { viewerId, now, language }),
      edition: editionView(edition),
      lacks: lacks(submission, submission.call.settings, now),
      /** An organizer who helps sees the same form; the page says so. */
      asAuthor: isAuthor(viewer, submission),
    };
  },
});

/** What reviewers or the jury will see, of the draft as it is now. */
export const preview = read({
  name: 'submissions.preview',
  input: idForm,
  subject: ({ db }, { id }) => findCase(db, id),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, now }, submission) => ({
    view: forReviewer(submission.id, submission, submission.call.settings),
    state: stateOf(submission),
    settings: submission.call.settings,
    call: callView(submission, now),
    edition: editionView(await findEdition(db, { id: submission.editionId })),
  }),
});

export const receipt = read({
  name: 'submissions.receipt',
  input: v.object({ ...idForm.entries, receipt: line(64) }),
  subject: ({ db }, { id }) => findCase(db, id),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, now }, submission, { id, receipt }) => {
    const version = await findVersion(db, { submissionId: id, receipt });
    if (!version) throw missing();
    const edition = editionView(await findEdition(db, { id: submission.editionId }));
    const { title, kind } = submission.call.settings;
    return {
      version,
      edition,
      call: callView(submission, now),
      state: stateOf(submission),
      newest: submission.latest?.receipt === receipt,
      text: receiptText({
        version,
        edition,
        call: { title, kind },
        onBehalfBy: await organizerOf(db, submission, version),
      }),
    };
  },
});

export const history = read({
  name: 'submissions.history',
  input: idForm,
  subject: ({ db }, { id }) => findCase(db, id),
  allow: itsAuthorsOrOrganizers,
  run: async ({ db, now }, submission) => ({
    title: submission.title,
    state: stateOf(submission),
    call: callView(submission, now),
    edition: editionView(await findEdition(db, { id: submission.editionId })),
    begunAt: submission.begunAt,
    versions: await listVersions(db, submission.id),
  }),
});

/** Who handed it in, where that was none of its own people. */
async function organizerOf(db: Db, { begunBy, contributors }: Submission, { submittedBy }: Version) {
  if (!submittedBy || submittedBy === begunBy) return null;
  if (contributors.some(({ personId }) => personId === submittedBy)) return null;
  return (await namesOf(db, [submittedBy])).get(submittedBy) ?? null;
}

function reachOf(viewer: Viewer) {
  if (viewer.kind === 'system') return null;
  const byKey = viewer.draftKey ? sql`s.draft_key_hash = ${viewer.draftKey}` : sql`false`;
  if (viewer.kind === 'visitor') return viewer.draftKey ? byKey : null;
  return sql`(${byKey} or s.begun_by = ${viewer.id}
    or s.id in (select submission_id from contributor where person_id = ${viewer.id}))`;
}

type Db = Parameters<typeof findCase>[0];

const distinct = (ids: string[]) => [...new Set(ids)];

const findCallsOf = async (db: Db, ids: string[]) =>
  (await Promise.all(distinct(ids).map((id) => findCalls(db, { id })))).flat();

const findEditionsOf = async (db: Db, ids: string[]) =>
  (await Promise.all(distinct(ids).map((id) => findEdition(db, { id })))).filter(
    (edition) => edition !== undefined,
  );

async function lastWords(db: Db, ids: string[]): Promise<Map<string, Date>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; at: Date }>`
    select submission_id as id, max(at) as at from message where submission_id = any(${ids}) group by 1
    having bool_or(by_organizer and at = (select max(m.at) from message m where m.submission_id = message.submission_id))`.execute(
    db,
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
}
