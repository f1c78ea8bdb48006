import { answerPreview } from '#app/features/submissions/files/download.server.ts';
import { pageFile } from '#app/features/submissions/files/operations.server.ts';
import { missing } from '#app/platform/refusal.ts';
import { answered } from '#app/platform/web.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const page = Number(params.number);
  const picture = await answered(() => {
    if (!/^[1-9]\d{0,2}$/.test(params.number)) throw missing();
    return pageFile(locals.context, { id: params.file, page });
  });
  return answerPreview(request, picture);
};
