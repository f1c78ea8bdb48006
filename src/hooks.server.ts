/** Every request: who asks, when, from where. Then headers that hold on every answer. */
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
// What submissions hold about a person must be known wherever an account is exported, joined or erased.
import '#app/features/submissions/attached.server.ts';
// And whoever has a draft hears of a later deadline, whichever page moves it.
import '#app/features/submissions/draft-holders.server.ts';
import { recognise } from '#app/features/people/operations.server.ts';
import { draftsCookie, sessionCookie } from '#app/platform/cookies.ts';
import { hashSecret, randomId } from '#app/platform/random.server.ts';
import { missing } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { visitor, type Viewer } from '#app/platform/viewer.ts';

export const handle: Handle = async ({ event, resolve }) => {
  const now = resources().clock.now();
  const draftSecret = event.cookies.get(draftsCookie) ?? null;
  const draftKey = draftSecret && hashSecret(draftSecret);
  const secret = event.cookies.get(sessionCookie);
  const person = secret ? await recognise({ viewer: visitor, now }, { secret }) : null;
  const viewer: Viewer = person ? { ...person, draftKey } : { kind: 'visitor', draftKey };
  event.locals.context = { viewer, now, address: event.getClientAddress() };
  event.locals.draftSecret = draftSecret;
  const response = await resolve(event);
  if (viewer.kind === 'person' || draftKey) response.headers.set('cache-control', 'private, no-store');
  return response;
};

export const handleError: HandleServerError = ({ kind, error }) => {
  if (kind === 'app') return {};
  // What no route matched is told like everything that is not there.
  if (kind === 'framework' && error.status === 404) return { message: missing().message };
  const accident = randomId().slice(0, 8);
  resources().log.accident('page', error, { accident });
  return { message: 'Something broke on our side. Nothing you saved is lost.', accident };
};
