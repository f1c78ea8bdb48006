import { redirect } from '@sveltejs/kit';
import { askedFor, selectionOf } from '#app/features/submissions/table.ts';
import { verdicts } from '#app/features/works/acceptance.ts';
import { accept, preview, previewLetter } from '#app/features/works/operations.server.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

/** Those ticked, or everything that matches where that was ticked; never everything by omission. */
export const load = async ({ locals, params, url }) => {
  const { everything, ids } = selectionOf(url.searchParams);
  const asked = { ...askedFor(url.searchParams), ids: everything ? null : ids };
  const looked = await answered(() => preview(locals.context, { edition: params.edition, ...asked }));
  const [first] = looked.filter(({ verdict }) => verdict === 'accept');
  return {
    letter: first
      ? await answered(() => previewLetter(locals.context, { edition: params.edition, id: first.id }))
      : null,
    title: 'What would be accepted',
    can: looked.filter(({ verdict }) => verdicts[verdict].may),
    cannot: looked.filter(({ verdict }) => !verdicts[verdict].may),
  };
};

export const actions = {
  default: async ({ locals, params, request }) => {
    const posted = await request.formData();
    const reason = String(posted.get('reason') ?? '');
    const chosen = posted.getAll('chosen').map((pair) => {
      const [id = '', receipt = ''] = String(pair).split(' ');
      return { id, receipt };
    });
    const done = await attempted(() => accept(locals.context, { edition: params.edition, chosen, reason }), {
      reason,
    });
    if (!('accepted' in done)) return done;
    redirect(303, `/desk/${params.edition}/accepted?accepted=${done.accepted}`);
  },
};
