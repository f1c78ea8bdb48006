import { fail, redirect } from '@sveltejs/kit';
import { keepForm, open } from '#app/features/submissions/operations.server.ts';
import { open as openFinishing } from '#app/features/works/finishing/operations.server.ts';
import { submissionWordsIn } from '#app/features/submissions/words/words.ts';
import { answered } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => {
  const opened = await answered(() => open(locals.context, { id: params.id }));
  const finishing = await answered(() => openFinishing(locals.context, { id: params.id }));
  return {
    title:
      opened.submission.title ||
      submissionWordsIn(locals.context.language ?? 'en').untitled(opened.submission.call.kind),
    finishing,
    ...opened,
  };
};

export const actions = {
  save: async ({ locals, params, request }) => {
    const data = await request.formData();
    const kept = await answered(() => keepForm(locals.context, params.id, data));
    if (kept.sentence || kept.theirs) return fail(kept.theirs ? 409 : 422, kept);
    if (data.get('do') === 'next') redirect(303, `/my/submissions/${params.id}/files`);
    return kept;
  },
};
