import { momentFrom } from '#app/features/calls/deadline.ts';
import * as rights from '#app/features/works/rights/operations.server.ts';
import { takedownPosted } from '#app/features/works/rights/posted.ts';
import { answered, attempted } from '#app/platform/web.server.ts';
import type { Actions, RequestEvent } from './$types';

export const load = async ({ locals, params }) => {
  const found = await answered(() => rights.open(locals.context, { id: params.id }));
  return { ...found, subject: found.title, title: 'Your rights and credit' };
};

/** What came, with the act it belongs to: where it is refused, the form shows it again. */
async function sent({ request, params, locals }: RequestEvent, act: string) {
  const posted = await request.formData();
  const word = (name: string) => String(posted.get(name) ?? '');
  const several = (name: string) => posted.getAll(name).map(String);
  return { id: params.id, context: locals.context, posted, word, several, act };
}

export const actions = {
  grant: async (event) => {
    const { id, context, word, several, act } = await sent(event, 'grant');
    const values = { act, uses: several('uses'), capacity: word('capacity') };
    const asked = { ...values, id, text: word('text'), agreed: word('agreed') === 'yes' };
    const done = await attempted(() => rights.grant(context, asked as never), values);
    return 'receipt' in done
      ? { done: 'It is granted. The receipt is below, and on its way to all of you by mail.' }
      : done;
  },
  end: async (event) => {
    const { id, context, word, several, act } = await sent(event, 'end');
    const values = { act, uses: several('uses'), reason: word('reason') };
    const done = await attempted(() => rights.endUses(context, { id, ...values } as never), values);
    return 'ended' in done ? { done: 'It has ended.' } : done;
  },
  choose: async (event) => {
    const { id, context, word, act } = await sent(event, 'choose');
    const [licence, preference, credit] = ['licence', 'preference', 'credit'].map(word);
    const values = { act, licence, preference, credit, maxPixels: word('maxPixels') };
    const maxPixels = values.maxPixels === '' ? null : Number(values.maxPixels);
    const asked = { id, ...values, maxPixels };
    const done = await attempted(() => rights.choose(context, asked as never), values);
    return done ?? { done: 'Your choices hold from now on.' };
  },
  pictures: async (event) => {
    const { id, context, posted, act } = await sent(event, 'pictures');
    const pictures = [...posted.keys()]
      .filter((name) => name.startsWith('alt.'))
      .map((name) => name.slice(4))
      .map((sha256) => ({
        sha256,
        alt: String(posted.get(`alt.${sha256}`)),
        decorative: posted.get(`decorative.${sha256}`) === 'yes',
      }));
    const done = await attempted(() => rights.sayPictures(context, { id, pictures }), { act, pictures });
    return 'changed' in done ? { done: 'The words are kept.' } : done;
  },
  embargo: async (event) => {
    const { id, context, word, act } = await sent(event, 'embargo');
    const values = { act, until: word('until'), reason: word('reason') };
    const { edition } = await answered(() => rights.open(context, { id }));
    const until = momentFrom(values.until, edition.zone) as Date;
    const done = await attempted(
      () => rights.setEmbargo(context, { id, until, reason: values.reason }),
      values,
    );
    return done ?? { done: 'It is held back until then.' };
  },
  lift: async ({ locals, params }) => {
    const done = await attempted(() => rights.liftEmbargo(locals.context, { id: params.id }));
    return done ?? { done: 'It is no longer held back.' };
  },
  takedown: async (event) => {
    const { id, context, posted } = await sent(event, 'takedown');
    const { values, asked } = takedownPosted(posted);
    const done = await attempted(() => rights.takeDown(context, { id, ...asked } as never), values);
    return 'takedown' in done ? { done: 'It is hidden from now on.' } : done;
  },
  endTakedown: async (event) => {
    const { id, context, word, act } = await sent(event, 'endTakedown');
    const values = { act, takedown: word('takedown'), reason: word('reason') };
    const done = await attempted(() => rights.endTakedown(context, { id, ...values }), values);
    return done ?? { done: 'What is granted may be shown again.' };
  },
} satisfies Actions;
