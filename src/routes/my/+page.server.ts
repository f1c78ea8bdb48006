import { mine } from '#app/features/submissions/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';

export const load = async ({ locals }) => ({
  title: 'My submissions',
  rows: await answered(() => mine(locals.context, {})),
});
