import { error } from '@sveltejs/kit';
import { momentFrom } from '#app/features/calls/deadline.ts';
import { ofSubmission } from '#app/features/audit/operations.server.ts';
import { sayChecked } from '#app/features/submissions/files/said.ts';
import { showFiles, showPages } from '#app/features/submissions/files/operations.server.ts';
import {
  checkAgain,
  decline,
  endClearance,
  extendPersonally,
  grantClearance,
  inspect,
  inviteContributor,
  revive,
  withdraw,
  writeMessage,
} from '#app/features/submissions/operations.server.ts';
import { ofSubmission as acceptances } from '#app/features/works/operations.server.ts';
import { missing } from '#app/platform/refusal.ts';
import { answered, attempted } from '#app/platform/web.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { id } = params;
  const inspected = await answered(() => inspect(locals.context, { id }));
  if (inspected.edition.slug !== params.edition) error(404, missing().message);
  return {
    title: inspected.submission.title || 'No title yet',
    inspected,
    handIn: await answered(() => showFiles(locals.context, { id })),
    papers: await answered(() => showPages(locals.context, { id })),
    acceptances: await answered(() => acceptances(locals.context, { id })),
    history: await answered(() => ofSubmission(locals.context, { id })),
    begun: url.searchParams.has('begun'),
    now: locals.context.now,
  };
};

/** What was sent, with the moment read in the edition's zone; it comes back whole when something is wrong. */
async function sent({ request, params, locals }: RequestEvent) {
  const posted = await request.formData();
  const word = (name: string) => String(posted.get(name) ?? '');
  const values = { act: word('act'), rule: word('rule'), reason: word('reason'), words: word('words') };
  const at = word('at');
  const zone = at && (await answered(() => inspect(locals.context, { id: params.id }))).edition.zone;
  const moment = at ? momentFrom(at, zone || 'UTC') : null;
  return { id: params.id, context: locals.context, values: { ...values, at }, moment, word };
}

export const actions = {
  reply: async (event) => {
    const { id, context, values } = await sent(event);
    const done = await attempted(() => writeMessage(context, { id, words: values.words }), values);
    return 'message' in done ? { done: 'Your message is sent.' } : done;
  },
  grant: async (event) => {
    const { id, context, values, moment } = await sent(event);
    const asked = { id, rule: values.rule, reason: values.reason, until: moment };
    const done = await attempted(() => grantClearance(context, asked), values);
    return 'clearance' in done ? { done: 'The exception holds from now on.' } : done;
  },
  again: async ({ locals, params }) => {
    const done = await attempted(() => checkAgain(locals.context, { id: params.id }));
    return 'read' in done ? { done: sayChecked(done.read) } : done;
  },
  decline: async (event) => {
    const { id, context, values, moment, word } = await sent(event);
    const asked = { id, version: word('version'), reason: values.reason, until: moment };
    const done = await attempted(() => decline(context, asked), values);
    return 'decline' in done
      ? { done: 'It is declined. The letter that says what must change is on its way.' }
      : done;
  },
  end: async (event) => {
    const { id, context, word } = await sent(event);
    const done = await attempted(() => endClearance(context, { id, clearance: word('clearance') }));
    return done ?? { done: 'The exception has ended.' };
  },
  extend: async (event) => {
    const { id, context, values, moment } = await sent(event);
    const asked = { id, deadline: moment as Date, reason: values.reason };
    const done = await attempted(() => extendPersonally(context, asked), values);
    return 'extension' in done ? { done: 'The later deadline holds from now on.' } : done;
  },
  invite: async (event) => {
    const { id, context, word } = await sent(event);
    const done = await attempted(() => inviteContributor(context, { id, contributor: word('contributor') }));
    return done ?? { done: 'The letter with the link is on its way.' };
  },
  withdraw: async (event) => {
    const { id, context, values } = await sent(event);
    const done = await attempted(() => withdraw(context, { id, reason: values.reason }), values);
    return done ?? { done: 'It is withdrawn. You can bring it back.' };
  },
  revive: async (event) => {
    const { id, context, values } = await sent(event);
    const done = await attempted(() => revive(context, { id, reason: values.reason }), values);
    return done ?? { done: 'It takes part again.' };
  },
} satisfies Actions;
