import { bringBack, move, removed, settings } from '#app/features/calls/operations.server.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => {
  const slug = params.edition;
  const calls = await answered(() => settings(locals.context, { slug }));
  return {
    title: 'Calls',
    calls: calls.map(({ key, phase, deadline, settings: { title } }) => ({ key, phase, deadline, title })),
    removed: await answered(() => removed(locals.context, { slug })),
  };
};

export const actions = {
  move: async ({ locals, params, request }) => {
    const posted = await request.formData();
    const call = String(posted.get('call') ?? '');
    const by = posted.get('by') === '-1' ? -1 : 1;
    return attempted(() => move(locals.context, { slug: params.edition, call, by }));
  },
  back: async ({ locals, params, request }) => {
    const call = String((await request.formData()).get('call') ?? '');
    return attempted(() => bringBack(locals.context, { slug: params.edition, call }));
  },
};
