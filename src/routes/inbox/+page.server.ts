import { inbox } from '#app/features/mailings/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const address = url.searchParams.get('address') || null;
  const { viewer } = locals.context;
  return {
    ...(await answered(() => inbox(locals.context, { address }))),
    address,
    viewer: viewer.kind === 'person' ? viewer.name : null,
  };
};
