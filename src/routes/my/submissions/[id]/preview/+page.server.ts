import { preview } from '#app/features/submissions/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => {
  const shown = await answered(() => preview(locals.context, { id: params.id }));
  return { title: `Preview: ${shown.view.title || 'without a title yet'}`, ...shown };
};
