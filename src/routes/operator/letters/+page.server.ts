import { log, resend } from '#app/features/mailings/operations.server.ts';
import { askedLog, withKinds } from '#app/features/mailings/log.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, url }) => {
  const asked = askedLog(url.searchParams);
  const { viewer } = locals.context;
  return {
    only: asked.only,
    log: withKinds(await answered(() => log(locals.context, asked))),
    viewerName: viewer.kind === 'person' ? viewer.name : undefined,
  };
};

export const actions = {
  resend: async ({ locals, request }) => {
    const id = String((await request.formData()).get('id') ?? '');
    const done = await attempted(() => resend(locals.context, { id }));
    return done ?? { done: 'The letter is on its way again.' };
  },
};
