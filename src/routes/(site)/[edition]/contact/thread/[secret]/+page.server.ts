import { thread, writeAgain } from '#app/features/site/enquiries/operations.server.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params: { edition, secret } }) => ({
  title: 'Your thread',
  thread: await answered(() => thread(locals.context, { edition, secret })),
});

export const actions = {
  write: async ({ locals, params: { edition, secret }, request }) => {
    const words = (await request.formData()).get('words');
    const typed = { words: typeof words === 'string' ? words : '' };
    const done = await attempted(() => writeAgain(locals.context, { edition, secret, ...typed }), typed);
    return 'message' in done ? { done: 'Sent. The organizers answer here, and by mail.' } : done;
  },
};
