import { redirect } from '@sveltejs/kit';
import { beginFor, inviteContributor, list } from '#app/features/submissions/operations.server.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, parent }) => {
  const { edition } = await parent();
  const { calls } = await answered(() => list(locals.context, { editionId: edition.id, ids: [] }));
  return {
    title: 'Enter one for somebody',
    calls: calls.map(({ id, settings }) => ({ value: id, label: settings.title })),
  };
};

export const actions = {
  default: async ({ locals, params, request }) => {
    const posted = await request.formData();
    const word = (name: string) => String(posted.get(name) ?? '');
    const values = { call: word('call'), name: word('name'), email: word('email') };
    const done = await attempted(async () => {
      const begun = await beginFor(locals.context, values);
      if (posted.has('invite')) await inviteContributor(locals.context, begun);
      return begun;
    }, values);
    if (!('contributor' in done)) return done;
    redirect(303, `/desk/${params.edition}/submissions/${done.id}?begun`);
  },
};
