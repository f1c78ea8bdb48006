import { cancel, edit, send, show } from '#app/features/mailings/mailing-operations.server.ts';
import { placeholders } from '#app/features/mailings/template.ts';
import { answered, attempted } from '#app/platform/web.server.ts';
import { error } from '@sveltejs/kit';
import { missing } from '#app/platform/refusal.ts';

export const load = async ({ locals, params, parent }) => {
  const { edition } = await parent();
  const mailing = await answered(() => show(locals.context, { id: params.letter }));
  if (mailing.editionId !== edition.id) error(404, missing().message);
  return {
    title: mailing.subject,
    mailing,
    placeholders: Object.entries(placeholders).map(([name, means]) => ({ name, means })),
  };
};

export const actions = {
  edit: async ({ locals, params, request }) => {
    const posted = await request.formData();
    const values = { subject: String(posted.get('subject') ?? ''), body: String(posted.get('body') ?? '') };
    const done = await attempted(() => edit(locals.context, { id: params.letter, ...values }), values);
    return done ?? { done: 'The letter is changed. Every copy below is as it will be sent.' };
  },
  send: async ({ locals, params }) => {
    const done = await attempted(() => send(locals.context, { id: params.letter }));
    return 'people' in done ? { done: 'The letters are on their way.' } : done;
  },
  cancel: async ({ locals, params }) => {
    const done = await attempted(() => cancel(locals.context, { id: params.letter }));
    return done ?? { done: 'The letter is cancelled; nobody gets it.' };
  },
};
