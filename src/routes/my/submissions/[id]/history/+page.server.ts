import { history } from '#app/features/submissions/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => {
  const found = await answered(() => history(locals.context, { id: params.id }));
  return { ...found, id: params.id, subject: found.title, title: 'History' };
};
