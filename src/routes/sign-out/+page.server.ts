import { redirect } from '@sveltejs/kit';
import { signOut } from '#app/features/people/operations.server.ts';
import { sessionCookie } from '#app/platform/cookies.ts';
import { answered } from '#app/platform/web.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  if (locals.context.viewer.kind !== 'person') redirect(303, '/');
  return { viewer: locals.context.viewer.name };
};

export const actions: Actions = {
  default: async ({ locals, cookies, setHeaders }) => {
    if (locals.context.viewer.kind === 'person') await answered(() => signOut(locals.context, {}));
    cookies.delete(sessionCookie, { path: '/' });
    // Words kept in the browser until they are saved are somebody's; the next one at this machine is somebody else.
    setHeaders({ 'clear-site-data': '"storage"' });
    redirect(303, '/');
  },
};
