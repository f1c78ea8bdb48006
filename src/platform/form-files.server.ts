/**
 * Files from an ordinary form, larger than a form of pages may be, for browsers with and without JavaScript. Streams
 * to disk, counts what arrives and never what a header claims, and ends by sending the person back to their page.
 * Leaves out who may bring what: whoever calls says so before a byte is read.
 */
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import { randomId } from './random.server.ts';
import { missing } from './refusal.ts';

/** What is still read of a body nobody wants, so that the browser hears the answer. */
const politeBytes = 150_000_000;

/** What can go wrong with any form that brings files. */
export type FormProblem = 'broken' | 'no-room' | 'too-large' | 'too-many' | 'nothing';

/** How many files were added, and the first thing that was wrong. */
export interface FormOutcome<Problem> {
  added: number;
  problem: Problem | FormProblem | null;
}

/** Bytes that may still come: one for all files, or a new one for each. */
export interface Room {
  left: number;
}

export interface FormRules<Problem> {
  /** Folder of what is not yet taken. */
  incoming: string;
  limits: busboy.Limits;
  /** Keep the folders of a file's name, as a browser that sends a folder writes them. */
  preservePath?: boolean;
  room: () => Room;
  /** A whole file on disk, to be taken now or never: it is removed afterwards. Fields are those that came before. */
  take: (
    file: { path: string; name: string },
    fields: URLSearchParams,
  ) => Promise<'added' | 'ignored' | Problem>;
}

/** The match of the address if this is a form with files for it, which SvelteKit should not see; otherwise null. */
export function formFor(request: IncomingMessage, pattern: RegExp): RegExpExecArray | null {
  const [path = '', query = ''] = (request.url ?? '').split('?');
  // A query that begins with a slash names an action of the page.
  if (request.method !== 'POST' || query.startsWith('/')) return null;
  return /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '') ? pattern.exec(path) : null;
}

/** Reads the whole body, handing on each file that arrived whole. Never throws for what the body holds. */
export async function receiveForm<Problem extends string>(
  request: IncomingMessage,
  { incoming, limits, preservePath = false, room, take }: FormRules<Problem>,
): Promise<FormOutcome<Problem>> {
  const outcome: FormOutcome<Problem> = { added: 0, problem: null };
  const parser = parserOf(request, { limits, preservePath });
  if (!parser) {
    await drained(request);
    return { added: 0, problem: 'broken' };
  }
  const fields = new URLSearchParams();
  let work: Promise<void> = Promise.resolve();
  parser.on('field', (name, value) => fields.append(name, value));
  parser.on('file', (_field, stream, { filename }) => {
    const path = join(incoming, `form-${randomId()}`);
    const writing = written(stream, path, room());
    work = work.then(async () => {
      const bytes = await writing;
      if (typeof bytes === 'string') outcome.problem ??= bytes;
      // An empty file field sends a file without a name.
      else if (filename) {
        const became = await take({ path, name: filename }, fields);
        if (became === 'added') outcome.added += 1;
        else if (became !== 'ignored') outcome.problem ??= became as Problem;
      }
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

/** Back to the page, the outcome in its address. Says true: the request is answered. */
export function sentBack(
  request: IncomingMessage,
  response: ServerResponse,
  { added, problem }: FormOutcome<string>,
): true {
  if (request.destroyed && !request.complete) return true;
  const said = new URLSearchParams();
  if (added > 0) said.set('added', String(added));
  if (problem) said.set('problem', problem);
  if (!request.complete) response.setHeader('connection', 'close');
  const [path = ''] = (request.url ?? '').split('?');
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

/** Null where the head of the body cannot be read. */
function parserOf(
  { headers }: IncomingMessage,
  { limits, preservePath }: { limits: busboy.Limits; preservePath: boolean },
): busboy.Busboy | null {
  try {
    return busboy({ headers, defParamCharset: 'utf8', preservePath, limits: { headerPairs: 50, ...limits } });
  } catch {
    return null;
  }
}

/** Writes a part to disk as far as there is room; what is beyond is read and thrown away, for the parser waits on it. */
async function written(
  stream: Readable,
  path: string,
  room: Room,
): Promise<number | 'broken' | 'no-room' | 'too-large'> {
  let bytes = 0;
  let stopped: 'broken' | 'no-room' | 'too-large' | null = null;
  const sink = createWriteStream(path, { mode: 0o600 });
  const ended = finished(sink).catch(({ code }: NodeJS.ErrnoException) => {
    stopped ??= code === 'ENOSPC' ? 'no-room' : 'broken';
  });
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (stopped) continue;
      if (chunk.length > room.left) stopped = 'too-large';
      else {
        bytes += chunk.length;
        room.left -= chunk.length;
        if (!sink.write(chunk))
          await Promise.race([new Promise<void>((on) => sink.once('drain', on)), ended]);
      }
    }
  } catch {
    stopped = 'broken';
  }
  sink.end();
  await ended;
  if (stopped) room.left += bytes;
  return stopped ?? bytes;
}
