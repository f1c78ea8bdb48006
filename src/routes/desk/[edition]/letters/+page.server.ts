import { logOfEdition, resend } from '#app/features/mailings/operations.server.ts';
import { mailings } from '#app/features/mailings/mailing-operations.server.ts';
import { askedLog, withKinds } from '#app/features/mailings/log.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params, parent, url }) => {
  const { edition } = await parent();
  const asked = askedLog(url.searchParams);
  return {
    title: 'Letters',
    only: asked.only,
    mailings: await answered(() => mailings(locals.context, { edition: params.edition })),
    log: withKinds(await answered(() => logOfEdition(locals.context, { editionId: edition.id, ...asked }))),
  };
};

export const actions = {
  resend: async ({ locals, request }) => {
    const id = String((await request.formData()).get('id') ?? '');
    const done = await attempted(() => resend(locals.context, { id }));
    return done ?? { done: 'The letter is on its way again.' };
  },
};
