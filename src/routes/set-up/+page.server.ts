import { error, redirect } from '@sveltejs/kit';
import { deviceWords } from '#app/features/people/device.ts';
import { lookAtSetUp, openSetUp } from '#app/features/people/operations.server.ts';
import { cookieOptions, sessionCookie } from '#app/platform/cookies.ts';
import { missing } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, url }) => {
  const key = url.searchParams.get('key');
  if (!key) redirect(303, '/set-up/dates');
  const { open } = await answered(() => lookAtSetUp(locals.context, { key }));
  if (!open) error(404, missing().message);
  return { key };
};

export const actions = {
  default: async ({ locals, request, cookies }) => {
    const posted = await request.formData();
    const word = (name: string) => String(posted.get(name) ?? '');
    const values = { name: word('name'), address: word('address') };
    const device = deviceWords(request.headers.get('user-agent'));
    const entry = await attempted(
      () => openSetUp(locals.context, { key: word('key'), ...values, device }),
      values,
    );
    if (!('secret' in entry)) return entry;
    cookies.set(sessionCookie, entry.secret, cookieOptions(resources().settings.url.startsWith('https:')));
    redirect(303, '/set-up/dates');
  },
};
