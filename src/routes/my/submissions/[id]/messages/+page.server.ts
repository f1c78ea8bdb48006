import { thread, writeMessage } from '#app/features/submissions/operations.server.ts';
import { submissionWordsIn } from '#app/features/submissions/words/words.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => {
  const found = await answered(() => thread(locals.context, { id: params.id }));
  return {
    ...found,
    id: params.id,
    subject: found.title,
    title: submissionWordsIn(locals.context.language ?? 'en').thread.title,
  };
};

export const actions = {
  write: async ({ locals, params, request }) => {
    const words = String((await request.formData()).get('words') ?? '');
    const written = await attempted(() => writeMessage(locals.context, { id: params.id, words }), { words });
    return 'message' in written ? { written: true as const } : written;
  },
};
