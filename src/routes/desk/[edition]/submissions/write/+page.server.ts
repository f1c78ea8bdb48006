import { redirect } from '@sveltejs/kit';
import { audience, write } from '#app/features/mailings/mailing-operations.server.ts';
import { placeholders } from '#app/features/mailings/template.ts';
import { askedFor, selectionOf } from '#app/features/submissions/table.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

/** A letter goes to those ticked, or to everything that matches where that was ticked; never to all by omission. */
function chosen(url: URL) {
  const { everything, ids } = selectionOf(url.searchParams);
  return { ...askedFor(url.searchParams), ids: everything ? null : ids };
}

export const load = async ({ locals, params, url }) => ({
  title: 'Write a letter',
  audience: await answered(() => audience(locals.context, { edition: params.edition, ...chosen(url) })),
  placeholders: Object.entries(placeholders).map(([name, means]) => ({ name, means })),
  query: url.search,
});

export const actions = {
  default: async ({ locals, params, request, url }) => {
    const posted = await request.formData();
    const values = { subject: String(posted.get('subject') ?? ''), body: String(posted.get('body') ?? '') };
    const input = { edition: params.edition, ...chosen(url), ...values };
    const done = await attempted(() => write(locals.context, input), values);
    if (!('mailing' in done)) return done;
    redirect(303, `/desk/${params.edition}/letters/${done.mailing}`);
  },
};
