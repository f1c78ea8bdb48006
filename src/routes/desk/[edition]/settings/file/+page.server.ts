import { redirect } from '@sveltejs/kit';
import { exportFile, importSettings, previewImport } from '#app/features/calls/edition-operations.server.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params, url }) => {
  await answered(() => exportFile(locals.context, { slug: params.edition }));
  return { title: 'Settings file', saved: url.searchParams.has('saved') };
};

export const actions = {
  default: async ({ locals, params, request }) => {
    const posted = await request.formData();
    const slug = params.edition;
    const file = posted.get('file');
    const chosen = file instanceof File && file.size > 0 ? await file.text() : null;
    const word = (name: string) => String(posted.get(name) ?? '');
    const values = { text: chosen ?? word('text'), reason: word('reason'), basis: word('basis') };
    if (posted.get('act') !== 'apply' || chosen !== null) {
      const seen = await attempted(() => previewImport(locals.context, { slug, text: values.text }), values);
      return 'changes' in seen ? { seen, values } : seen;
    }
    const done = await attempted(() => importSettings(locals.context, { slug, ...values }), values);
    if ('changes' in done) redirect(303, `/desk/${slug}/settings/file?saved`);
    return done;
  },
};
