import { answerStream } from '#app/features/submissions/files/download.server.ts';
import { packFiles } from '#app/features/submissions/files/operations.server.ts';
import { answered } from '#app/platform/web.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { stream, name } = await answered(() => packFiles(locals.context, { id: params.id }));
  return answerStream(stream, name);
};
