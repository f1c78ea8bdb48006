/** How stored bytes leave: never as a page of ours, never under a name that was not made here. */
import { Readable } from 'node:stream';
import { resources } from '#app/platform/resources.server.ts';
import { playable } from './views.ts';

export interface Handed {
  sha256: string;
  bytes: number;
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

type Stored = Pick<Handed, 'sha256' | 'bytes'>;

function answer(request: Request, { sha256, bytes }: Stored, more: Record<string, string>): Response {
  const headers = { ...strict, ...more, 'accept-ranges': 'bytes' };
  const range = rangeOf(request.headers.get('range'), bytes);
  if (range === 'none') {
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${bytes}` } });
  }
  const [start, end] = range ?? [0, bytes - 1];
  const length = { 'content-length': String(end - start + 1) };
  const part: Record<string, string> = range ? { 'content-range': `bytes ${start}-${end}/${bytes}` } : {};
  const status = range ? 206 : 200;
  const bare = request.method === 'HEAD' || bytes === 0;
  const body = bare ? null : Readable.toWeb(resources().files.read(sha256, { start, end }));
  return new Response(body as unknown as ReadableStream | null, {
    status,
    headers: { ...headers, ...length, ...part },
  });
}

/** One range, as browsers ask for media; more of them, or nonsense, is answered with the whole. */
function rangeOf(header: string | null, bytes: number): [number, number] | 'none' | null {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  if (!asked || (asked[1] === '' && asked[2] === '')) return null;
  const last = bytes - 1;
  if (asked[1] === '') {
    const tail = Number(asked[2]);
    return tail === 0 || bytes === 0 ? 'none' : [Math.max(0, bytes - tail), last];
  }
  const start = Number(asked[1]);
  const end = asked[2] === '' ? last : Math.min(Number(asked[2]), last);
  return start > last || start > end ? 'none' : [start, end];
}

/** RFC 6266 with RFC 5987: a plain name for old programs, the true one for all others. */
function nameParts(name: string): string {
  const clean = name.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069/\\]/g, '_');
  const plain = clean.replace(/[^\x20-\x7e]|["%]/g, '_');
  const coded = encodeURIComponent(clean).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${coded}`;
}
