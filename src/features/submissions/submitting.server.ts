/** Handing in: what was written becomes a version that never changes, with a receipt. Acknowledged means kept. */
import type { FieldProblems } from '#app/platform/refusal.ts';
import { operation, type Scope } from '#app/platform/operation.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { countRate } from '#app/platform/rate.server.ts';
import { invalid, late, stale } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import * as v from 'valibot';
import { agreementTexts, type Agreed } from './agreement.ts';
import { lacks } from './demands.ts';
import { askedOf, type Draft } from './draft.ts';
import { exceptionsFor, reportOf } from './findings.ts';
import { agreedForm, idForm, words } from './forms.ts';
import { writeToAuthors } from './letters.server.ts';
import type { Spoken } from '#app/ui/language.ts';
import { submissionWordsIn } from './words/words.ts';
import { sendReceipts } from './receipt-letters.server.ts';
import { lettersIn } from './mails-in.ts';
import { demandHandInTime, demandOpen } from './phases.ts';
import { isAuthor, itsAuthorsOrOrganizers } from './policy.ts';
import { finalHandedIn } from './handed-in.server.ts';
import { finalRound, finalVersion } from './rounds.ts';
import { lockCase } from './queries.server.ts';
import { stateOf, type Case } from './submission.ts';
import { submissionTables } from './tables.server.ts';
import { insertVersion } from './version-queries.server.ts';
import type { Version } from './version.ts';

export const submit = operation({
  name: 'submissions.submit',
  input: agreedForm,
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: itsAuthorsOrOrganizers,
  run: (scope, submission, { agreed }) => handIn(scope, submission, agreed, { withIssues: false }),
});

/** Where only rules of the call are broken: it stands, and organizers decide about the rules. */
export const submitWithIssues = operation({
  name: 'submissions.submitWithIssues',
  input: agreedForm,
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: itsAuthorsOrOrganizers,
  run: (scope, submission, { agreed }) => handIn(scope, submission, agreed, { withIssues: true }),
});

export const withdraw = operation({
  name: 'submissions.withdraw',
  input: v.object({ ...idForm.entries, reason: v.optional(words(5_000), '') }),
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: itsAuthorsOrOrganizers,
  redraws: true,
  run: async ({ db, viewer, now, note }, submission, { id, reason }) => {
    const { editionId, withdrawal } = submission;
    note({ editionId, subjectId: id });
    if (withdrawal) return;
    const row = randomId();
    await submissionTables(db)
      .insertInto('withdrawal')
      .values({
        id: row,
        submissionId: id,
        at: now,
        by: personId(viewer),
        reason: reason.trim(),
        revivedAt: null,
        revivedBy: null,
      })
      .execute();
    if (submission.latest) await tell({ db, viewer, now }, submission, row, false);
  },
});

/** Brings it back as it was: the version received stands again. Only while the call is open. */
export const revive = operation({
  name: 'submissions.revive',
  input: v.object({ ...idForm.entries, reason: v.optional(words(5_000), '') }),
  subject: ({ db }, { id }) => lockCase(db, id),
  allow: itsAuthorsOrOrganizers,
  redraws: true,
  run: async ({ db, viewer, now, note }, submission, { id, reason }) => {
    note({ editionId: submission.editionId, subjectId: id, detail: { reason: reason.trim() } });
    if (!submission.withdrawal) return;
    if (isAuthor(viewer, submission)) demandOpen(submission, now);
    const { id: row } = await submissionTables(db)
      .updateTable('withdrawal')
      .set({ revivedAt: now, revivedBy: personId(viewer) })
      .where('submissionId', '=', id)
      .where('revivedAt', 'is', null)
      .returning('id')
      .executeTakeFirstOrThrow();
    if (submission.latest) await tell({ db, viewer, now }, submission, row, true);
  },
});

export interface Submitted {
  version: string;
  receipt: string;
  number: number;
}

async function handIn(
  { db, viewer, now, address, note }: Scope,
  submission: Case,
  agreed: string[],
  { withIssues }: { withIssues: boolean },
): Promise<Submitted> {
  const { id, editionId, latest, call } = submission;
  note({ editionId, subjectId: id });
  if (submission.withdrawal) throw late('This was withdrawn. Bring it back first.');
  // Pressed twice, or by two at once: what was received is what there is, so the receipt is the same.
  const round = finalRound(submission);
  const answered = !round || finalVersion(submission) !== null;
  if (latest && answered && stateOf(submission) === 'submitted') {
    return { version: latest.id, receipt: latest.receipt, number: latest.number };
  }
  const inTime = isAuthor(viewer, submission) ? demandHandInTime(submission, now) : { inGrace: false };
  const exceptions = exceptionsFor(submission, now);
  if (!submission.looked) throw stale('The files are still being looked at. Please try again in a moment.');
  const report = reportOf(submission, call.settings.rules, exceptions);
  const { findings, issues, refusals, unchecked } = report;
  const toDecide = [...issues, ...unchecked];
  const { texts, problems } = readAgreed(submission, agreed);
  const lacking: FieldProblems = { ...lacks(submission, call.settings, now), ...problems };
  if (refusals[0]) lacking.files ??= `${refusals[0].message} ${refusals[0].next}`;
  else if (issues[0] && !withIssues) lacking.files ??= `${issues[0].message} ${issues[0].next}`;
  if (Object.keys(lacking).length > 0)
    throw invalid('Something is still missing before this can be submitted.', lacking);
  if (viewer.kind === 'visitor' && address) {
    await countRate(db, { name: `submissions.submit ${address}`, most: 30, minutes: 60, now });
  }
  await demandKept(submission);
  const version: Version = {
    ...draftAsked(submission),
    id: randomId(),
    submissionId: id,
    number: (latest?.number ?? 0) + 1,
    receipt: receiptNumber(),
    submittedAt: now,
    submittedBy: personId(viewer),
    inGrace: inTime.inGrace,
    finalRequestId: round?.id ?? null,
    contributors: submission.contributors.map(
      ({ id, kind, name, email, affiliation, orcid, pronouns, role }) => ({
        id,
        kind,
        name,
        email,
        affiliation,
        orcid,
        pronouns,
        role,
      }),
    ),
    files: submission.files.map(({ id, role, name, mime, sha256, bytes }) => ({
      id,
      role,
      name,
      mime,
      sha256,
      bytes,
    })),
    agreements: texts,
    report: {
      findings,
      issues: toDecide,
      clearances: exceptions.clearances.map(({ rule, reason }) => ({ rule, reason })),
      waivers: exceptions.waivers
        .filter((waiver) => report.waived.some(({ code }) => code === waiver.code))
        .map(({ code, reason }) => ({ code, reason })),
    },
  };
  await insertVersion(db, version, submission.changes);
  const onBehalfBy = viewer.kind === 'person' && !isAuthor(viewer, submission) ? viewer.name : null;
  await sendReceipts({ db, now }, submission, version, onBehalfBy);
  if (round) await finalHandedIn({ db, now }, submission);
  note({
    editionId,
    subjectId: id,
    detail: { version: version.number, inGrace: version.inGrace, issues: toDecide.map(({ code }) => code) },
  });
  return { version: version.id, receipt: version.receipt, number: version.number };
}

/** Each required text must have been ticked in the very wording that holds now. */
function readAgreed({ call }: Case, agreed: string[]): { texts: Agreed[]; problems: FieldProblems } {
  const inWords = agreementTexts(call.settings.agreements);
  const problems: FieldProblems = {};
  for (const { key, mark, required } of inWords) {
    if (agreed.includes(mark)) continue;
    if (agreed.some((one) => one.startsWith(`${key}:`)))
      throw stale('The text of an agreement changed while you were reading. Please read it again.');
    if (required) problems[`agreed.${key}`] = 'This is needed to submit.';
  }
  return {
    texts: inWords
      .filter(({ mark }) => agreed.includes(mark))
      .map(({ key, text, sha256 }) => ({ key, text, sha256 })),
    problems,
  };
}

/** The store acknowledges only what is synced; a version may speak only of what it still holds. */
async function demandKept({ files }: Case): Promise<void> {
  const store = resources().files;
  const held = await Promise.all(files.map(({ sha256 }) => store.has(sha256)));
  const gone = files[held.indexOf(false)];
  if (gone)
    throw invalid(`We cannot find “${gone.name}” among the kept files. Please add it again.`, {
      files: `Add “${gone.name}” again.`,
    });
}

/** Without answers to questions that were not asked in the end. */
function draftAsked({ title, abstract, topics, kinds, link, answers, call }: Case): Draft {
  const asked = new Set(askedOf(call.settings, answers).map(({ key }) => key));
  return {
    title,
    abstract,
    topics,
    kinds,
    link,
    answers: Object.fromEntries(Object.entries(answers).filter(([key]) => asked.has(key))),
  };
}

/** 100 random bits in groups that can be read over the phone. */
function receiptNumber(): string {
  return randomId()
    .slice(0, 20)
    .replace(/(.{5})(?=.)/g, '$1-');
}

async function tell(
  { db, viewer, now }: Pick<Scope, 'db' | 'viewer' | 'now'>,
  submission: Case,
  row: string,
  revived: boolean,
) {
  const by = (language: Spoken) =>
    viewer.kind === 'person' ? viewer.name : submissionWordsIn(language).somebody;
  await writeToAuthors(
    db,
    submission,
    { now },
    {
      kind: 'receipt',
      key: `${revived ? 'revival' : 'withdrawal'} ${row}`,
      write: (place) =>
        lettersIn[place.language].withdrawalLetter(place, { by: by(place.language), revived }),
    },
  );
}

const personId = (viewer: Scope['viewer']) => (viewer.kind === 'person' ? viewer.id : null);
