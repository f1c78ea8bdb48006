import { preview } from '#app/features/site/previewing.server.ts';
import { answered } from '#app/platform/web.server.ts';

/** Own scripts and styles only, as on the public page that this would become. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; media-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

export const GET = async ({ locals, params }) => {
  const input = { slug: params.edition, address: params.address };
  const { type, bytes } = await answered(() => preview(locals.context, input));
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-security-policy': policy,
      'x-robots-tag': 'noindex',
      'cache-control': 'private, no-store',
    },
  });
};
