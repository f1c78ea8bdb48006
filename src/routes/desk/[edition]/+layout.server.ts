import { find } from '#app/features/editions/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => {
  const { slug, about } = await answered(() => find(locals.context, { slug: params.edition }));
  const { viewer } = locals.context;
  return {
    edition: { slug, name: about.name },
    viewerName: viewer.kind === 'person' ? viewer.name : undefined,
    title: 'Desk',
  };
};
