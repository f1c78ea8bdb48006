import {
  account,
  addPasskey,
  endSession,
  namePasskey,
  removePasskey,
} from '#app/features/people/operations.server.ts';
import { attempted } from '#app/platform/web.server.ts';
import { atHome } from '../at-home.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await atHome(event, () => account(event.locals.context, {}))),
});

export const actions: Actions = {
  addPasskey: ({ request, locals }) =>
    act(request, async ({ answer, label }) => {
      await addPasskey(locals.context, { answer, label });
      return 'The passkey was added.';
    }),
  namePasskey: ({ request, locals }) =>
    act(request, async ({ id, label }) => {
      await namePasskey(locals.context, { id, label });
      return 'Saved.';
    }),
  removePasskey: ({ request, locals }) =>
    act(request, async ({ id }) => {
      await removePasskey(locals.context, { id });
      return 'The passkey was removed here. Your device may still offer it; delete it there too.';
    }),
  endSession: ({ request, locals }) =>
    act(request, async ({ id }) => {
      await endSession(locals.context, { id });
      return 'That session is over.';
    }),
  endOthers: ({ request, locals }) =>
    act(request, async () => {
      const ended = await endSession(locals.context, {});
      return ended === 1 ? 'The other session is over.' : `All ${ended} other sessions are over.`;
    }),
};

async function act(
  request: Request,
  does: (fields: { id: string; label: string; answer: string }) => Promise<string>,
) {
  const form = await request.formData();
  const field = (name: string) => String(form.get(name) ?? '');
  const fields = { id: field('id'), label: field('label'), answer: field('answer') };
  return attempted(async () => ({ done: await does(fields) }));
}
