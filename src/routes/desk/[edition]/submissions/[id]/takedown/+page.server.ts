import { error } from '@sveltejs/kit';
import { endTakedown, inspect, takeDown } from '#app/features/works/rights/operations.server.ts';
import { takedownPosted } from '#app/features/works/rights/posted.ts';
import { missing } from '#app/platform/refusal.ts';
import { answered, attempted } from '#app/platform/web.server.ts';
import type { Actions } from './$types';

export const load = async ({ locals, params }) => {
  const rights = await answered(() => inspect(locals.context, { id: params.id }));
  if (rights.edition.slug !== params.edition) error(404, missing().message);
  return { rights, title: 'Rights and takedown' };
};

export const actions = {
  takedown: async ({ locals, params, request }) => {
    const { values, asked } = takedownPosted(await request.formData());
    const done = await attempted(
      () => takeDown(locals.context, { id: params.id, ...asked } as never),
      values,
    );
    return 'takedown' in done ? { done: 'It is hidden from now on, and its people are told.' } : done;
  },
  endTakedown: async ({ locals, params, request }) => {
    const data = await request.formData();
    const word = (name: string) => String(data.get(name) ?? '');
    const values = { takedown: word('takedown'), reason: word('reason') };
    const done = await attempted(() => endTakedown(locals.context, { id: params.id, ...values }), values);
    return done ?? { done: 'What is granted may be shown again.' };
  },
} satisfies Actions;
