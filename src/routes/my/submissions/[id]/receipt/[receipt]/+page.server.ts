import { receipt } from '#app/features/submissions/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => ({
  ...(await answered(() => receipt(locals.context, { id: params.id, receipt: params.receipt }))),
  title: `Receipt ${params.receipt}`,
});
