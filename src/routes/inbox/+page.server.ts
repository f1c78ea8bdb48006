import { inbox } from '#app/features/mailings/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const asked = (name: string) => url.searchParams.get(name) || null;
  const page = Math.max(1, Math.floor(Number(asked('page') ?? 1)) || 1);
  const address = asked('address');
  const words = asked('q') ?? '';
  const { viewer } = locals.context;
  return {
    ...(await answered(() => inbox(locals.context, { address, words, page, open: asked('letter') }))),
    address,
    words,
    viewer: viewer.kind === 'person' ? viewer.name : null,
  };
};
