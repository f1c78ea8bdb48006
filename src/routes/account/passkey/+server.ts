import { json } from '@sveltejs/kit';
import { beginPasskey } from '#app/features/people/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals }) =>
  json(await answered(() => beginPasskey(locals.context, {})));
