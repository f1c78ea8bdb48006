import { frame } from '#app/features/site/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';

export const csr = false;

/** These pages answer somebody and are drawn for each request; all others of an edition are fixed bytes. */
export const load = async ({ locals, params }) => ({
  frame: await answered(() =>
    frame(locals.context, { slug: params.edition, language: locals.context.language }),
  ),
});
