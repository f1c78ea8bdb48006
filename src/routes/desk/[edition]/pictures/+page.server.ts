import { redirect } from '@sveltejs/kit';
import { describe, library, remove } from '#app/features/site/pictures/operations.server.ts';
import { statement } from '#app/features/site/pictures/picture.ts';
import { sayUploadProblem } from '#app/features/site/pictures/said.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params, url }) => ({
  title: 'Pictures',
  statement,
  pictures: await answered(() => library(locals.context, { slug: params.edition })),
  added: Number(url.searchParams.get('added')) || 0,
  described: url.searchParams.get('described') ?? '',
  problem: sayUploadProblem(url.searchParams.get('problem')),
});

export const actions = {
  describe: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const word = (name: string) => String(form.get(name) ?? '');
    const input = {
      slug: params.edition,
      key: word('key'),
      revision: Number(word('revision')) || 0,
      alt: word('alt'),
      decorative: form.has('decorative'),
      credit: word('credit'),
      licence: word('licence'),
      link: word('link'),
    };
    const done = await attempted(() => describe(locals.context, input), input);
    if ('revision' in done)
      redirect(
        303,
        `${url.pathname}?described=${encodeURIComponent(input.key)}#${encodeURIComponent(input.key)}`,
      );
    return done;
  },
  remove: async ({ locals, params, request, url }) => {
    const key = String((await request.formData()).get('key') ?? '');
    const refused = await attempted(() => remove(locals.context, { slug: params.edition, key }), { key });
    if (!refused) redirect(303, url.pathname);
    return refused;
  },
};
