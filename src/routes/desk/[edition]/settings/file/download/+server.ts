import { exportFile } from '#app/features/calls/edition-operations.server.ts';
import { answered } from '#app/platform/web.server.ts';

export const GET = async ({ locals, params }) => {
  const { name, text } = await answered(() => exportFile(locals.context, { slug: params.edition }));
  return new Response(text, {
    headers: {
      'content-type': 'application/yaml; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
};
