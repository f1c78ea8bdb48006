/** Every request: who asks, when, from where. Then headers that hold on every answer. */
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
// What features hold about a person must be known wherever an account is exported, joined or erased.
import '#app/features/submissions/attached.server.ts';
import '#app/features/site/enquiries/attached.server.ts';
import '#app/features/works/rights/attached.server.ts';
import '#app/features/site/interest/attached.server.ts';
// And whoever has a draft hears of a later deadline, whichever page moves it.
import '#app/features/submissions/draft-holders.server.ts';
import { error } from '@sveltejs/kit';
import { recognise } from '#app/features/people/operations.server.ts';
import { draftsCookie, sessionCookie } from '#app/platform/cookies.ts';
import { strictestPolicy, withMediaFrom } from '#app/platform/front.server.ts';
import { hashSecret, randomId } from '#app/platform/random.server.ts';
import { missing } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { visitor, type Viewer } from '#app/platform/viewer.ts';

export const handle: Handle = async ({ event, resolve }) => {
  readOrRefuse(event.request);
  const now = resources().clock.now();
  const draftSecret = event.cookies.get(draftsCookie) ?? null;
  const draftKey = draftSecret && hashSecret(draftSecret);
  const secret = event.cookies.get(sessionCookie);
  const person = secret ? await recognise({ viewer: visitor, now }, { secret }) : null;
  const viewer: Viewer = person ? { ...person, draftKey } : { kind: 'visitor', draftKey };
  event.locals.context = { viewer, now, address: event.getClientAddress() };
  event.locals.draftSecret = draftSecret;
  const response = await resolve(event);
  // Only the public site may be kept by others, and only as a stranger sees it; what stands elsewhere may be
  // somebody's, even without a session: a letter's link opens it, on the public site too.
  if (viewer.kind === 'person' || draftKey || event.params.secret || !event.route.id?.startsWith('/(site)'))
    response.headers.set('cache-control', 'private, no-store');
  const { userContentUrl } = resources().settings;
  const policy = response.headers.get('content-security-policy');
  if (userContentUrl && policy && !event.route.id?.startsWith('/(site)'))
    response.headers.set('content-security-policy', withMediaFrom(policy, userContentUrl));
  // Pages bring their own; what is a file or a redirection needs nothing at all.
  if (!response.headers.has('content-security-policy'))
    response.headers.set('content-security-policy', strictestPolicy);
  return response;
};

export const handleError: HandleServerError = ({ kind, error: problem, event }) => {
  if (kind === 'app') return {};
  if (kind === 'framework' && problem.status < 500) return { message: inWords(problem.status) };
  // The framework keeps this name of an action for itself and breaks when somebody writes it.
  if (event.url.searchParams.has('/default')) return { status: 404, message: missing().message };
  const accident = randomId().slice(0, 8);
  resources().log.accident('page', problem, { accident });
  const quote = `If you write to us about it, quote ${accident}.`;
  return { message: `Something broke on our side. Nothing you saved is lost. ${quote}`, accident };
};

/** A body that is no form, or half of one, is the sender's to mend: a sentence, and no accident. */
function readOrRefuse(request: Request): void {
  const read = request.formData.bind(request);
  request.formData = async () => {
    try {
      return await read();
    } catch (problem) {
      const status = (problem as { status?: number }).status === 413 ? 413 : 400;
      error(status, inWords(status));
    }
  };
}

/** What no route matched is told like everything that is not there. */
function inWords(status: number): string {
  if (status === 405) return 'Nothing can be sent to this address. Go back and use the buttons of the page.';
  if (status === 413) return 'That was too much at once: a form takes 2 MB. Go back and send less.';
  if (status === 400 || status === 415)
    return 'What was sent could not be read as a form. Go back, reload the page and send it again.';
  return missing().message;
}
