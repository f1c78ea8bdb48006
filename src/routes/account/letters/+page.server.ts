import { choose, preferences } from '#app/features/mailings/operations.server.ts';
import { peopleWordsIn } from '#app/features/people/words/words.ts';
import { attempted } from '#app/platform/web.server.ts';
import { atHome } from '../at-home.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await atHome(event, () => preferences(event.locals.context, {}))),
});

type Delivery = 'now' | 'digest' | 'off';

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await request.formData();
    const choices = Object.fromEntries(
      [...form].map(([kind, delivery]) => [kind, String(delivery) as Delivery]),
    );
    return attempted(async () => {
      await choose(locals.context, { choices });
      return { done: peopleWordsIn(locals.context.language ?? 'en').letters.saved };
    });
  },
};
