import { redirect } from '@sveltejs/kit';
import { freeze, freezes, thaw } from '#app/features/editions/freeze-operations.server.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => ({
  title: 'Archive',
  ...(await answered(() => freezes(locals.context, { slug: params.edition }))),
});

const act =
  (verb: typeof freeze | typeof thaw) =>
  async ({ locals, params, request, url }: import('./$types').RequestEvent) => {
    const reason = String((await request.formData()).get('reason') ?? '');
    const failed = await attempted(() => verb(locals.context, { slug: params.edition, reason }), { reason });
    if (failed) return failed;
    redirect(303, url.pathname);
  };

export const actions = { freeze: act(freeze), thaw: act(thaw) };
