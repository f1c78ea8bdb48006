/** What may be shown of accepted submissions: made, asked for, and how far it is. */
import * as v from 'valibot';
import { idForm } from '#app/features/submissions/forms.ts';
import { itsOrganizers } from '#app/features/submissions/policy.ts';
import { findCase } from '#app/features/submissions/queries.server.ts';
import { listAcceptances } from '#app/features/works/queries.server.ts';
import { read } from '#app/platform/operation.server.ts';
import { theSystem } from '#app/platform/policy.ts';
import { resources } from '#app/platform/resources.server.ts';
import { systemViewer } from '#app/platform/viewer.ts';
import { askForRenditions } from './asking.server.ts';
import { factsOf } from './facts.server.ts';
import { listRenderings } from './queries.server.ts';
import { renderFacts } from './render.server.ts';
import { stateOf } from './rendering.ts';

/** Makes what is missing of one submission, by what was accepted and granted at this moment. */
export async function renderSubmission(id: string, now: Date): Promise<void> {
  const context = { viewer: systemViewer('works.render'), now };
  const found = await facts(context, { id });
  if (!found) return;
  await renderFacts(found.facts, now);
  const { clock, database } = resources();
  // The queue lives by the machine's clock, also where the demo's is moved.
  if (found.again) await askForRenditions(database.db, id, new Date(found.again.getTime() - clock.shift));
}

/** The same of everything accepted in an edition: what is there already costs a look and nothing else. */
export async function renderEdition(editionId: string, now: Date): Promise<void> {
  const context = { viewer: systemViewer('works.render'), now };
  for (const id of await accepted(context, { editionId })) await renderSubmission(id, now);
}

/** For the desk: each file with what was made of it, what is still to come, and what went wrong. */
export const progress = read({
  name: 'renditions.progress',
  input: idForm,
  subject: ({ db }, { id }) => findCase(db, id),
  allow: itsOrganizers,
  run: async ({ db }, { id }) =>
    (await listRenderings(db, id)).map((one) => {
      const { stem, role, words, file, askedAt, madeAt } = one;
      return { stem, role, label: file.label, kind: file.kind, state: stateOf(one), words, askedAt, madeAt };
    }),
});

const facts = read({
  name: 'renditions.facts',
  input: idForm,
  allow: theSystem,
  run: ({ db, now }, _subject, { id }) => factsOf(db, id, now),
});

const accepted = read({
  name: 'renditions.accepted',
  input: v.object({ editionId: v.string() }),
  allow: theSystem,
  run: async ({ db }, _subject, { editionId }) =>
    (await listAcceptances(db, { editionId })).map(({ submissionId }) => submissionId),
});
