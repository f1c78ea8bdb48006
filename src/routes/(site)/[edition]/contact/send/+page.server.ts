import { redirect } from '@sveltejs/kit';
import { send } from '#app/features/site/enquiries/operations.server.ts';
import { wordsIn } from '#app/features/site/words/words.ts';
import { attempted } from '#app/platform/web.server.ts';

export const load = ({ url, locals }) => ({
  title: wordsIn(locals.context.language ?? 'en').titles.contact,
  sent: url.searchParams.has('sent'),
});

export const actions = {
  default: async ({ locals, params, request }) => {
    const data = await request.formData();
    const word = (name: string) => {
      const value = data.get(name);
      return typeof value === 'string' ? value : '';
    };
    const typed = {
      name: word('name'),
      email: word('email'),
      topic: word('topic'),
      about: word('about'),
      words: word('words'),
    };
    const asked = { edition: params.edition, ...typed, website: word('website') };
    const sent = await attempted(() => send(locals.context, asked as never), typed);
    if (!('id' in sent)) return sent;
    // Another address, so that a page loaded again sends nothing again.
    redirect(303, `/${encodeURIComponent(params.edition)}/contact/send?sent=1`);
  },
};
