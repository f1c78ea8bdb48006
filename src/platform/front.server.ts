/**
 * What stands in front of every page: where a request claims to come from, which headers every answer carries.
 * Trusts configuration and the socket, never a header that the client could write.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { httpStatus, missing } from './refusal.ts';
import type { Settings } from './settings.server.ts';

/** Handles a request wholly and says true, or leaves it to the next. */
export interface Endpoint {
  (request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** It changes nothing and reads no cookie, so that pages and programs of others may ask it, by POST as well. */
  fromAnywhere?: true;
}

/** The origin of our own pages. Without SALON_URL, a loopback name is taken as the browser wrote it. */
export function ownOrigin(request: IncomingMessage, settings: Settings): string {
  if (settings.urlGiven) return new URL(settings.url).origin;
  const host = request.headers.host ?? '';
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/.test(host)
    ? `http://${host}`
    : new URL(settings.url).origin;
}

/** A change must come from our own pages, whatever its content type. Browsers always say where a POST comes from. */
export function comesFromElsewhere(request: IncomingMessage, settings: Settings): boolean {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return false;
  return request.headers.origin !== ownOrigin(request, settings);
}

/** An address that cannot be read, or holds what no name of ours holds, is answered before anything believes it. */
export function refusedAddress({ url = '' }: IncomingMessage, { origin }: URL): [number, string] | null {
  const noAddress = [400, 'This is no address of ours. Start again from the first page.'] as [number, string];
  if (!/^\/(?!\/)/.test(url) || !URL.canParse(`${origin}${url}`)) return noAddress;
  try {
    // eslint-disable-next-line no-control-regex
    const held = /[\0-\x1f\x7f]/.test(decodeURIComponent(url.split('?')[0]!));
    return held ? [httpStatus.missing, missing().message] : null;
  } catch {
    return noAddress;
  }
}

/** The network address, for rate limits. `X-Forwarded-For` counts only when the named proxy speaks. */
export function addressOf(request: IncomingMessage, settings: Settings): string {
  const peer = request.socket.remoteAddress ?? 'unknown';
  if (!settings.proxy || peer.replace(/^::ffff:/, '') !== settings.proxy) return peer;
  const forwarded = request.headers['x-forwarded-for'];
  return (
    String(forwarded ?? '')
      .split(',')
      .at(-1)
      ?.trim() || peer
  );
}

/** On every answer; pages bring their own content policy, everything else gets the strictest. */
export function setCommonHeaders(response: ServerResponse, settings: Settings): void {
  for (const [name, value] of Object.entries(commonHeaders)) response.setHeader(name, value);
  if (settings.url.startsWith('https:')) response.setHeader('strict-transport-security', 'max-age=31536000');
}

/** For whatever is no page: nothing loads, nothing runs, nobody frames it. */
export const strictestPolicy =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** A page's own policy, with pictures and players from the other host name too; nothing else may come from there. */
export function withMediaFrom(policy: string, url: string): string {
  const { origin } = new URL(url);
  return policy.replace(/\bimg-src [^;]*/, `$& ${origin}; media-src 'self' ${origin}`);
}

/** What every answer carries, whoever gives it; a page replaces the policy by its own. */
export const commonHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
  'content-security-policy': strictestPolicy,
};
