import { harvest } from '#app/features/site/harvesting.server.ts';
import { answered } from '#app/platform/web.server.ts';

export const GET = async ({ locals, url }) =>
  new Response(await answered(() => harvest(locals.context, { query: url.search.slice(1, 4_001) })), {
    headers: { 'content-type': 'text/xml; charset=utf-8' },
  });
