import {
  account,
  addAddress,
  describeMyself,
  makePrimary,
  removeAddress,
} from '#app/features/people/operations.server.ts';
import { attempted } from '#app/platform/web.server.ts';
import { atHome } from './at-home.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await atHome(event, () => account(event.locals.context, {}))),
});

export const actions: Actions = {
  about: async ({ request, locals }) => {
    const form = await request.formData();
    const field = (name: string) => String(form.get(name) ?? '');
    const about = {
      name: field('name'),
      affiliation: field('affiliation'),
      pronouns: field('pronouns'),
      orcid: field('orcid'),
    };
    return attempted(async () => {
      await describeMyself(locals.context, about);
      return { done: 'Saved.' };
    }, about);
  },
  addAddress: async ({ request, locals }) => {
    const address = String((await request.formData()).get('address') ?? '');
    return attempted(
      async () => {
        const asked = await addAddress(locals.context, { address });
        return {
          done: `We wrote to ${asked.address}. Open the link in that letter while you are signed in.`,
        };
      },
      { address },
    );
  },
  makePrimary: async ({ request, locals }) => {
    const address = String((await request.formData()).get('address') ?? '');
    return attempted(async () => {
      await makePrimary(locals.context, { address });
      return { done: `Letters now go to ${address}.` };
    });
  },
  removeAddress: async ({ request, locals }) => {
    const address = String((await request.formData()).get('address') ?? '');
    return attempted(async () => {
      await removeAddress(locals.context, { address });
      return { done: `${address} was removed.` };
    });
  },
};
