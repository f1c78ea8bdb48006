/** Files of a submission from an ordinary form, for browsers without JavaScript: `POST /my/submissions/{id}/files`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { drained, formFor, receiveForm, sayMissing, sentBack } from '#app/platform/form-files.server.ts';
import type { FormOutcome } from '#app/platform/form-files.server.ts';
import { diskIsFull } from '#app/platform/full-disk.server.ts';
import type { Context } from '#app/platform/operation.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { isRefusal } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { isJunk } from '#app/preflight/names.ts';
import { arrive, lookSoon } from './arrive.server.ts';
import { contextOf } from './context.server.ts';
import { maxFiles } from './file.ts';
import { addFile, room } from './operations.server.ts';
import type { SaidCode } from './said.ts';

const pattern = /^\/my\/submissions\/([0-9a-z]{24})\/files$/;

/** Takes multipart bodies only; other forms of the same page are SvelteKit's. */
export async function multipartEndpoint(
  request: IncomingMessage,
  response: ServerResponse,
  silence: number,
): Promise<boolean> {
  const id = formFor(request, pattern)?.[1];
  if (!id) return false;
  request.setTimeout(silence, () => request.destroy());
  const context = await contextOf(request);
  let left: number;
  try {
    ({ left } = await room(context, { id }));
  } catch (problem) {
    if (!isRefusal(problem)) throw problem;
    // Not drained: who has no business here gets no attention.
    if (problem.kind === 'missing') return sayMissing(response);
    await drained(request);
    return sentBack(request, response, { added: 0, problem: codeOf(problem) });
  }
  return sentBack(request, response, await received(request, context, { id, left }));
}

async function received(
  request: IncomingMessage,
  context: Context,
  { id, left }: { id: string; left: number },
): Promise<FormOutcome<SaidCode>> {
  const shared = { left };
  const outcome = await receiveForm<SaidCode>(request, {
    incoming: resources().files.incoming,
    preservePath: true,
    limits: { files: maxFiles, fields: 20, fieldSize: 10_000, parts: maxFiles + 20 },
    room: () => shared,
    take: async (file) =>
      isJunk(file.name) ? 'ignored' : added(context, { ...file, id, begunAt: context.now }),
  });
  if (outcome.added > 0) lookSoon(context, id);
  return outcome;
}

async function added(
  context: Context,
  { id, begunAt, path, name }: { id: string; begunAt: Date; path: string; name: string },
): Promise<'added' | SaidCode> {
  const now = resources().clock.now();
  try {
    await arrive({ ...context, now }, { path, name }, (blob) =>
      addFile({ ...context, now }, { id, fileId: randomId(), name, begunAt, ...blob }),
    );
    return 'added';
  } catch (problem) {
    if (!isRefusal(problem)) throw problem;
    return codeOf(problem);
  }
}

function codeOf({ kind }: { kind: string }): SaidCode {
  if (kind === 'invalid' && diskIsFull()) return 'no-room';
  return kind === 'late' ? 'late' : kind === 'invalid' ? 'too-large' : 'broken';
}
