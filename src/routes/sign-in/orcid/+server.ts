import { redirect } from '@sveltejs/kit';
import { beginOrcid } from '#app/features/people/operations.server.ts';
import { cookieOptions, orcidCookie } from '#app/platform/cookies.ts';
import { answered } from '#app/platform/web.server.ts';
import { secure } from '../entered.server.ts';
import type { RequestHandler } from './$types';

/** A link and not a form: the content policy lets no form lead to another host. */
export const GET: RequestHandler = async ({ locals, url, cookies }) => {
  const { to, state } = await answered(() =>
    beginOrcid(locals.context, { next: url.searchParams.get('next') }),
  );
  cookies.set(orcidCookie, state, { ...cookieOptions(secure()), maxAge: 60 * 60 });
  // Where to is said by the issuer that this installation was configured with, never by the request.
  redirect(303, to, { external: true });
};
