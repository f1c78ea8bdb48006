import { answerPreview } from '#app/features/submissions/files/download.server.ts';
import { posterFile } from '#app/features/submissions/files/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) =>
  answerPreview(request, await answered(() => posterFile(locals.context, { id: params.file })));
