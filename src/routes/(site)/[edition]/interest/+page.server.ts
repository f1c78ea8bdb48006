import { redirect } from '@sveltejs/kit';
import { join } from '#app/features/site/interest/operations.server.ts';
import { wordsIn } from '#app/features/site/words/words.ts';
import { attempted } from '#app/platform/web.server.ts';

export const load = ({ url, locals }) => ({
  title: wordsIn(locals.context.language ?? 'en').live.interest.title,
  asked: url.searchParams.has('asked'),
});

export const actions = {
  default: async ({ locals, params, request }) => {
    const data = await request.formData();
    const word = (name: string) => {
      const value = data.get(name);
      return typeof value === 'string' ? value : '';
    };
    const topics = data.getAll('topics').filter((value) => typeof value === 'string');
    const typed = { email: word('email'), name: word('name'), topics };
    const wish = { edition: params.edition, ...typed, website: word('website') };
    const refused = await attempted(() => join(locals.context, wish as never), typed);
    if (refused) return refused;
    redirect(303, `/${encodeURIComponent(params.edition)}/interest?asked=1`);
  },
};
