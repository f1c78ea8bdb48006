import { redirect } from '@sveltejs/kit';
import { look, travel } from '#app/features/calls/time-machine-operations.server.ts';
import { momentOf, phaseWords, stopsAround } from '#app/features/calls/time-machine.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const csr = false;

export const load = async ({ locals, url }) => {
  const seen = await answered(() => look(locals.context, {}));
  const { viewer } = locals.context;
  return {
    ...seen,
    stops: stopsAround(seen.now),
    changes: url.searchParams.getAll('changed'),
    viewer: viewer.kind === 'person' ? viewer.name : null,
  };
};

export const actions = {
  default: async ({ locals, request }) => {
    const text = String((await request.formData()).get('moment') ?? '');
    const done = await attempted(() => travel(locals.context, { moment: momentOf(text) }), { moment: text });
    if (!('changes' in done)) return done;
    const said = done.changes.map(
      ({ title, before, after }) => `${title}: ${phaseWords[before]} → ${phaseWords[after]}`,
    );
    redirect(303, `/demo/clock?${new URLSearchParams(said.map((words) => ['changed', words]))}`);
  },
};
