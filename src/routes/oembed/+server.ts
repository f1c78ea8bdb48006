import { error, json } from '@sveltejs/kit';
import { embed } from '#app/features/site/harvesting.server.ts';
import { answered } from '#app/platform/web.server.ts';

export const GET = async ({ locals, url: { searchParams } }) => {
  // oEmbed 1.0 would have 501; here whatever begins with 5 is a fault of ours.
  if ((searchParams.get('format') ?? 'json') !== 'json') error(404, 'Only JSON is answered here.');
  const asked = (name: string) => searchParams.get(name) ?? undefined;
  const input = { url: asked('url') ?? '', maxwidth: asked('maxwidth'), maxheight: asked('maxheight') };
  return json(await answered(() => embed(locals.context, input)));
};
