import { bar } from '#app/features/calls/time-machine-operations.server.ts';
import { answered } from '#app/platform/web.server.ts';

export const load = async ({ locals }) => ({ demo: await answered(() => bar(locals.context, {})) });
