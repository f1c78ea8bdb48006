import { error, redirect } from '@sveltejs/kit';
import { remove, settings } from '#app/features/calls/operations.server.ts';
import { missing } from '#app/platform/refusal.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => {
  const calls = await answered(() => settings(locals.context, { slug: params.edition }));
  const call = calls.find(({ key }) => key === params.call) ?? error(404, missing().message);
  return { title: 'Remove the call', key: call.key, callTitle: call.settings.title };
};

export const actions = {
  default: async ({ locals, params, request }) => {
    const reason = String((await request.formData()).get('reason') ?? '');
    const input = { slug: params.edition, call: params.call, reason };
    const refused = await attempted(() => remove(locals.context, input), { reason });
    if (!refused) redirect(303, `/desk/${params.edition}/settings/calls`);
    return refused;
  },
};
