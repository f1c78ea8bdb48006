import { redirect } from '@sveltejs/kit';
import {
  account,
  addAddress,
  chooseLanguage,
  describeMyself,
  makePrimary,
  removeAddress,
} from '#app/features/people/operations.server.ts';
import { peopleWordsIn } from '#app/features/people/words/words.ts';
import type { Context } from '#app/platform/operation.server.ts';
import { attempted } from '#app/platform/web.server.ts';
import type { Spoken } from '#app/ui/language.ts';
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
      return { done: said(locals.context).saved };
    }, about);
  },
  language: async ({ request, locals }) => {
    const chosen = String((await request.formData()).get('language') ?? '');
    return attempted(async () => {
      await chooseLanguage(locals.context, { language: chosen as Spoken });
      // Asked for anew, so that the answer comes in the language that was chosen.
      redirect(303, '/account#language');
    });
  },
  addAddress: async ({ request, locals }) => {
    const address = String((await request.formData()).get('address') ?? '');
    return attempted(
      async () => {
        const asked = await addAddress(locals.context, { address });
        return { done: said(locals.context).wrote(asked.address) };
      },
      { address },
    );
  },
  makePrimary: async ({ request, locals }) => {
    const address = String((await request.formData()).get('address') ?? '');
    return attempted(async () => {
      await makePrimary(locals.context, { address });
      return { done: said(locals.context).lettersNow(address) };
    });
  },
  removeAddress: async ({ request, locals }) => {
    const address = String((await request.formData()).get('address') ?? '');
    return attempted(async () => {
      await removeAddress(locals.context, { address });
      return { done: said(locals.context).removed(address) };
    });
  },
};

const said = ({ language = 'en' }: Context) => peopleWordsIn(language).account;
