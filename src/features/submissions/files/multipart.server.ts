/**
 * Files from an ordinary form, for browsers without JavaScript: `POST /my/submissions/{id}/files`. Streams to disk,
 * counts what arrives and never what a header claims, and always ends by sending the person back to their page.
 */
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import type { Context } from '#app/platform/operation.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { isRefusal, missing } from '#app/platform/refusal.ts';
import { diskIsFull } from '#app/platform/full-disk.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { isJunk } from '#app/preflight/names.ts';
import { arrive, lookSoon } from './arrive.server.ts';
import type { SaidCode } from './said.ts';
import { contextOf } from './context.server.ts';
import { maxFiles } from './file.ts';
import { addFile, room } from './operations.server.ts';

const pattern = /^\/my\/submissions\/([0-9a-z]{24})\/files$/;
/** What is still read of a body nobody wants, so that the browser hears the answer. */
const politeBytes = 150_000_000;

/** Takes multipart bodies only; other forms of the same page are SvelteKit's. */
export async function multipartEndpoint(
  request: IncomingMessage,
  response: ServerResponse,
  silence: number,
): Promise<boolean> {
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const id = pattern.exec(path)?.[1];
  if (!id || request.method !== 'POST' || query.startsWith('/')) return false;
  if (!/^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '')) return false;
  request.setTimeout(silence, () => request.destroy());
  const context = await contextOf(request);
  const outcome = await taken(request, context, id);
  if (request.destroyed && !request.complete) return true;
  if (outcome === 'missing') return sayMissing(response);
  const said = new URLSearchParams();
  if (outcome.added > 0) said.set('added', String(outcome.added));
  if (outcome.problem) said.set('problem', outcome.problem);
  if (!request.complete) response.setHeader('connection', 'close');
  response.writeHead(303, { location: `${path}?${said}`, 'cache-control': 'no-store' });
  response.end();
  if (!request.complete) request.destroy();
  return true;
}

/** Absent and not theirs: the same bytes. */
export function sayMissing(response: ServerResponse): true {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
  response.end(`${missing().message}\n`);
  return true;
}

interface Outcome {
  added: number;
  problem: SaidCode | null;
}

async function taken(request: IncomingMessage, context: Context, id: string): Promise<Outcome | 'missing'> {
  let left: number;
  try {
    ({ left } = await room(context, { id }));
  } catch (problem) {
    if (!isRefusal(problem)) throw problem;
    // Not drained: who has no business here gets no attention.
    if (problem.kind === 'missing') return 'missing';
    await drained(request);
    return { added: 0, problem: codeOf(problem) };
  }
  return received(request, context, { id, left, begunAt: context.now });
}

async function received(
  request: IncomingMessage,
  context: Context,
  { id, left, begunAt }: { id: string; left: number; begunAt: Date },
): Promise<Outcome> {
  const outcome: Outcome = { added: 0, problem: null };
  let parser: busboy.Busboy;
  try {
    parser = busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      preservePath: true,
      limits: { files: maxFiles, fields: 20, fieldSize: 10_000, parts: maxFiles + 20, headerPairs: 50 },
    });
  } catch {
    await drained(request);
    return { added: 0, problem: 'broken' };
  }
  let room = left;
  let work: Promise<void> = Promise.resolve();
  parser.on('file', (_field, stream, { filename }) => {
    const path = join(resources().files.incoming, `form-${randomId()}`);
    const writing = written(
      stream,
      path,
      () => room,
      (bytes) => (room -= bytes),
    );
    work = work.then(async () => {
      const bytes = await writing;
      if (typeof bytes === 'string') outcome.problem ??= bytes;
      // An empty file field sends a file without a name.
      else if (filename && !isJunk(filename))
        await added(context, { id, begunAt, path, name: filename, outcome });
      await rm(path, { force: true });
    });
  });
  parser.on('filesLimit', () => (outcome.problem ??= 'too-many'));
  parser.on('partsLimit', () => (outcome.problem ??= 'too-many'));
  await pipeline(request, parser).catch(() => (outcome.problem ??= 'broken'));
  await work;
  if (outcome.added === 0) outcome.problem ??= 'nothing';
  if (outcome.added > 0) lookSoon(context, id);
  return outcome;
}

type Written = number | 'broken' | 'no-room' | 'too-large';

/** Writes a part to disk as far as there is room; what is beyond is read and thrown away, for the parser waits on it. */
export async function written(
  stream: Readable,
  path: string,
  left: () => number,
  took: (bytes: number) => void,
): Promise<Written> {
  let bytes = 0;
  let stopped: Exclude<Written, number> | null = null;
  const sink = createWriteStream(path, { mode: 0o600 });
  const ended = finished(sink).catch(({ code }: NodeJS.ErrnoException) => {
    stopped ??= code === 'ENOSPC' ? 'no-room' : 'broken';
  });
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (stopped) continue;
      if (chunk.length > left()) stopped = 'too-large';
      else {
        bytes += chunk.length;
        took(chunk.length);
        if (!sink.write(chunk))
          await Promise.race([new Promise<void>((on) => sink.once('drain', on)), ended]);
      }
    }
  } catch {
    stopped = 'broken';
  }
  sink.end();
  await ended;
  if (stopped) took(-bytes);
  return stopped ?? bytes;
}

async function added(
  context: Context,
  {
    id,
    begunAt,
    path,
    name,
    outcome,
  }: { id: string; begunAt: Date; path: string; name: string; outcome: Outcome },
): Promise<void> {
  const now = resources().clock.now();
  try {
    await arrive({ ...context, now }, { path, name }, (blob) =>
      addFile({ ...context, now }, { id, fileId: randomId(), name, begunAt, ...blob }),
    );
    outcome.added += 1;
  } catch (problem) {
    if (!isRefusal(problem)) throw problem;
    outcome.problem ??= codeOf(problem);
  }
}

function codeOf({ kind }: { kind: string }): SaidCode {
  if (kind === 'invalid' && diskIsFull()) return 'no-room';
  return kind === 'late' ? 'late' : kind === 'invalid' ? 'too-large' : 'broken';
}

/** Reads on, so that the browser hears the answer; not for ever. */
export async function drained(request: IncomingMessage): Promise<void> {
  let seen = 0;
  try {
    for await (const chunk of request) {
      seen += (chunk as Buffer).length;
      if (seen > politeBytes) return;
    }
  } catch {
    // A body that breaks off needs no answer.
  }
}
