import { days } from '#app/features/submissions/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => ({
  title: 'Day by day',
  calls: await answered(() => days(locals.context, { edition: params.edition })),
});
