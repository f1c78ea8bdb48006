import { redirect } from '@sveltejs/kit';
import { eraseMe, lookAtErasing } from '#app/features/people/operations.server.ts';
import { sessionCookie } from '#app/platform/cookies.ts';
import { attempted } from '#app/platform/web.server.ts';
import { atHome } from '../at-home.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await atHome(event, () => lookAtErasing(event.locals.context, {}))),
});

export const actions: Actions = {
  erase: async ({ request, locals, cookies }) => {
    const sure = (await request.formData()).get('sure') === 'yes' ? ('yes' as const) : undefined;
    return attempted(async () => {
      await eraseMe(locals.context, { sure });
      cookies.delete(sessionCookie, { path: '/' });
      redirect(303, '/');
    });
  },
};
