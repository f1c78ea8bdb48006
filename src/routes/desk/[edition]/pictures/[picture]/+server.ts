import { look } from '#app/features/site/pictures/operations.server.ts';
import { storedAnswer } from '#app/platform/stored.server.ts';
import { answered } from '#app/platform/web.server.ts';
import { Readable } from 'node:stream';

export const GET = async ({ locals, params, request }) => {
  const { mime, ...stored } = await answered(() =>
    look(locals.context, { slug: params.edition, key: params.picture }),
  );
  const more = { 'content-type': mime, 'cache-control': 'private, no-store' };
  const { status, headers, body } = storedAnswer({ method: request.method, range: null }, stored, more);
  return new Response(body && (Readable.toWeb(body) as ReadableStream), { status, headers });
};
