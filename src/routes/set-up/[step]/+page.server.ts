import { error, redirect } from '@sveltejs/kit';
import { draft, goLive, sayStep } from '#app/features/calls/set-up.server.ts';
import { limitsOf } from '#app/features/calls/limits.ts';
import { sayAsSet } from '#app/features/calls/dates.ts';
import { stepForm, steps, type Step } from '#app/features/calls/set-up.ts';
import { postedForm } from '#app/features/editions/posted.ts';
import { placeZones } from '#app/features/editions/zones.ts';
import { missing } from '#app/platform/refusal.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => {
  const step = known(params.step);
  const { draft: values, said, open, whole } = await answered(() => draft(locals.context, {}));
  return {
    ...stepForm(step, placeZones()),
    step,
    viewerName: locals.context.viewer.kind === 'person' ? locals.context.viewer.name : undefined,
    said,
    open,
    value: values[step] ?? {},
    look: step === 'look' && whole ? { ...whole.settings, calls: whole.calls.map(inWords) } : null,
  };
};

export const actions = {
  default: async ({ locals, params, request }) => {
    const step = known(params.step);
    const { value, act } = await postedForm(request, stepForm(step, []).fields);
    if (step === 'look') {
      const made = await attempted(() => goLive(locals.context, {}));
      if ('slug' in made) redirect(303, `/desk/${made.slug}`);
      return made;
    }
    if (act !== 'save') return { typed: value };
    const done = await attempted(() => sayStep(locals.context, { step, value }), { typed: value });
    if ('next' in done) redirect(303, `/set-up/${done.next}`);
    return done;
  },
};

const inWords = (
  call: Parameters<typeof limitsOf>[0] & { title: string; deadline: Parameters<typeof sayAsSet>[0] },
) => ({
  title: call.title,
  deadline: sayAsSet(call.deadline),
  limits: limitsOf(call),
});

function known(step: string): Step {
  return steps.find((name) => name === step) ?? error(404, missing().message);
}
