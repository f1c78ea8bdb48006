import { redirect } from '@sveltejs/kit';
import { draft, publish, publishAgain } from '#app/features/site/operations.server.ts';
import { makeAgain, making } from '#app/features/works/renditions/desk-operations.server.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => ({
  title: 'Public site',
  files: await answered(() => making(locals.context, { edition: params.edition })),
  ...(await answered(() => draft(locals.context, { slug: params.edition }))),
});

export const actions = {
  publish: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const reason = String(form.get('reason') ?? '');
    const input = { slug: params.edition, basis: String(form.get('basis') ?? ''), reason };
    const done = await attempted(() => publish(locals.context, input), { reason });
    if ('number' in done) redirect(303, url.pathname);
    return done;
  },
  files: async ({ locals, params, url }) => {
    const done = await attempted(() => makeAgain(locals.context, { edition: params.edition }));
    if ('asked' in done) redirect(303, url.pathname);
    return done;
  },
  again: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const input = {
      slug: params.edition,
      number: Number(form.get('number')),
      reason: String(form.get('reason') ?? ''),
    };
    const done = await attempted(() => publishAgain(locals.context, input));
    if ('number' in done) redirect(303, url.pathname);
    return done;
  },
};
