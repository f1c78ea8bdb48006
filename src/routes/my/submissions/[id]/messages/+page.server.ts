import { thread, writeMessage } from '#app/features/submissions/operations.server.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => {
  const found = await answered(() => thread(locals.context, { id: params.id }));
  return { ...found, id: params.id, subject: found.title, title: 'Ask the organizers' };
};

export const actions = {
  write: async ({ locals, params, request }) => {
    const words = String((await request.formData()).get('words') ?? '');
    const written = await attempted(() => writeMessage(locals.context, { id: params.id, words }), { words });
    return 'message' in written ? { written: true as const } : written;
  },
};
