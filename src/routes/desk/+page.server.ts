import { desks } from '#app/features/calls/desks.server.ts';
import { answered } from '#app/platform/web.server.ts';

export const load = async ({ locals }) => {
  const { viewer } = locals.context;
  return {
    editions: await answered(() => desks(locals.context, {})),
    operator: viewer.kind === 'person' && viewer.operator,
    viewerName: viewer.kind === 'person' ? viewer.name : undefined,
  };
};
