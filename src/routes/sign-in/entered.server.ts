/** What every way of signing in ends with: the cookie, the drafts begun in this browser, the page to go on to. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { recognise, type Entry } from '#app/features/people/operations.server.ts';
import { claimDrafts } from '#app/features/submissions/operations.server.ts';
import { cookieOptions, orcidCookie, sessionCookie } from '#app/platform/cookies.ts';
import type { Context } from '#app/platform/operation.server.ts';
import { resources } from '#app/platform/resources.server.ts';

export async function entered(event: RequestEvent, entry: Entry): Promise<never> {
  event.cookies.set(sessionCookie, entry.secret, cookieOptions(secure()));
  event.cookies.delete(orcidCookie, { path: '/' });
  const { context } = event.locals;
  const person = await recognise(context, { secret: entry.secret });
  const { draftKey = null } = context.viewer.kind === 'system' ? {} : context.viewer;
  if (person) await claimed({ ...context, viewer: { ...person, draftKey } });
  redirect(303, entry.next);
}

/** Signing in must not fail over a draft: what was not claimed stays with this browser. */
export async function claimed(context: Context): Promise<void> {
  await claimDrafts(context, {}).catch((problem: unknown) =>
    resources().log.accident('drafts not claimed', problem),
  );
}

export const secure = () => resources().settings.url.startsWith('https:');
