import { logOfEdition, resend } from '#app/features/mailings/operations.server.ts';
import { mailings } from '#app/features/mailings/mailing-operations.server.ts';
import { letterKinds, isLetterKind } from '#app/platform/letter.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params, parent, url }) => {
  const { edition } = await parent();
  const only = url.searchParams.has('failed') ? 'failed' : 'all';
  const asked = { editionId: edition.id, only } as const;
  return {
    title: 'Letters',
    only,
    mailings: await answered(() => mailings(locals.context, { edition: params.edition })),
    log: (await answered(() => logOfEdition(locals.context, asked))).map((letter) => ({
      ...letter,
      kind: isLetterKind(letter.kind) ? letterKinds[letter.kind].title : letter.kind,
    })),
  };
};

export const actions = {
  resend: async ({ locals, request }) => {
    const id = String((await request.formData()).get('id') ?? '');
    const done = await attempted(() => resend(locals.context, { id }));
    return done ?? { done: 'The letter is on its way again.' };
  },
};
