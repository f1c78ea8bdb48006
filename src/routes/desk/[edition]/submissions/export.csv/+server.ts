import { exportTable } from '#app/features/submissions/operations.server.ts';
import { askedFor } from '#app/features/submissions/table.ts';
import { answered } from '#app/platform/web.server.ts';

export const GET = async ({ locals, url, params }) => {
  const wanted = { edition: params.edition, ...askedFor(url.searchParams) };
  const { name, csv } = await answered(() => exportTable(locals.context, wanted));
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
    },
  });
};
