import { receipt } from '#app/features/works/rights/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';

export const GET = async ({ locals, params }) => {
  const { text, receipt: number } = await answered(() =>
    receipt(locals.context, { id: params.id, grant: params.grant }),
  );
  return new Response(text, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="rights-${number}.txt"`,
      'x-content-type-options': 'nosniff',
    },
  });
};
