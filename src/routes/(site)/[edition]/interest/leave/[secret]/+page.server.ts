import { leave, look } from '#app/features/site/interest/operations.server.ts';
import { wordsIn } from '#app/features/site/words/words.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params: { edition, secret } }) => ({
  title: wordsIn(locals.context.language ?? 'en').live.interest.leave,
  listed: (await answered(() => look(locals.context, { edition, secret }))) !== null,
});

export const actions = {
  leave: async ({ locals, params: { edition, secret } }) =>
    (await attempted(() => leave(locals.context, { edition, secret }))) ?? { done: true as const },
};
