import { receipt } from '#app/features/submissions/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';

export const GET = async ({ locals, params }) => {
  const { text, version } = await answered(() =>
    receipt(locals.context, { id: params.id, receipt: params.receipt }),
  );
  return new Response(text, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="receipt-${version.receipt}.txt"`,
      'x-content-type-options': 'nosniff',
    },
  });
};
