import { answerStream } from '#app/features/submissions/files/download.server.ts';
import { packAll } from '#app/features/submissions/operations.server.ts';
import { askedFor } from '#app/features/submissions/table.ts';
import { answered } from '#app/platform/web.server.ts';

export const GET = async ({ locals, url, params }) => {
  const wanted = { edition: params.edition, ...askedFor(url.searchParams) };
  const { stream, name } = await answered(() => packAll(locals.context, wanted));
  return answerStream(stream, name);
};
