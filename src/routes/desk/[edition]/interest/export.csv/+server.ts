import { exportList } from '#app/features/site/interest/desk-operations.server.ts';
import { answered } from '#app/platform/web.server.ts';

export const GET = async ({ locals, params }) => {
  const { name, csv } = await answered(() => exportList(locals.context, { edition: params.edition }));
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
};
