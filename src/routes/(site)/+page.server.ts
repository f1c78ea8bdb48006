import { redirect } from '@sveltejs/kit';
import { series } from '#app/features/site/operations.server.ts';

export const csr = false;

export const load = async ({ locals }) => {
  const editions = await series(locals.context, {});
  if (editions.length === 1) redirect(307, `/${editions[0]!.slug}`);
  return { editions };
};
