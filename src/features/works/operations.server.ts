/** Accepting and taking back, one or many at once; what it would do is said before. */
import * as v from 'valibot';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { namesOf } from '#app/features/people/standing-queries.server.ts';
import {
  askForFinal,
  endFinalRequests,
  listFinals,
} from '#app/features/submissions/final-requests.server.ts';
import { line, sentence, words } from '#app/features/submissions/forms.ts';
import { list, listForm } from '#app/features/submissions/operations.server.ts';
import { itsOrganizers } from '#app/features/submissions/policy.ts';
import { findCase } from '#app/features/submissions/queries.server.ts';
import type { Submission } from '#app/features/submissions/submission.ts';
import { findVersions, listVersions } from '#app/features/submissions/version-queries.server.ts';
import { askForRenditions } from '#app/features/works/renditions/asking.server.ts';
import { operation, read, type Scope } from '#app/platform/operation.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { invalid, stale } from '#app/platform/refusal.ts';
import { publicStateOf, verdictOn, type Acceptance, type Verdict } from './acceptance.ts';
import { organizersApart } from './policy.ts';
import { endAcceptances, insertAcceptance, listAcceptances } from './queries.server.ts';
import { loadLedgers } from './rights/queries.server.ts';
import { reach } from './reach.server.ts';
import type { Finishing } from './finishing/finishing.ts';
import { isFinished } from './finishing/finishing.ts';
import { listFinishing } from './finishing/finding.server.ts';
import { exampleLetter, writeAbout } from './finishing/letters.server.ts';
import { followTitles } from './slugs.server.ts';
import { standingVersions } from './standing-version.server.ts';
import './final-handed-in.server.ts';

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
        accepted: receipts.get(id) ?? [],
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

/** What each of their people would read, on the example of one. */
export const previewLetter = read({
  name: 'works.previewLetter',
  input: v.object({ ...editionForm, id: line(64) }),
  subject: ({ db }, { edition }) => findEdition(db, { slug: edition }),
  allow: organizersApart,
  run: async (scope, { id: editionId }, { id }) => {
    const [submission] = await reach(scope, editionId, [id]);
    return exampleLetter(scope.db, submission!);
  },
});

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
    const ids = wanted.map(({ id }) => id);
    await askForFinal(db, ids, { at: now, by });
    await followTitles(db, edition.id, ids, now);
    // Those of whom an earlier version was accepted have had the letter.
    const fresh = ids.filter((id) => !before.has(id));
    for (const one of await listFinishing(db, { editionId: edition.id, ids: fresh }, now)) {
      const key = `accepted ${one.id} ${one.acceptedAt.toISOString()}`;
      await writeAbout(db, one, now, { kind: 'decision', key, write: 'accepted', owing: false });
    }
    for (const id of ids) await askForRenditions(db, id);
    note({ editionId: edition.id, detail: { accepted: ids } });
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
    const gone = standing.map(({ submissionId }) => submissionId);
    await endFinalRequests(db, gone, { at: now, by });
    for (const id of gone) await askForRenditions(db, id);
    note({ editionId: edition.id, detail: { unaccepted: gone } });
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
    const ledgers = await loadLedgers(db, [...of.keys()]);
    const versions = await standingVersions(db, acceptances, ledgers, now);
    const receipts = await acceptedReceipts(db, id);
    const finishing = new Map((await listFinishing(db, { editionId: id }, now)).map((one) => [one.id, one]));
    const names = await namesOf(
      db,
      acceptances.map(({ by }) => by),
    );
    return rows.map((row) => {
      const { at, by, reason } = of.get(row.id)!;
      const { title, number } = versions.get(row.id)!;
      return {
        id: row.id,
        title,
        call: calls.find((call) => call.id === row.callId)!.settings.title,
        people: row.people.map(({ name }) => name),
        peopleCount: row.peopleCount,
        version: number,
        /** A newer one was received, and is not the one that was accepted. */
        newer: row.receipt !== null && !receipts.get(row.id)!.includes(row.receipt),
        at,
        by: nameOf(names, by),
        reason,
        state: publicStateOf(row.state === 'withdrawn', ledgers.get(row.id)!, now),
        ...owedOf(finishing.get(row.id)),
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

/** For the desk: what is still missing, and who has not said yes to their name. */
function owedOf(one: Finishing | undefined) {
  return {
    due: one?.due ?? null,
    final: one?.final ?? 'none',
    granted: one?.granted ?? false,
    waiting: one?.people.filter(({ credit }) => credit === 'waiting').map(({ name }) => name) ?? [],
    finished: one ? isFinished(one) : true,
  };
}

function demandAcceptable({ title, withdrawal, latest }: Submission, receipt: string): void {
  const name = title ? `“${title}”` : 'One of them';
  if (withdrawal) throw invalid(`${name} is withdrawn, so it cannot be accepted.`);
  if (!latest) throw invalid(`${name} was never submitted, so there is nothing to accept.`);
  if (latest.receipt !== receipt)
    throw stale(`A newer version of ${name} was received while you were looking. Please look again.`);
}

/** By submission, the receipts of the version that is accepted and of its final versions. */
async function acceptedReceipts(db: Scope['db'], editionId: string): Promise<Map<string, string[]>> {
  const acceptances: Acceptance[] = await listAcceptances(db, { editionId });
  const versions = await findVersions(
    db,
    acceptances.map(({ versionId }) => versionId),
  );
  const finals = await listFinals(
    db,
    acceptances.map(({ submissionId }) => submissionId),
  );
  return new Map(
    acceptances.map(({ submissionId, versionId }) => [
      submissionId,
      [versions.get(versionId)!, ...(finals.get(submissionId) ?? [])].map(({ receipt }) => receipt),
    ]),
  );
}

const nameOf = (names: Map<string, string>, person: string | null) =>
  person === null ? 'Salon' : (names.get(person) ?? 'Somebody whose account is gone');
