import { ofCall } from '#app/features/calls/history.server.ts';
import { answered } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => ({
  title: 'History of the call',
  key: params.call,
  entries: await answered(() => ofCall(locals.context, { slug: params.edition, call: params.call })),
});
