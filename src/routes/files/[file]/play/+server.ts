import { answerElsewhere, answerFile } from '#app/features/submissions/files/download.server.ts';
import { playFile } from '#app/features/submissions/files/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const { elsewhere, ...file } = await answered(() => playFile(locals.context, { id: params.file }));
  return elsewhere ? answerElsewhere(elsewhere) : answerFile(request, file, { play: true });
};
