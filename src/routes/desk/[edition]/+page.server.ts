import { overview } from '#app/features/calls/overview.server.ts';
import { list as enquiries } from '#app/features/site/enquiries/desk-operations.server.ts';
import { needsOrganizer, queue } from '#app/features/submissions/operations.server.ts';
import { pageOf } from '#app/features/submissions/table.ts';
import { answered } from '#app/platform/web.server.ts';

export const load = async ({ locals, params, url }) => ({
  title: 'Overview',
  overview: await answered(() => overview(locals.context, { slug: params.edition })),
  queue: await answered(() =>
    queue(locals.context, { edition: params.edition, page: pageOf(url.searchParams) }),
  ),
  enquiries: (await answered(() => enquiries(locals.context, { edition: params.edition }))).counts.open,
  waiting: await answered(() => needsOrganizer(locals.context, { edition: params.edition })),
});
