/** Media of the public site: from the store of files, whole or in part, never held in memory. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { storedAnswer } from '#app/platform/stored.server.ts';
import { holds, type Answer } from './answers.ts';

/** Always true: the request is answered here. */
export function sendStored(request: IncomingMessage, response: ServerResponse, answer: Answer): boolean {
  const { plain, stored } = answer;
  const told = pairs(plain.headers);
  if (holds(plain, request.headers['if-none-match'])) {
    delete told['content-length'];
    delete told['content-type'];
    response.writeHead(304, told).end();
    return true;
  }
  // A part of other bytes than those it began with would be no file at all.
  const since = request.headers['if-range'];
  const range = since === undefined || since === plain.etag ? (request.headers.range ?? null) : null;
  const { status, headers, body } = storedAnswer({ method: request.method ?? 'GET', range }, stored!, told);
  response.writeHead(status, headers);
  if (body) void pipeline(body, response).catch(() => response.destroy());
  else response.end();
  return true;
}

function pairs(flat: string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (let at = 0; at < flat.length; at += 2) found[flat[at]!] = flat[at + 1]!;
  return found;
}
