import { find } from '#app/features/editions/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => {
  const { id, slug, about } = await answered(() => find(locals.context, { slug: params.edition }));
  const { viewer } = locals.context;
  return {
    edition: { id, slug, name: about.name, zone: about.zone },
    viewerName: viewer.kind === 'person' ? viewer.name : undefined,
    title: 'Desk',
  };
};
