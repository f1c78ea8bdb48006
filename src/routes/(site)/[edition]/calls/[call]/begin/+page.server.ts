import { redirect } from '@sveltejs/kit';
import { begin } from '#app/features/submissions/operations.server.ts';
import { cookieOptions, draftsCookie } from '#app/platform/cookies.ts';
import { hashSecret, randomSecret } from '#app/platform/random.server.ts';
import { attempted } from '#app/platform/web.server.ts';

export const load = ({ params }) =>
  redirect(303, `/${encodeURIComponent(params.edition)}/calls/${encodeURIComponent(params.call)}`);

export const actions = {
  default: async ({ locals, params, cookies, url }) => {
    let { context } = locals;
    if (context.viewer.kind === 'visitor') {
      // The browser gets its secret here at the latest, and keeps it for longer with each draft.
      const secret = locals.draftSecret ?? randomSecret();
      cookies.set(draftsCookie, secret, cookieOptions(url.protocol === 'https:'));
      context = { ...context, viewer: { ...context.viewer, draftKey: hashSecret(secret) } };
    }
    const begun = await attempted(() => begin(context, { edition: params.edition, call: params.call }));
    if ('id' in begun) redirect(303, `/my/submissions/${begun.id}`);
    return begun;
  },
};
