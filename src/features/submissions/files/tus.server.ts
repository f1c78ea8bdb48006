/**
 * Resumable uploads by tus 1.0 at `/api/uploads`. Owns the wire: ids made here, of one pattern, never a path out
 * of a header; no address built from a Host header; nothing can be read back. Who may, how much and until when
 * is asked of the operations on every request.
 */
import { rm, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Server } from '@tus/server';
import type { Context } from '#app/platform/operation.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { httpStatus, invalid, isRefusal, missing } from '#app/platform/refusal.ts';
import { diskIsFull } from '#app/platform/full-disk.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { arrive, lookSoon } from './arrive.server.ts';
import { contextOf } from './context.server.ts';
import { HashingStore } from './hashing-store.server.ts';
import { beginUpload, dropUpload, finishUpload, uploadState } from './operations.server.ts';

export const uploadPath = '/api/uploads';
const pattern = /^\/api\/uploads\/([0-9a-z]{24})$/;
/** Answers everything under `/api/uploads`. A connection silent for `silence` ms is cut; the upload can be continued. */
export async function tusEndpoint(
  request: IncomingMessage,
  response: ServerResponse,
  silence: number,
): Promise<boolean> {
  const path = (request.url ?? '').split('?')[0]!;
  if (path !== uploadPath && !path.startsWith(`${uploadPath}/`)) return false;
  const id = pattern.exec(path)?.[1] ?? null;
  const known = path === uploadPath ? ['POST', 'OPTIONS'] : id ? ['HEAD', 'PATCH', 'DELETE', 'OPTIONS'] : [];
  response.setHeader('cache-control', 'no-store');
  if (!known.includes(request.method ?? '')) return say(response, 404, missing().message);
  request.setTimeout(silence, () => request.destroy());
  const context = await contextOf(request);
  try {
    if (id && request.method !== 'OPTIONS') {
      const state = await uploadState(context, { uploadId: id });
      if (request.method === 'DELETE') await dropUpload(context, { uploadId: id });
      // The last answer may have been lost on its way: what lies there whole is finished now, and said again.
      else if (state.finished || (await isWhole(id, state.bytes))) {
        if (!state.finished) await finished(context, id);
        return sayFinished(request, response, state.bytes);
      }
    }
    await tus().handle(Object.assign(request, { salonContext: context }), response);
  } catch (problem) {
    const { status_code, body } = told(problem);
    say(response, status_code, body);
  }
  return true;
}

const servers = new Map<string, Server>();

/** One for each folder: a test opens several worlds, a running Salon has one. */
function tus(): Server {
  const directory = resources().files.incoming;
  const made = servers.get(directory) ?? newServer(directory);
  servers.set(directory, made);
  return made;
}

function newServer(directory: string): Server {
  return new Server({
    path: uploadPath,
    datastore: new HashingStore({ directory }),
    generateUrl: (_request, { id }) => `${uploadPath}/${id}`,
    getFileIdFromRequest: (request) => pattern.exec(new URL(request.url).pathname)?.[1],
    namingFunction: () => randomId(),
    allowedOrigins: () => false,
    async onUploadCreate(request, upload) {
      const { submission = '', name = '', modified = '' } = upload.metadata ?? {};
      if (upload.size === undefined) throw invalid('Say how large the file is before you send it.');
      const context = contextIn(request);
      await beginUpload(context, {
        uploadId: upload.id,
        id: submission ?? '',
        name: name ?? '',
        bytes: upload.size,
        modifiedAt: momentIn(modified),
      });
      return { metadata: { name } };
    },
    async onUploadFinish(request, { id }) {
      await finished(contextIn(request), id);
      return {};
    },
    onResponseError: (request, problem) => told(problem, isGone(request)),
  });
}

/** Milliseconds since 1970, as browsers tell a file's date; anything else is no date. */
function momentIn(text: string | null): Date | null {
  const moment = new Date(/^\d{1,14}$/.test(text ?? '') ? Number(text) : NaN);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

type OnNode = { runtime?: { node?: { req?: IncomingMessage & { salonContext?: Context } } } };

const isGone = (request: unknown) => {
  const { req } = (request as OnNode).runtime?.node ?? {};
  return Boolean(req?.destroyed && !req.complete);
};

/** The context that `tusEndpoint` made for this request. */
function contextIn(request: unknown): Context {
  const context = (request as OnNode).runtime?.node?.req?.salonContext;
  if (!context) throw new Error('A request reached tus without its context.');
  return { ...context, now: resources().clock.now() };
}

const finishing = new Map<string, Promise<void>>();

/** Once for each upload, however many requests ask for it at the same moment. */
function finished(context: Context, id: string): Promise<void> {
  const running = finishing.get(id);
  if (running) return running;
  const work = finish(context, id).finally(() => finishing.delete(id));
  finishing.set(id, work);
  return work;
}

async function finish(context: Context, id: string): Promise<void> {
  const path = join(resources().files.incoming, id);
  const store = tus().datastore as HashingStore;
  const name = String((await store.getUpload(id)).metadata?.name ?? '');
  const { submissionId } = await arrive(
    context,
    { path, name, hashed: store.takeHashed(id) },
    ({ sha256, bytes, archive }) => finishUpload(context, { uploadId: id, sha256, bytes, archive }),
  );
  await rm(`${path}.json`, { force: true });
  lookSoon(context, submissionId);
}

async function isWhole(id: string, bytes: number): Promise<boolean> {
  if (finishing.has(id)) return true;
  const found = await stat(join(resources().files.incoming, id)).catch(() => null);
  return found?.size === bytes;
}

/** Removes what lies of an upload that was given up. */
export async function forget(id: string): Promise<void> {
  const path = join(resources().files.incoming, id);
  await rm(path, { force: true });
  await rm(`${path}.json`, { force: true });
}

function sayFinished(request: IncomingMessage, response: ServerResponse, bytes: number): true {
  request.resume();
  response.setHeader('Tus-Resumable', '1.0.0');
  response.setHeader('Upload-Offset', bytes);
  response.setHeader('Upload-Length', bytes);
  response.writeHead(request.method === 'HEAD' ? 200 : 204);
  response.end();
  return true;
}

/** Refusals in their words; accidents of ours without them. */
function told(problem: unknown, gone = false): { status_code: number; body: string } {
  if (isRefusal(problem)) {
    const sentence = Object.values(problem.fields)[0] ?? problem.message;
    return { status_code: httpStatus[problem.kind], body: `${sentence}\n` };
  }
  if (typeof problem === 'object' && problem !== null && 'status_code' in problem) {
    const { status_code, body } = problem as unknown as { status_code: number; body: string };
    if (status_code < 500) return { status_code, body };
  }
  // Who left in the middle is no accident of ours, and hears no answer.
  if (gone) return { status_code: 400, body: 'The connection was cut.\n' };
  const accident = randomId().slice(0, 8);
  resources().log.accident('upload', problem, { accident });
  // The library says only that it could not write, so the disk itself is asked.
  if (diskIsFull()) return { status_code: 507, body: noRoom };
  const body = `Something broke on our side. What arrived is kept; please continue. (${accident})\n`;
  return { status_code: 500, body };
}

const noRoom =
  'There is no room left here for files. What arrived is kept; please tell the organizers, and continue later.\n';

function say(response: ServerResponse, status: number, sentence: string): true {
  if (response.headersSent) {
    response.destroy();
    return true;
  }
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${sentence.trimEnd()}\n`);
  return true;
}
