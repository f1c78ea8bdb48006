import { redirect } from '@sveltejs/kit';
import { finishOrcid } from '#app/features/people/operations.server.ts';
import { deviceWords } from '#app/features/people/device.ts';
import { orcidCookie } from '#app/platform/cookies.ts';
import { answered } from '#app/platform/web.server.ts';
import { entered } from '../../entered.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { locals, url, cookies, request } = event;
  const state = cookies.get(orcidCookie) ?? null;
  const device = deviceWords(request.headers.get('user-agent'));
  const result = await answered(() => finishOrcid(locals.context, { state, search: url.search, device }));
  if (result.outcome === 'entered') return entered(event, result.entry);
  if (result.outcome === 'unknown') redirect(303, `/sign-in?next=${encodeURIComponent(result.next)}`);
  cookies.delete(orcidCookie, { path: '/' });
  redirect(303, result.next);
};
