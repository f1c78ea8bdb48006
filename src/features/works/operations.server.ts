/** Accepting and taking back, one or many at once; what it would do is said before. */
import { sql } from 'kysely';
import * as v from 'valibot';
import { findCalls } from '#app/features/calls/queries.server.ts';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { namesOf } from '#app/features/people/standing-queries.server.ts';
import { line, sentence, words } from '#app/features/submissions/forms.ts';
import { findParts } from '#app/features/submissions/list-queries.server.ts';
import { readerOf } from '#app/features/submissions/listing.server.ts';
import { list, listForm } from '#app/features/submissions/operations.server.ts';
import { isOrganizer, itsOrganizers } from '#app/features/submissions/policy.ts';
import { findCase, findSubmissions, lockSubmissions } from '#app/features/submissions/queries.server.ts';
import type { Submission } from '#app/features/submissions/submission.ts';
import { findVersions, listVersions } from '#app/features/submissions/version-queries.server.ts';
import { askForRenditions } from '#app/features/works/renditions/asking.server.ts';
import { operation, read, type Scope } from '#app/platform/operation.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { invalid, missing, stale } from '#app/platform/refusal.ts';
import { publicStateOf, verdictOn, type Acceptance, type Verdict } from './acceptance.ts';
import { organizersApart } from './policy.ts';
import {
  endAcceptances,
  insertAcceptance,
  letLead,
  listAcceptances,
  listSlugs,
  lockSlugs,
} from './queries.server.ts';
import { loadLedgers } from './rights/queries.server.ts';
import { slugFor } from './slug.ts';

const many = 10_000;
const editionForm = { edition: line(100) };

/** Says of each chosen submission what accepting it would do; changes nothing. */
export const preview = read({
  name: 'works.preview',
  input: listForm,
  subject: ({ db }, { edition }) => findEdition(db, { slug: edition }),
  allow: organizersApart,
  run: async ({ db, viewer, now }, { id }, wanted): Promise<Previewed[]> => {
    const { rows, calls } = await list({ viewer, now }, { ...wanted, page: 1, size: many });
    const receipts = await acceptedReceipts(db, id);
    const titles = new Map(calls.map((call) => [call.id, call.settings.title]));
    return rows.map(({ id, title, callId, people, peopleCount, receipt, versions, state }) => ({
      id,
      title,
      call: titles.get(callId) ?? '',
      people: people.map(({ name }) => name),
      peopleCount,
      receipt,
      version: versions,
      changedSince: state === 'changed',
      verdict: verdictOn({
        withdrawn: state === 'withdrawn',
        receipt,
        accepted: receipts.get(id) ?? null,
      }),
    }));
  },
});

export interface Previewed {
  id: string;
  title: string;
  call: string;
  people: string[];
  peopleCount: number;
  receipt: string | null;
  /** The number of the version that would be accepted. */
  version: number;
  /** Its people have gone on writing; what they wrote since is not part of it. */
  changedSince: boolean;
  verdict: Verdict;
}

/** Each in exactly the version that was looked at: where a newer one came meanwhile, nothing is accepted. */
export const accept = operation({
  name: 'works.accept',
  input: v.object({
    ...editionForm,
    chosen: v.pipe(
      v.array(v.object({ id: line(64), receipt: line(64) })),
      v.minLength(1, 'Choose something first.'),
      v.maxLength(many),
    ),
    reason: v.optional(words(5_000), ''),
  }),
  subject: ({ db }, { edition }) => findEdition(db, { slug: edition }),
  allow: organizersApart,
  redraws: true,
  run: async (scope, edition, { chosen, reason }) => {
    const { db, viewer, now, note } = scope;
    const receipts = new Map(chosen.map(({ id, receipt }) => [id, receipt]));
    const submissions = await reach(scope, edition.id, [...receipts.keys()]);
    for (const submission of submissions) demandAcceptable(submission, receipts.get(submission.id)!);
    const before = new Map(
      (await listAcceptances(db, { editionId: edition.id })).map((one) => [one.submissionId, one]),
    );
    const by = viewer.kind === 'person' ? viewer.id : null;
    const wanted = submissions.filter(({ id, latest }) => before.get(id)?.versionId !== latest!.id);
    const replaced = wanted.flatMap(({ id }) => before.get(id)?.id ?? []);
    await endAcceptances(db, replaced, { at: now, by, reason: 'A newer version was accepted.' });
    for (const { id, latest } of wanted)
      await insertAcceptance(db, {
        id: randomId(),
        editionId: edition.id,
        submissionId: id,
        versionId: latest!.id,
        at: now,
        by,
        reason: reason.trim(),
      });
    await giveSlugs(scope, edition.id, wanted);
    for (const { id } of wanted) await askForRenditions(db, id);
    note({ editionId: edition.id, detail: { accepted: wanted.map(({ id }) => id) } });
    return { accepted: wanted.length };
  },
});

/** It is no part of the workshop any more. Its slug stays its own, should it come back. */
export const unaccept = operation({
  name: 'works.unaccept',
  input: v.object({
    ...editionForm,
    ids: v.pipe(v.array(line(64)), v.minLength(1, 'Choose something first.'), v.maxLength(many)),
    reason: sentence('Say why; it stays in the history.'),
  }),
  subject: ({ db }, { edition }) => findEdition(db, { slug: edition }),
  allow: organizersApart,
  redraws: true,
  run: async (scope, edition, { ids, reason }) => {
    const { db, viewer, now, note } = scope;
    await reach(scope, edition.id, ids);
    const standing = (await listAcceptances(db, { editionId: edition.id })).filter(({ submissionId }) =>
      ids.includes(submissionId),
    );
    const by = viewer.kind === 'person' ? viewer.id : null;
    await endAcceptances(
      db,
      standing.map(({ id }) => id),
      { at: now, by, reason },
    );
    for (const { submissionId } of standing) await askForRenditions(db, submissionId);
    note({ editionId: edition.id, detail: { unaccepted: standing.map(({ submissionId }) => submissionId) } });
    return { unaccepted: standing.length };
  },
});

/** Everything accepted that the reader has no part in, with how far each is on its way to the public. */
export const listAccepted = read({
  name: 'works.list',
  input: v.object(editionForm),
  subject: ({ db }, { edition }) => findEdition(db, { slug: edition }),
  allow: organizersApart,
  run: async ({ db, viewer, now }, { id }) => {
    const acceptances = await listAcceptances(db, { editionId: id });
    const of = new Map(acceptances.map((one) => [one.submissionId, one]));
    const asked = { editionId: id, ids: [...of.keys()], size: many, sort: 'title' as const };
    const { rows, calls } = await list({ viewer, now }, asked);
    const versions = await findVersions(
      db,
      [...of.values()].map(({ versionId }) => versionId),
    );
    const ledgers = await loadLedgers(
      db,
      rows.map((row) => row.id),
    );
    const names = await namesOf(
      db,
      acceptances.map(({ by }) => by),
    );
    return rows.map((row) => {
      const { versionId, at, by, reason } = of.get(row.id)!;
      const { title, number, receipt } = versions.get(versionId)!;
      return {
        id: row.id,
        title,
        call: calls.find((call) => call.id === row.callId)!.settings.title,
        people: row.people.map(({ name }) => name),
        peopleCount: row.peopleCount,
        version: number,
        /** A newer one was received, and is not the one that was accepted. */
        newer: row.receipt !== receipt,
        at,
        by: nameOf(names, by),
        reason,
        state: publicStateOf(row.state === 'withdrawn', ledgers.get(row.id)!, now),
      };
    });
  },
});

/** Whether one submission is accepted, in which version, and all that was ever said about it. */
export const ofSubmission = read({
  name: 'works.ofSubmission',
  input: v.object({ id: line(64) }),
  subject: ({ db }, { id }) => findCase(db, id),
  allow: itsOrganizers,
  run: async ({ db }, { id }) => {
    const acceptances = await listAcceptances(db, { submissionId: id });
    const names = await namesOf(
      db,
      acceptances.flatMap(({ by, ended }) => [by, ended?.by ?? null]),
    );
    const numbers = new Map((await listVersions(db, id)).map((version) => [version.id, version.number]));
    return acceptances.map(({ versionId, at, by, reason, ended }) => ({
      version: numbers.get(versionId)!,
      at,
      by: nameOf(names, by),
      reason,
      ended: ended && { ...ended, by: nameOf(names, ended.by) },
    }));
  },
});

/** What is chosen, locked. Anything out of reach makes the whole answer the one for what is not there. */
async function reach(
  { db, viewer }: Pick<Scope, 'db' | 'viewer'>,
  editionId: string,
  ids: string[],
): Promise<Submission[]> {
  const wanted = [...new Set(ids)];
  await lockSubmissions(db, wanted);
  const found = await findSubmissions(db, sql`s.id = any(${wanted}::text[])`);
  const reader = readerOf(viewer);
  const parts = reader ? (await findParts(db, reader, editionId)).ids : [];
  const apart = found.filter(
    (one) => one.editionId === editionId && isOrganizer(viewer, one) && !parts.includes(one.id),
  );
  if (apart.length < wanted.length) throw missing();
  return apart;
}

function demandAcceptable({ title, withdrawal, latest }: Submission, receipt: string): void {
  const name = title ? `“${title}”` : 'One of them';
  if (withdrawal) throw invalid(`${name} is withdrawn, so it cannot be accepted.`);
  if (!latest) throw invalid(`${name} was never submitted, so there is nothing to accept.`);
  if (latest.receipt !== receipt)
    throw stale(`A newer version of ${name} was received while you were looking. Please look again.`);
}

/** From the titles of the versions that were accepted. */
async function giveSlugs(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  editionId: string,
  submissions: Submission[],
): Promise<void> {
  await lockSlugs(db, editionId);
  const known = await listSlugs(db, editionId);
  const taken = new Set(known.map(({ slug }) => slug));
  const kinds = new Map((await findCalls(db, { editionId })).map(({ id, settings }) => [id, settings.kind]));
  const versions = await findVersions(
    db,
    submissions.map(({ latest }) => latest!.id),
  );
  for (const { id, callId, latest } of submissions) {
    const own = known.filter(({ submissionId }) => submissionId === id);
    const { title } = versions.get(latest!.id)!;
    const slug = slugFor({
      title,
      kind: kinds.get(callId) ?? 'paper',
      own: own.map(({ slug }) => slug),
      taken,
    });
    if (slug === own[0]?.slug) continue;
    taken.add(slug);
    await letLead(db, { editionId, slug, submissionId: id, now: later(now, own[0]?.leadsSince) });
  }
}

/** Two acts at one moment have an order too. */
const later = (now: Date, than: Date | undefined) =>
  than && than >= now ? new Date(than.getTime() + 1) : now;

/** By submission, the receipt of the version that is accepted. */
async function acceptedReceipts(db: Scope['db'], editionId: string): Promise<Map<string, string>> {
  const acceptances: Acceptance[] = await listAcceptances(db, { editionId });
  const versions = await findVersions(
    db,
    acceptances.map(({ versionId }) => versionId),
  );
  return new Map(
    acceptances.map(({ submissionId, versionId }) => [submissionId, versions.get(versionId)!.receipt]),
  );
}

const nameOf = (names: Map<string, string>, person: string | null) =>
  person === null ? 'Salon' : (names.get(person) ?? 'Somebody whose account is gone');
