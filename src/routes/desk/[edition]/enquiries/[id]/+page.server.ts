import { error } from '@sveltejs/kit';
import {
  answer,
  close,
  inspect,
  markSpam,
  reopen,
  unmarkSpam,
} from '#app/features/site/enquiries/desk-operations.server.ts';
import { missing } from '#app/platform/refusal.ts';
import { answered, attempted } from '#app/platform/web.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const enquiry = await answered(() => inspect(locals.context, { id: params.id }));
  if (enquiry.edition !== params.edition) error(404, missing().message);
  return { title: enquiry.topic, enquiry };
};

const simply =
  (act: typeof close, done: string) =>
  async ({ locals, params }: RequestEvent) =>
    (await attempted(() => act(locals.context, { id: params.id }))) ?? { done };

export const actions = {
  answer: async ({ locals, params, request }) => {
    const data = await request.formData();
    const word = (name: string) => {
      const value = data.get(name);
      return typeof value === 'string' ? value : '';
    };
    const typed = { words: word('words') };
    const asked = { id: params.id, seen: word('seen'), close: word('close') === 'yes', ...typed };
    const done = await attempted(() => answer(locals.context, asked), typed);
    return 'message' in done ? { done: 'Your answer is on its way.' } : done;
  },
  close: simply(close, 'It is closed. You can open it again.'),
  reopen: simply(reopen, 'It is open again.'),
  spam: simply(markSpam, 'It is set aside as spam. You can take that back.'),
  unspam: simply(unmarkSpam, 'It stands in the list again.'),
} satisfies Actions;
