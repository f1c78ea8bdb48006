import { answerFile } from '#app/features/submissions/files/download.server.ts';
import { fetchFile } from '#app/features/submissions/files/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) =>
  answerFile(request, await answered(() => fetchFile(locals.context, { id: params.file })));
