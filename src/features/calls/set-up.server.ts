/** The guided set-up, step by step: each step is saved when it makes sense, and the last makes the edition. */
import * as v from 'valibot';
import { operation, read } from '#app/platform/operation.server.ts';
import { invalid, missing } from '#app/platform/refusal.ts';
import type { Viewer } from '#app/platform/viewer.ts';
import { deleteDraft, findDraft, saveDraft } from '../editions/draft-queries.server.ts';
import type { FormValue } from '../editions/form.ts';
import { mayMakeEditions } from '../editions/policy.ts';
import { makeEdition } from './make-edition.server.ts';
import { firstValues, stepProblems, steps, wholeOf, type Draft, type Step } from './set-up.ts';

const attention = 'Something in the form needs your attention.';

/** One's own draft, with what the forms show where nothing was said; `open` names the first step to mend. */
export const draft = read({
  name: 'editions.draft',
  input: v.object({}),
  allow: mayMakeEditions,
  run: async ({ db, viewer }) => {
    const said: Draft = await findDraft(db, personOf(viewer));
    const open = firstOpen(said);
    return {
      draft: { ...firstValues, ...said },
      said: steps.filter((step) => step in said),
      open: open ?? null,
      whole: open ? null : wholeOf(said),
    };
  },
});

export const sayStep = operation({
  name: 'editions.sayStep',
  input: v.object({ step: v.picklist(steps), value: v.record(v.string(), v.unknown()) }),
  allow: mayMakeEditions,
  run: async ({ db, viewer, now, note }, _subject, { step, value }) => {
    const problems = stepProblems(step, value as FormValue);
    if (Object.keys(problems).length > 0) throw invalid(attention, problems);
    const personId = personOf(viewer);
    const said = await findDraft(db, personId);
    await saveDraft(db, { personId, body: { ...said, [step]: value }, now });
    note({ detail: { step } });
    return { next: steps[steps.indexOf(step) + 1] ?? 'look' };
  },
});

/** Makes the edition; from here on it is public. */
export const goLive = operation({
  name: 'editions.goLive',
  input: v.object({}),
  allow: mayMakeEditions,
  redraws: true,
  run: async ({ db, viewer, now, note }) => {
    const personId = personOf(viewer);
    const said: Draft = await findDraft(db, personId);
    const open = firstOpen(said);
    if (open) throw invalid('One step is not finished yet.', { step: open });
    const made = await makeEdition(db, { ...wholeOf(said), by: personId, now, reason: 'Set up' });
    await deleteDraft(db, personId);
    note({ editionId: made.id, subjectId: made.id, detail: { slug: made.slug } });
    return made;
  },
});

/** Places and people may be left out; the name, the dates and the calls may not. */
function firstOpen(said: Draft): Step | undefined {
  return steps.find((step) => {
    if (step === 'places' || step === 'people')
      return Object.keys(stepProblems(step, said[step] ?? {})).length > 0;
    return step !== 'look' && (!said[step] || Object.keys(stepProblems(step, said[step])).length > 0);
  });
}

function personOf(viewer: Viewer): string {
  if (viewer.kind !== 'person') throw missing();
  return viewer.id;
}
