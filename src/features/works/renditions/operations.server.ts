/** What may be shown of accepted submissions: made and asked for. */
import * as v from 'valibot';
import { listEditions } from '#app/features/editions/queries.server.ts';
import { idForm } from '#app/features/submissions/forms.ts';
import { findCase } from '#app/features/submissions/queries.server.ts';
import { listAcceptances } from '#app/features/works/queries.server.ts';
import { read } from '#app/platform/operation.server.ts';
import { theSystem } from '#app/platform/policy.ts';
import { resources } from '#app/platform/resources.server.ts';
import { systemViewer } from '#app/platform/viewer.ts';
import { askForRenditions } from './asking.server.ts';
import { listFacts, type Found } from './facts.server.ts';
import { listRendered } from './queries.server.ts';
import { renderFacts } from './render.server.ts';

/** Makes what is missing of one submission, by what was accepted and granted at this moment. */
export async function renderSubmission(id: string, now: Date): Promise<void> {
  const context = { viewer: systemViewer('works.render'), now };
  for (const found of await factsOfOne(context, { id })) await rendered(found, now);
}

/** The same of everything accepted in an edition: what is there already costs a look and nothing else. */
export async function renderEdition(editionId: string, now: Date): Promise<void> {
  const context = { viewer: systemViewer('works.render'), now };
  for (const found of await factsOfAll(context, { editionId })) await rendered(found, now);
}

/** Of everything, for what no verb asks: a grant that ran out, a credit confirmed, a withdrawal. */
export async function renderAll(now: Date): Promise<void> {
  const context = { viewer: systemViewer('works.render'), now };
  const { editions, apart } = await everything(context, {});
  for (const editionId of editions) await renderEdition(editionId, now);
  for (const id of apart) await renderSubmission(id, now);
}

async function rendered({ facts, again }: Found, now: Date): Promise<void> {
  await renderFacts(facts, now);
  const { clock, database } = resources();
  // The queue lives by the machine's clock, also where the demo's is moved.
  const at = again && new Date(again.getTime() - clock.shift);
  if (at) await askForRenditions(database.db, facts.submissionId, at);
}

const factsOfOne = read({
  name: 'renditions.facts',
  input: idForm,
  allow: theSystem,
  run: async ({ db, now }, _subject, { id }) => {
    const submission = await findCase(db, id);
    return submission ? listFacts(db, { editionId: submission.editionId, id }, now) : [];
  },
});

const factsOfAll = read({
  name: 'renditions.factsOfEdition',
  input: v.object({ editionId: v.string() }),
  allow: theSystem,
  run: ({ db, now }, _subject, { editionId }) => listFacts(db, { editionId }, now),
});

const everything = read({
  name: 'renditions.everything',
  input: v.object({}),
  allow: theSystem,
  run: async ({ db }) => {
    const editions = (await listEditions(db)).map(({ id }) => id);
    const accepted = new Set<string>();
    for (const editionId of editions)
      for (const { submissionId } of await listAcceptances(db, { editionId })) accepted.add(submissionId);
    return { editions, apart: (await listRendered(db)).filter((id) => !accepted.has(id)) };
  },
});
