import type { Told } from '../server.ts';

/** An answer as a spy would compare it: everything but what is random by design. */
export function bare({ status, headers, body }: Told): string {
  const { date: _date, etag, 'content-security-policy': policy = '', ...rest } = headers;
  const plain = (text: string) =>
    text
      .replace(/nonce-[A-Za-z0-9+/=_-]+/g, 'nonce')
      .replace(/nonce="[^"]*"/g, 'nonce')
      // Kit names its hydration scope anew for each page.
      .replace(/__sveltekit_[a-z0-9]+/g, '__sveltekit');
  // A tag is made of the body: where the body bears a number of its own, so does the tag.
  const tag = plain(body) === body ? etag : undefined;
  return JSON.stringify({ status, policy: plain(policy), tag, rest, body: plain(body) });
}
