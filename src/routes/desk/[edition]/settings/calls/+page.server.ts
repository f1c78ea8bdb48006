import { settings } from '#app/features/calls/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => {
  const calls = await answered(() => settings(locals.context, { slug: params.edition }));
  return {
    title: 'Calls',
    calls: calls.map(({ key, phase, deadline, settings: { title } }) => ({ key, phase, deadline, title })),
  };
};
