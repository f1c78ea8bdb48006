import { answerNamed, correctNamed, lookAsNamed } from '#app/features/submissions/operations.server.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => {
  const named = await answered(() => lookAsNamed(locals.context, { id: params.id }));
  return { named, edition: named.edition, title: 'You are named' };
};

export const actions = {
  correct: async ({ locals, params, request }) => {
    const { name = '', affiliation = '' } = Object.fromEntries(await request.formData()) as Record<
      string,
      string
    >;
    const refused = await attempted(
      () => correctNamed(locals.context, { id: params.id, name, affiliation }),
      { name, affiliation },
    );
    return refused ?? { done: 'Corrected. The others see it too.' };
  },
  answer: async ({ locals, params, request }) => {
    const { answer, words = '' } = Object.fromEntries(await request.formData()) as {
      answer: 'confirmed';
      words?: string;
    };
    const refused = await attempted(() => answerNamed(locals.context, { id: params.id, answer, words }), {
      words,
    });
    return refused ?? { done: 'Your answer is written down.' };
  },
};
