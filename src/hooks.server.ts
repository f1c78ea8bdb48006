/** Every request: who asks, when, from where. Then headers that hold on every answer. */
import type { RequestEvent } from '@sveltejs/kit';
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
import { known, languageOfPage } from '#app/features/people/language.ts';
import { languages } from '#app/features/site/operations.server.ts';
import { cookieOptions, draftsCookie, languageCookie, sessionCookie } from '#app/platform/cookies.ts';
import { strictestPolicy, withMediaFrom } from '#app/platform/front.server.ts';
import { hashSecret, randomId } from '#app/platform/random.server.ts';
import { missing } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { visitor, type Viewer } from '#app/platform/viewer.ts';
import { speaksFrench } from '#app/routes/speaking.ts';
import type { Spoken } from '#app/ui/language.ts';

export const handle: Handle = async ({ event, resolve }) => {
  readOrRefuse(event);
  const now = resources().clock.now();
  const draftSecret = event.cookies.get(draftsCookie) ?? null;
  const draftKey = draftSecret && hashSecret(draftSecret);
  const secret = event.cookies.get(sessionCookie);
  const person = secret ? await recognise({ viewer: visitor, now }, { secret }) : null;
  const viewer: Viewer = person ? { ...person, draftKey } : { kind: 'visitor', draftKey };
  const language = await languageOf(event, person?.language, now);
  event.locals.context = { viewer, now, address: event.getClientAddress(), language };
  event.locals.draftSecret = draftSecret;
  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('<html lang="en" dir="ltr">', `<html lang="${language}" dir="ltr">`),
  });
  // Only the public site may be kept by others, and only as a stranger sees it; what stands elsewhere may be
  // somebody's, even without a session: a letter's link opens it, on the public site too.
  if (
    viewer.kind === 'person' ||
    draftKey ||
    event.params.secret ||
    event.cookies.get(languageCookie) ||
    !event.route.id?.startsWith('/(site)')
  )
    response.headers.set('cache-control', 'private, no-store');
  if (event.params.edition && speaksFrench(event.route.id))
    response.headers.append('vary', 'Accept-Language');
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
  const said = (sentence: string) => inTheirs(event, sentence);
  if (kind === 'framework' && problem.status < 500) return { message: said(inWords(problem.status)) };
  // The framework keeps this name of an action for itself and breaks when somebody writes it.
  if (event.url.searchParams.has('/default')) return { status: 404, message: said(missing().message) };
  const accident = randomId().slice(0, 8);
  resources().log.accident('page', problem, { accident });
  const quote = `If you write to us about it, quote ${accident}.`;
  return { message: said(`Something broke on our side. Nothing you saved is lost. ${quote}`), accident };
};

const inTheirs = ({ locals }: RequestEvent, sentence: string) =>
  resources().say?.(sentence, locals.context?.language ?? 'en') ?? sentence;

/** That of the page which is about to answer; what the address asks for is remembered for the pages after it. */
async function languageOf(event: RequestEvent, own: string | null | undefined, now: Date): Promise<Spoken> {
  const { route, params, url, cookies, request } = event;
  if (!speaksFrench(route.id)) return 'en';
  const [, slug = '', within] = url.pathname.split('/');
  const ofEdition = route.id === null || params.edition !== undefined;
  const edition = ofEdition
    ? await languages({ viewer: visitor, now }, { slug: params.edition ?? slug })
    : [];
  const asked = known(url.searchParams.get('lang'));
  if (asked) {
    const secure = resources().settings.url.startsWith('https:');
    cookies.set(languageCookie, asked, cookieOptions(secure));
  }
  return languageOfPage({
    own,
    asked: asked ?? (route.id === null ? within : null),
    remembered: cookies.get(languageCookie),
    accepted: request.headers.get('accept-language'),
    edition,
  });
}

/** A body that is no form, or half of one, is the sender's to mend: a sentence, and no accident. */
function readOrRefuse(event: RequestEvent): void {
  const { request } = event;
  const read = request.formData.bind(request);
  request.formData = async () => {
    try {
      return await read();
    } catch (problem) {
      const status = (problem as { status?: number }).status === 413 ? 413 : 400;
      error(status, inTheirs(event, inWords(status)));
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
