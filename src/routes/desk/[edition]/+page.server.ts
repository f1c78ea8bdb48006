import { overview } from '#app/features/calls/overview.server.ts';
import { needsOrganizer } from '#app/features/submissions/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => ({
  title: 'Overview',
  overview: await answered(() => overview(locals.context, { slug: params.edition })),
  waiting: await answered(() => needsOrganizer(locals.context, { edition: params.edition })),
});
