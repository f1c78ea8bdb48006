/** A stored file as an answer: whole, or the part that a player asked for, under a name that is safe to write. */
import type { Readable } from 'node:stream';
import { resources } from './resources.server.ts';

export interface Stored {
  sha256: string;
  bytes: number;
}

export interface StoredAnswer {
  status: number;
  headers: Record<string, string>;
  body: Readable | null;
}

type Wanted = { method: string; range: string | null };

/** `bytes`: of the whole file. 206 for one range, 416 beyond the end (RFC 9110, 14); `body` null: nothing to send. */
export function storedAnswer(
  { method, range: asked }: Wanted,
  { sha256, bytes }: Stored,
  more: Record<string, string>,
): StoredAnswer {
  const headers = { ...more, 'accept-ranges': 'bytes' };
  const range = rangeOf(asked, bytes);
  if (range === 'none')
    return { status: 416, headers: { ...headers, 'content-range': `bytes */${bytes}` }, body: null };
  const [start, end] = range ?? [0, bytes - 1];
  const part: Record<string, string> = range ? { 'content-range': `bytes ${start}-${end}/${bytes}` } : {};
  const bare = method === 'HEAD' || bytes === 0;
  return {
    status: range ? 206 : 200,
    headers: { ...headers, 'content-length': String(end - start + 1), ...part },
    body: bare ? null : resources().files.read(sha256, { start, end }),
  };
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
export function nameParts(name: string): string {
  const clean = name.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069/\\]/g, '_');
  const plain = clean.replace(/[^\x20-\x7e]|["%]/g, '_');
  const coded = encodeURIComponent(clean).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${coded}`;
}
