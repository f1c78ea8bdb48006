/** How stored bytes leave: never as a page of ours, never under a name that was not made here. */
import { Readable } from 'node:stream';
import { nameParts, storedAnswer, type Stored } from '#app/platform/stored.server.ts';
import { playable } from './views.ts';

export interface Handed extends Stored {
  mime: string;
  name: string;
}

/** As a download; with `play`, media that browsers play are answered with their type, in parts where asked. */
export function answerFile(
  request: Request,
  file: Handed,
  { play = false }: { play?: boolean } = {},
): Response {
  const inline = play && playable.has(file.mime);
  return answer(request, file, {
    'content-type': inline ? file.mime : 'application/octet-stream',
    'content-disposition': `${inline ? 'inline' : 'attachment'}; ${nameParts(file.name)}`,
  });
}

/** A picture that was drawn here. */
export function answerPreview(request: Request, file: Omit<Handed, 'name'>): Response {
  return answer(request, file, { 'content-type': file.mime, 'content-disposition': 'inline' });
}

/** To the other host name, where there is one: only for what was just allowed to this reader. */
export function answerElsewhere(address: string): Response {
  return new Response(null, { status: 303, headers: { ...strict, location: address } });
}

export function answerStream(stream: Readable, name: string): Response {
  return new Response(Readable.toWeb(stream) as unknown as ReadableStream, {
    headers: {
      ...strict,
      'content-type': 'application/zip',
      'content-disposition': `attachment; ${nameParts(name)}`,
    },
  });
}

const strict = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-store',
};

function answer(request: Request, file: Stored, more: Record<string, string>): Response {
  const wanted = { method: request.method, range: request.headers.get('range') };
  const { status, headers, body } = storedAnswer(wanted, file, { ...strict, ...more });
  const stream = body && (Readable.toWeb(body) as unknown as ReadableStream);
  return new Response(stream, { status, headers });
}
