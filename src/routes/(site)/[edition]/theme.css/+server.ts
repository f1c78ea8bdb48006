import { find } from '#app/features/editions/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';
import { themeCss } from '#app/ui/accent.ts';

export const GET = async ({ locals, params }) => {
  const { about } = await answered(() => find(locals.context, { slug: params.edition }));
  return new Response(themeCss(about.accent), {
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=60' },
  });
};
