import { endWaiver, waive, waivers } from '#app/features/calls/operations.server.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params, url }) => ({
  title: 'What is waived',
  key: params.call,
  chosen: url.searchParams.get('code') ?? '',
  ...(await answered(() => waivers(locals.context, { slug: params.edition, call: params.call }))),
});

export const actions = {
  waive: async ({ locals, params, request }) => {
    const posted = await request.formData();
    const values = { code: String(posted.get('code') ?? ''), reason: String(posted.get('reason') ?? '') };
    const input = { slug: params.edition, call: params.call, ...values };
    const done = await attempted(() => waive(locals.context, input), values);
    return 'waiver' in done ? { done: 'It is waived for the whole call from now on.' } : done;
  },
  end: async ({ locals, params, request }) => {
    const posted = await request.formData();
    const values = { waiver: String(posted.get('waiver') ?? ''), reason: String(posted.get('reason') ?? '') };
    const input = { slug: params.edition, call: params.call, ...values };
    const done = await attempted(() => endWaiver(locals.context, input), values);
    return done ?? { done: 'It counts again from now on.' };
  },
};
