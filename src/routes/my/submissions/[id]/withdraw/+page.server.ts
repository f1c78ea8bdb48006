import { redirect } from '@sveltejs/kit';
import { open, revive, withdraw } from '#app/features/submissions/operations.server.ts';
import { submissionWordsIn } from '#app/features/submissions/words/words.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => {
  const { submission, edition, asAuthor } = await answered(() => open(locals.context, { id: params.id }));
  const w = submissionWordsIn(locals.context.language ?? 'en').withdraw;
  return { submission, edition, asAuthor, title: submission.withdrawal ? w.placeBack : w.place };
};

export const actions = {
  withdraw: async ({ locals, params, request }) => {
    const reason = String((await request.formData()).get('reason') ?? '');
    const refused = await attempted(() => withdraw(locals.context, { id: params.id, reason }), { reason });
    if (refused) return refused;
    redirect(303, `/my/submissions/${params.id}`);
  },
  revive: async ({ locals, params }) => {
    const refused = await attempted(() => revive(locals.context, { id: params.id }));
    if (refused) return refused;
    redirect(303, `/my/submissions/${params.id}`);
  },
};
