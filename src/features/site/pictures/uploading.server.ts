/**
 * Pictures from an ordinary form, larger than a form of pages may be, with and without JavaScript. Streams to disk,
 * believes no header, and always ends by sending the person back to their page.
 * @answers POST /desk/[edition]/pictures
 */
import { rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import { contextOf } from '#app/features/submissions/files/context.server.ts';
import { drained, sayMissing, written } from '#app/features/submissions/files/multipart.server.ts';
import type { Endpoint } from '#app/platform/front.server.ts';
import type { Context } from '#app/platform/operation.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { isRefusal } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { bringFile } from './bringing.server.ts';
import { mayBring } from './operations.server.ts';
import { mostPictures } from './picture.ts';
import type { UploadProblem } from './said.ts';

const pattern = /^\/desk\/([a-z0-9-]{1,64})\/pictures$/;
const silence = 60_000;

interface Outcome {
  added: number;
  problem: UploadProblem | null;
}

/** Takes multipart bodies only; other forms of the same page are SvelteKit's. */
export const pictureEndpoint: Endpoint = async (request, response) => {
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const slug = pattern.exec(path)?.[1];
  if (!slug || request.method !== 'POST' || query.startsWith('/')) return false;
  if (!/^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '')) return false;
  request.setTimeout(silence, () => request.destroy());
  const context = await contextOf(request);
  try {
    await mayBring(context, { slug });
  } catch (problem) {
    if (!isRefusal(problem)) throw problem;
    // Not drained: who has no business here gets no attention.
    if (problem.kind !== 'late') return sayMissing(response);
    await drained(request);
    return sentBack(request, response, path, { added: 0, problem: 'late' });
  }
  const outcome = await received(request, context, slug);
  if (request.destroyed && !request.complete) return true;
  return sentBack(request, response, path, outcome);
};

function sentBack(request: IncomingMessage, response: ServerResponse, path: string, outcome: Outcome): true {
  const said = new URLSearchParams();
  if (outcome.added > 0) said.set('added', String(outcome.added));
  if (outcome.problem) said.set('problem', outcome.problem);
  if (!request.complete) response.setHeader('connection', 'close');
  response.writeHead(303, { location: `${path}?${said}`, 'cache-control': 'no-store' });
  response.end();
  if (!request.complete) request.destroy();
  return true;
}

async function received(request: IncomingMessage, context: Context, slug: string): Promise<Outcome> {
  const outcome: Outcome = { added: 0, problem: null };
  let parser: busboy.Busboy;
  try {
    parser = busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { files: mostPictures.atOnce, fields: 5, fieldSize: 100, parts: 20, headerPairs: 50 },
    });
  } catch {
    await drained(request);
    return { added: 0, problem: 'broken' };
  }
  let stated = false;
  let work: Promise<void> = Promise.resolve();
  parser.on('field', (name, value) => (stated ||= name === 'stated' && value === 'yes'));
  parser.on('file', (_field, stream, { filename }) => {
    const path = join(resources().files.incoming, `form-${randomId()}`);
    let left = mostPictures.bytes;
    const writing = written(
      stream,
      path,
      () => left,
      (bytes) => (left -= bytes),
    );
    work = work.then(async () => {
      const bytes = await writing;
      if (typeof bytes === 'string') outcome.problem ??= bytes;
      // An empty file field sends a file without a name.
      else if (filename && stated) await added(context, { slug, path, name: filename, outcome });
      else if (filename) outcome.problem ??= 'statement';
      await rm(path, { force: true });
    });
  });
  parser.on('filesLimit', () => (outcome.problem ??= 'too-many'));
  parser.on('partsLimit', () => (outcome.problem ??= 'too-many'));
  await pipeline(request, parser).catch(() => (outcome.problem ??= 'broken'));
  await work;
  if (outcome.added === 0) outcome.problem ??= 'nothing';
  return outcome;
}

async function added(
  context: Context,
  { outcome, ...file }: { slug: string; path: string; name: string; outcome: Outcome },
): Promise<void> {
  const brought = await bringFile({ ...context, now: resources().clock.now() }, file);
  if ('key' in brought) outcome.added += 1;
  else outcome.problem ??= brought.problem;
}
