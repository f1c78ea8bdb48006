import { answerNamed, correctNamed, lookAsNamed } from '#app/features/submissions/operations.server.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => {
  const named = await answered(() => lookAsNamed(locals.context, { id: params.id }));
  return { named, edition: named.edition, title: 'You are named' };
};

/** What was typed; a file in place of words is nothing typed. */
const word = (data: FormData, name: string) => {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
};

export const actions = {
  correct: async ({ locals, params, request }) => {
    const data = await request.formData();
    const [name, affiliation] = [word(data, 'name'), word(data, 'affiliation')];
    const refused = await attempted(
      () => correctNamed(locals.context, { id: params.id, name, affiliation }),
      { name, affiliation },
    );
    return refused ?? { done: 'Corrected. The others see it too.' };
  },
  answer: async ({ locals, params, request }) => {
    const data = await request.formData();
    const [answer, words] = [word(data, 'answer') as 'confirmed', word(data, 'words')];
    const refused = await attempted(() => answerNamed(locals.context, { id: params.id, answer, words }), {
      words,
    });
    return refused ?? { done: 'Your answer is written down.' };
  },
};
