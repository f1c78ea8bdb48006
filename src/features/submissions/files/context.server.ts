/** Who asks, for requests that do not pass SvelteKit: the same cookies, the same clock. */
import type { IncomingMessage } from 'node:http';
import { recognise } from '#app/features/people/operations.server.ts';
import { draftsCookie, sessionCookie } from '#app/platform/cookies.ts';
import type { Context } from '#app/platform/operation.server.ts';
import { hashSecret } from '#app/platform/random.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { visitor } from '#app/platform/viewer.ts';

export async function contextOf(request: IncomingMessage): Promise<Context> {
  const now = resources().clock.now();
  const cookies = cookiesOf(request.headers.cookie ?? '');
  const drafts = cookies.get(draftsCookie);
  const draftKey = drafts ? hashSecret(drafts) : null;
  const secret = cookies.get(sessionCookie);
  const person = secret ? await recognise({ viewer: visitor, now }, { secret }) : null;
  return { viewer: person ? { ...person, draftKey } : { kind: 'visitor', draftKey }, now };
}

function cookiesOf(header: string): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    const name = part.slice(0, at).trim();
    if (at > 0 && !cookies.has(name)) cookies.set(name, unquoted(part.slice(at + 1).trim()));
  }
  return cookies;
}

function unquoted(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
