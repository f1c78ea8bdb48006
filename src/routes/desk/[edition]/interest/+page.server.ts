import { list, lookAtLetter, write } from '#app/features/site/interest/desk-operations.server.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => ({
  title: 'Interest list',
  list: await answered(() => list(locals.context, { edition: params.edition })),
});

async function typedIn(request: Request) {
  const data = await request.formData();
  const word = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  return { id: word('id'), topic: word('topic') as '', subject: word('subject'), body: word('body') };
}

export const actions = {
  look: async ({ locals, params, request }) => {
    const { id: _none, ...typed } = await typedIn(request);
    const asked = { edition: params.edition, ...typed };
    const looked = await attempted(() => lookAtLetter(locals.context, asked), typed);
    return 'letter' in looked ? { looked, values: typed } : looked;
  },
  send: async ({ locals, params, request }) => {
    const typed = await typedIn(request);
    const sent = await attempted(() => write(locals.context, { edition: params.edition, ...typed }), typed);
    if (!('people' in sent)) return sent;
    const many = sent.people === 1 ? 'one person' : `${sent.people.toLocaleString('en')} people`;
    return { done: `The letter is on its way to ${many}.` };
  },
};
