/**
 * Pictures from an ordinary form, with and without JavaScript.
 * @answers POST /desk/[edition]/pictures
 */
import { contextOf } from '#app/features/submissions/files/context.server.ts';
import { drained, formFor, receiveForm, sayMissing, sentBack } from '#app/platform/form-files.server.ts';
import type { Endpoint } from '#app/platform/front.server.ts';
import type { Context } from '#app/platform/operation.server.ts';
import { isRefusal } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { bringFile } from './bringing.server.ts';
import { mayBring } from './operations.server.ts';
import { mostPictures } from './picture.ts';
import type { UploadProblem } from './said.ts';

const pattern = /^\/desk\/([a-z0-9-]{1,64})\/pictures$/;
const silence = 60_000;

/** Takes multipart bodies only; other forms of the same page are SvelteKit's. */
export const pictureEndpoint: Endpoint = async (request, response) => {
  const slug = formFor(request, pattern)?.[1];
  if (!slug) return false;
  request.setTimeout(silence, () => request.destroy());
  const context = await contextOf(request);
  try {
    await mayBring(context, { slug });
  } catch (problem) {
    if (!isRefusal(problem)) throw problem;
    // Not drained: who has no business here gets no attention.
    if (problem.kind !== 'late') return sayMissing(response);
    await drained(request);
    return sentBack(request, response, { added: 0, problem: 'late' });
  }
  const outcome = await receiveForm<UploadProblem>(request, {
    incoming: resources().files.incoming,
    limits: { files: mostPictures.atOnce, fields: 5, fieldSize: 100, parts: 20 },
    room: () => ({ left: mostPictures.bytes }),
    take: async (file, fields) =>
      fields.get('stated') === 'yes' ? added(context, { slug, ...file }) : 'statement',
  });
  return sentBack(request, response, outcome);
};

async function added(
  context: Context,
  file: { slug: string; path: string; name: string },
): Promise<'added' | UploadProblem> {
  const brought = await bringFile({ ...context, now: resources().clock.now() }, file);
  return 'key' in brought ? 'added' : brought.problem;
}
