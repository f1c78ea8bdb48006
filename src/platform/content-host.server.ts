/**
 * What the other host name answers: `/content/{token}`, and of published pieces that run in a browser
 * `/piece/{address}` (decision 16). It reads no cookie and sets none, has no
 * page and no form. A token that is forged, over, or names what is gone is answered like any other address there.
 * @answers GET, HEAD /content/[token]
 * @answers GET, HEAD /piece/[...address]
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { namedBy } from './content.server.ts';
import type { Endpoint } from './front.server.ts';
import type { Context } from './operation.server.ts';
import { isRefusal, missing } from './refusal.ts';
import { resources } from './resources.server.ts';
import { sayPlainly } from './serve.server.ts';
import { hostOf, type Settings } from './settings.server.ts';
import { nameParts, storedAnswer, type Stored } from './stored.server.ts';
import { systemViewer } from './viewer.ts';

/** Stored bytes, and the type under which a browser may take them. */
export interface Content extends Stored {
  mime: string;
  name?: string;
}

/** By kind: the operation that opens what an address names, refusing what is gone. Features bring theirs. */
export type Contents = Record<string, (context: Context, named: { id: string }) => Promise<Content>>;

/** Opens one file of a published piece; `folder` holds everything that its page may load. */
export type Pieces = (context: Context, named: { address: string }) => Promise<Content & { folder: string }>;

/** Takes every request to the other host name, and none to ours. */
export function contentHost(contents: Contents, pieces: Pieces | null = null): Endpoint {
  return async (request, response) => {
    const { settings } = resources();
    if (!isElsewhere(request, settings)) return false;
    for (const [name, value] of Object.entries(headersThere)) response.setHeader(name, value);
    if (settings.userContentUrl!.startsWith('https:'))
      response.setHeader('strict-transport-security', 'max-age=31536000');
    const piece = pieces && (await askedPiece(request, pieces));
    if (piece) runningThere(response, piece.folder, settings);
    const content = piece || (await asked(request, contents));
    if (content) await send(request, response, content);
    else sayPlainly(response, 404, missing().message);
    return true;
  };
}

/** Whether a request is for the other host name. By name alone: a proxy in front leaves the port out. */
export function isElsewhere(
  { headers: { host = '' } }: IncomingMessage,
  { userContentUrl }: Settings,
): boolean {
  const address = `http://${host}`;
  return userContentUrl !== null && URL.canParse(address) && hostOf(address) === hostOf(userContentUrl);
}

async function asked({ method, url }: IncomingMessage, contents: Contents): Promise<Content | undefined> {
  const token = /^\/content\/([\w.-]{1,200})$/.exec(url ?? '')?.[1];
  if (!token || (method !== 'GET' && method !== 'HEAD')) return undefined;
  const { database, clock } = resources();
  const now = clock.now();
  const named = await namedBy(database.db, token, now);
  const open = named && Object.hasOwn(contents, named.kind) ? contents[named.kind] : undefined;
  if (!named || !open) return undefined;
  return kept(() => open({ viewer: systemViewer('content'), now }, { id: named.id }));
}

/** The address is compared with what is published, and never opened as a path. */
async function askedPiece({ method, url }: IncomingMessage, pieces: Pieces) {
  const coded = /^\/piece\/([^?#]{1,1500})/.exec(url ?? '')?.[1];
  const address = coded && decoded(coded);
  if (!address || (method !== 'GET' && method !== 'HEAD')) return undefined;
  return kept(() => pieces({ viewer: systemViewer('content'), now: resources().clock.now() }, { address }));
}

async function kept<C extends Content>(open: () => Promise<C>): Promise<C | undefined> {
  try {
    const content = await open();
    return (await resources().files.has(content.sha256)) ? content : undefined;
  } catch (problem) {
    if (isRefusal(problem)) return undefined;
    throw problem;
  }
}

function decoded(coded: string): string | null {
  try {
    const address = decodeURIComponent(coded);
    return /\p{C}/u.test(address) ? null : address;
  } catch {
    return null;
  }
}

/**
 * It runs as nobody's: in an origin of its own that no other page shares, framed by our pages alone, with no way to
 * ask anything of any other place than its own folder, no form, no window and no page above it.
 */
function runningThere(response: ServerResponse, folder: string, { userContentUrl, url }: Settings): void {
  const coded = folder.split('/').map(encodeURIComponent).join('/');
  const own = `${new URL(userContentUrl!).origin}/piece/${coded}`;
  response.removeHeader('x-frame-options');
  // Nobody's origin asks for its own files as a stranger; they are public.
  response.setHeader('access-control-allow-origin', '*');
  const policy = [
    'sandbox allow-scripts',
    "default-src 'none'",
    `script-src ${own} 'unsafe-inline' 'wasm-unsafe-eval'`,
    `style-src ${own} 'unsafe-inline'`,
    `img-src ${own} data: blob:`,
    `media-src ${own} data: blob:`,
    `font-src ${own} data:`,
    `connect-src ${own}`,
    "form-action 'none'",
    "base-uri 'none'",
    "webrtc 'block'",
    `frame-ancestors ${new URL(url).origin}`,
  ];
  response.setHeader('content-security-policy', policy.join('; '));
}

async function send(request: IncomingMessage, response: ServerResponse, content: Content): Promise<void> {
  const { status, headers, body } = storedAnswer(
    { method: request.method!, range: request.headers.range ?? null },
    content,
    {
      'content-type': content.mime,
      'content-disposition': content.name ? `inline; ${nameParts(content.name)}` : 'inline',
      'cache-control': 'private, no-store',
    },
  );
  response.writeHead(status, headers);
  if (!body) return void response.end();
  // Players hang up as soon as they have enough; that is no accident.
  await pipeline(body, response).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw problem;
  });
}

const headersThere = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
};
