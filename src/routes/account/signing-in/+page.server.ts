import {
  account,
  addPasskey,
  endSession,
  namePasskey,
  removePasskey,
} from '#app/features/people/operations.server.ts';
import { peopleWordsIn } from '#app/features/people/words/words.ts';
import type { Context } from '#app/platform/operation.server.ts';
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
      return said(locals.context).passkeyAdded;
    }),
  namePasskey: ({ request, locals }) =>
    act(request, async ({ id, label }) => {
      await namePasskey(locals.context, { id, label });
      return peopleWordsIn(locals.context.language ?? 'en').account.saved;
    }),
  removePasskey: ({ request, locals }) =>
    act(request, async ({ id }) => {
      await removePasskey(locals.context, { id });
      return said(locals.context).passkeyRemoved;
    }),
  endSession: ({ request, locals }) =>
    act(request, async ({ id }) => {
      await endSession(locals.context, { id });
      return said(locals.context).over;
    }),
  endOthers: ({ request, locals }) =>
    act(request, async () => {
      const ended = await endSession(locals.context, {});
      return said(locals.context).othersOver(ended);
    }),
};

const said = ({ language = 'en' }: Context) => peopleWordsIn(language).signingIn;

async function act(
  request: Request,
  does: (fields: { id: string; label: string; answer: string }) => Promise<string>,
) {
  const form = await request.formData();
  const field = (name: string) => String(form.get(name) ?? '');
  const fields = { id: field('id'), label: field('label'), answer: field('answer') };
  return attempted(async () => ({ done: await does(fields) }));
}
