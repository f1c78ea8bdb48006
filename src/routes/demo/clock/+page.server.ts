import { redirect } from '@sveltejs/kit';
import { look, set } from '#app/features/calls/time-machine-operations.server.ts';
import { stops } from '#app/features/calls/time-machine.ts';
import { resources } from '#app/platform/resources.server.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const csr = false;

export const load = async ({ locals, url }) => ({
  ...(await answered(() => look(locals.context, {}))),
  stops,
  changes: url.searchParams.getAll('changed'),
});

export const actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const text = String(form.get('moment') ?? '');
    const moment = text === 'present' ? null : new Date(/Z$/.test(text) ? text : `${text}Z`);
    const slug = String(form.get('slug') ?? '');
    const result = await attempted(() => set(locals.context, { slug, moment }), { moment: text });
    if (!('changes' in result)) return result;
    // The example's submissions follow the clock; they are handed in through the same doors as everybody's.
    await resources().arrange?.(new Date(result.now));
    const said = result.changes.map(({ title, before, after }) => `${title}: ${before} → ${after}`);
    redirect(303, `/demo/clock?${new URLSearchParams(said.map((words) => ['changed', words]))}`);
  },
};
