/** The pages of an account: a stranger is sent to sign in and comes back here. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { isRefusal } from '#app/platform/refusal.ts';
import { answered } from '#app/platform/web.server.ts';

export async function atHome<R>({ locals, url }: RequestEvent, ask: () => Promise<R>) {
  const { viewer } = locals.context;
  const result = await answered(async () => {
    try {
      return await ask();
    } catch (problem) {
      if (isRefusal(problem) && problem.kind === 'denied' && viewer.kind === 'visitor')
        redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
      throw problem;
    }
  });
  return { mine: result, viewer: viewer.kind === 'person' ? viewer.name : '' };
}
