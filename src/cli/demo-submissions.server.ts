/**
 * Keeps the demo's invented submissions in step with its clock: whatever was submitted by then is submitted,
 * what was begun is a draft, the rest does not exist yet. What visitors of the demo hand in themselves stays.
 * Everything goes through the same operations that people use.
 */
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { exampleFile, loadExample } from '../../examples/creativity-2024/load.ts';
import type { ExampleSubmission } from '../../examples/creativity-2024/shapes.ts';
import { findCalls } from '#app/features/calls/queries.server.ts';
import { findEdition } from '#app/features/editions/queries.server.ts';
import { findPersonByEmail, insertPerson } from '#app/features/people/queries.server.ts';
import { markInvented, unmake } from '#app/features/submissions/demo-operations.server.ts';
import { agreementTexts } from '#app/features/submissions/agreement.ts';
import { addFile, assignRole } from '#app/features/submissions/files/operations.server.ts';
import { settleSoon } from '#app/features/submissions/files/settle.server.ts';
import * as submissions from '#app/features/submissions/operations.server.ts';
import { readInstallation, writeInstallation } from '#app/platform/installation.server.ts';
import type { Context } from '#app/platform/operation.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { isRefusal } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { systemViewer, type PersonViewer } from '#app/platform/viewer.ts';

/** Roles of the example that the calls do not know: they come as supplements. */
const extras = ['captions', 'transcript', 'capture'];

type Stage = 'draft' | 'submitted';
export type Known = Record<string, { id: string; stage: Stage }>;

/** Three days from the first word to handing it in. */
const writingTime = 3 * 24 * 60 * 60 * 1000;

export async function arrangeSubmissions(
  moment: Date,
  say: (line: string) => void = () => undefined,
): Promise<void> {
  const { db } = resources().database;
  example ??= loadExample();
  const edition = (await findEdition(db, { slug: example.settings.about.slug }))!;
  const calls = new Map((await findCalls(db, { editionId: edition.id })).map((call) => [call.key, call]));
  const known = (await readInstallation<Known>(db, 'demo.submissions')) ?? {};
  const wanted = example.submissions.toSorted((a, b) => (a.submitted < b.submitted ? -1 : 1));
  for (const [at, submission] of wanted.entries()) {
    const stage = stageAt(submission, moment);
    if ((known[submission.key]?.stage ?? null) === stage) continue;
    const call = calls.get(submission.call);
    // Visitors of the demo may have taken the call away, or made it ask for something else: then it stays out.
    const made = call ? await bringTo(stage, submission, call, known[submission.key]) : null;
    if (made) known[submission.key] = made;
    else delete known[submission.key];
    if (at % 6 === 5) say(`Handing in ${at + 1} of ${wanted.length} invented submissions`);
    await writeInstallation(db, 'demo.submissions', known, moment);
  }
}

let example: ReturnType<typeof loadExample> | undefined;

/** The submission as it stands at this stage; what cannot go on from where it was is made anew. */
async function bringTo(
  stage: Stage | null,
  submission: ExampleSubmission,
  call: Call,
  before: Known[string] | undefined,
): Promise<Known[string] | null> {
  const onwards = stage === 'submitted' && before?.stage === 'draft';
  if (before && !onwards) await vanish(before.id);
  if (!stage) return null;
  const author = await authorOf(submission);
  for (const begun of onwards ? [before.id, null] : [null]) {
    let id = begun;
    try {
      id ??= await write(submission, call, author);
      if (stage === 'submitted') await handIn(submission, id, call, author);
      return { id, stage };
    } catch (problem) {
      if (!isRefusal(problem)) throw problem;
      resources().log.accident('demo', problem, { submission: submission.key });
      if (id) await vanish(id);
    }
  }
  return null;
}

/** Somebody who played with the demo may have deleted it already. */
async function vanish(id: string): Promise<void> {
  try {
    await unmake({ viewer: systemViewer('demo'), now: resources().clock.now() }, { id });
  } catch (problem) {
    if (!isRefusal(problem) || problem.kind !== 'missing') throw problem;
  }
}

function stageAt({ submitted }: ExampleSubmission, moment: Date): Stage | null {
  const at = new Date(submitted).getTime();
  if (at <= moment.getTime()) return 'submitted';
  return at - writingTime <= moment.getTime() ? 'draft' : null;
}

async function write(example: ExampleSubmission, call: Call, author: PersonViewer): Promise<string> {
  const context: Context = {
    viewer: author,
    now: new Date(new Date(example.submitted).getTime() - writingTime),
  };
  const { id } = await submissions.begin(context, { call: call.id });
  const { title, abstract, kinds, topics, answers, link, credits } = example;
  const draft = { title, abstract, kinds, topics, answers, ...(link && { link }) };
  await submissions.saveDraft(context, { id, base: 0, draft });
  const [first, ...others] = credits;
  const { contributors } = (await submissions.open(context, { id })).submission;
  const credit = (one: (typeof credits)[number]) => ({
    kind: one.kind === 'collective' ? one.kind : ('person' as const),
    name: one.name,
    email: one.email,
    affiliation: one.affiliation,
    orcid: one.orcid ?? '',
    pronouns: one.pronouns ?? '',
    role: one.role ?? '',
  });
  await submissions.editContributor(context, { id, contributor: contributors[0]!.id, ...credit(first!) });
  for (const one of others) await submissions.addContributor(context, { id, ...credit(one) });
  for (const { path, name, role } of example.files) {
    const blob = await resources().files.keep(Readable.from([await readFile(exampleFile(path))]));
    const fileId = randomId();
    await addFile(context, { id, fileId, name, ...blob, archive: false, begunAt: context.now });
    await assignRole(context, { fileId, role: extras.includes(role) ? 'supplementary' : role });
  }
  await settleSoon(id, context.now);
  await markInvented({ viewer: systemViewer('demo'), now: context.now }, { id });
  return id;
}

async function handIn(
  example: ExampleSubmission,
  id: string,
  call: Call,
  author: PersonViewer,
): Promise<void> {
  const now = new Date(example.submitted);
  await settleSoon(id, now);
  const agreed = agreementTexts(call.settings.agreements).map(({ mark }) => mark);
  if (example.link) {
    await submissions.grantClearance(
      { viewer: await organizerOf(call.editionId), now: new Date(now.getTime() - writingTime / 2) },
      { id, rule: 'link', reason: 'An interactive piece that runs on a server; a link replaces the file.' },
    );
  }
  try {
    await submissions.submit({ viewer: author, now }, { id, agreed });
  } catch (problem) {
    if (!isRefusal(problem)) throw problem;
    await submissions.submitWithIssues({ viewer: author, now }, { id, agreed });
  }
}

export function authorOf({ credits }: ExampleSubmission): Promise<PersonViewer> {
  return viewerFor(credits[0]!, []);
}

export function organizerOf(editionId: string): Promise<PersonViewer> {
  const organizer = loadExample().cast.find(({ roles }) => roles.join() === 'organizer')!;
  return viewerFor(organizer, [{ editionId, role: 'organizer' }]);
}

async function viewerFor(
  { name, email }: { name: string; email: string },
  roles: PersonViewer['roles'],
): Promise<PersonViewer> {
  const { db } = resources().database;
  const now = new Date('2024-07-01T12:00:00Z');
  const known = await findPersonByEmail(db, email);
  const id = known?.id ?? (await insertPerson(db, { name, email, confirmed: true, now }));
  return { kind: 'person', id, name, email, sessionId: '', roles, operator: false, draftKey: null };
}

type Call = Awaited<ReturnType<typeof findCalls>>[number];
