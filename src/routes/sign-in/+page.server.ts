import { askForLink, enterAsCast, enterByPasskey, waysIn } from '#app/features/people/operations.server.ts';
import { deviceWords } from '#app/features/people/device.ts';
import { localPath } from '#app/features/people/person.ts';
import { orcidCookie } from '#app/platform/cookies.ts';
import { answered, attempted } from '#app/platform/web.server.ts';
import { entered } from './entered.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, cookies }) => ({
  ...(await answered(() => waysIn(locals.context, { orcidState: cookies.get(orcidCookie) ?? null }))),
  next: localPath(url.searchParams.get('next')),
  viewer: locals.context.viewer.kind === 'person' ? locals.context.viewer.name : null,
});

export const actions: Actions = {
  ask: async ({ request, locals }) => {
    const { address, next } = await fieldsOf(request);
    return attempted(async () => ({ asked: await askForLink(locals.context, { address, next }) }), {
      address,
    });
  },
  passkey: async (event) => {
    const { answer, next } = await fieldsOf(event.request);
    return attempted(async () =>
      entered(event, await enterByPasskey(event.locals.context, { answer, next, device: deviceOf(event) })),
    );
  },
  cast: async (event) => {
    const { castKey, next } = await fieldsOf(event.request);
    return attempted(async () =>
      entered(event, await enterAsCast(event.locals.context, { castKey, next, device: deviceOf(event) })),
    );
  },
};

async function fieldsOf(request: Request) {
  const form = await request.formData();
  const field = (name: string) => String(form.get(name) ?? '');
  return {
    address: field('address'),
    next: field('next') || null,
    answer: field('answer'),
    castKey: field('castKey'),
  };
}

const deviceOf = ({ request }: { request: Request }) => deviceWords(request.headers.get('user-agent'));
