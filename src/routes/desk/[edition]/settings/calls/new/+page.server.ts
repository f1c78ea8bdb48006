import { redirect } from '@sveltejs/kit';
import { add, settings } from '#app/features/calls/operations.server.ts';
import { newCallFields, newCallFrom } from '#app/features/calls/new-call.ts';
import { postedForm } from '#app/features/editions/posted.ts';
import { placeZones } from '#app/features/editions/zones.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => {
  await answered(() => settings(locals.context, { slug: params.edition }));
  const deadline = { time: '23:59', zone: 'AoE' };
  return {
    title: 'Add a call',
    fields: newCallFields(placeZones()),
    value: { template: 'papers', deadline },
  };
};

export const actions = {
  default: async ({ locals, params, request }) => {
    const { value } = await postedForm(request, newCallFields([]));
    const slug = params.edition;
    const done = await attempted(() => add(locals.context, { slug, body: newCallFrom(value) }), {
      typed: value,
    });
    if ('key' in done) redirect(303, `/desk/${slug}/settings/calls/${done.key}`);
    return done;
  },
};
