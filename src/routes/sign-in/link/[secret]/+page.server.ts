import { redirect } from '@sveltejs/kit';
import { confirmAddress, lookAtLink, openLink } from '#app/features/people/operations.server.ts';
import { deviceWords } from '#app/features/people/device.ts';
import { orcidCookie } from '#app/platform/cookies.ts';
import { isRefusal } from '#app/platform/refusal.ts';
import { attempted } from '#app/platform/web.server.ts';
import { claimed, entered } from '../../entered.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking at the page uses nothing up: mail scanners open links, only people press the button. */
export const load: PageServerLoad = async ({ locals, params, cookies, setHeaders }) => {
  setHeaders({ 'cache-control': 'private, no-store' });
  const { viewer } = locals.context;
  return {
    link: await look(locals.context, params.secret, cookies.get(orcidCookie) ?? null),
    viewer: viewer.kind === 'person' ? viewer.name : null,
  };
};

export const actions: Actions = {
  enter: async (event) => {
    const form = await event.request.formData();
    const name = String(form.get('name') ?? '');
    const orcidState = form.get('orcid') ? (event.cookies.get(orcidCookie) ?? null) : null;
    const device = deviceWords(event.request.headers.get('user-agent'));
    const { secret } = event.params;
    return attempted(
      async () => entered(event, await openLink(event.locals.context, { secret, name, device, orcidState })),
      { name },
    );
  },
  confirm: async ({ request, locals, params }) => {
    const form = await request.formData();
    const join = String(form.get('join') ?? '');
    return attempted(async () => {
      await confirmAddress(locals.context, { secret: params.secret, join });
      await claimed(locals.context);
      redirect(303, '/account');
    });
  },
};

async function look(context: App.Locals['context'], secret: string, orcidState: string | null) {
  try {
    return await lookAtLink(context, { secret, orcidState });
  } catch (problem) {
    // Half a link, as mail programs break them, is told like one that is over.
    if (isRefusal(problem)) return { state: 'over' as const };
    throw problem;
  }
}
