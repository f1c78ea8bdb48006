import { confirm, look } from '#app/features/site/interest/operations.server.ts';
import { wordsIn } from '#app/features/site/words/words.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params: { edition, secret } }) => ({
  title: wordsIn(locals.context.language ?? 'en').live.interest.title,
  wish: await answered(() => look(locals.context, { edition, secret })),
});

/** Only a press changes something: programs that read mail open every link in it. */
export const actions = {
  yes: async ({ locals, params: { edition, secret } }) =>
    (await attempted(() => confirm(locals.context, { edition, secret }))) ?? { done: true as const },
};
