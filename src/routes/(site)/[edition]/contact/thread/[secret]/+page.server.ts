import { thread, writeAgain } from '#app/features/site/enquiries/operations.server.ts';
import { wordsIn } from '#app/features/site/words/words.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params: { edition, secret } }) => ({
  title: wordsIn(locals.context.language ?? 'en').live.thread.place,
  thread: await answered(() => thread(locals.context, { edition, secret })),
});

export const actions = {
  write: async ({ locals, params: { edition, secret }, request }) => {
    const words = (await request.formData()).get('words');
    const typed = { words: typeof words === 'string' ? words : '' };
    const done = await attempted(() => writeAgain(locals.context, { edition, secret, ...typed }), typed);
    return 'message' in done ? { done: true as const } : done;
  },
};
