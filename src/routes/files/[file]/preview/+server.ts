import { answerElsewhere, answerPreview } from '#app/features/submissions/files/download.server.ts';
import { previewFile } from '#app/features/submissions/files/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const { elsewhere, ...picture } = await answered(() => previewFile(locals.context, { id: params.file }));
  return elsewhere ? answerElsewhere(elsewhere) : answerPreview(request, picture);
};
