import { frame } from '#app/features/site/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';
import { themeCss } from '#app/ui/accent.ts';

export const GET = async ({ locals, params }) => {
  const { accent } = await answered(() => frame(locals.context, { slug: params.edition }));
  return new Response(themeCss(accent), {
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=60' },
  });
};
