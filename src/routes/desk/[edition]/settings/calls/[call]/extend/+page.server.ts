import { error, redirect } from '@sveltejs/kit';
import { extend, previewExtension, settings } from '#app/features/calls/operations.server.ts';
import { zoneOptions } from '#app/features/calls/call-forms.ts';
import { deadlineAsSet } from '#app/features/calls/call.ts';
import type { Round } from '#app/features/calls/final.ts';
import { placeZones } from '#app/features/editions/zones.ts';
import { missing } from '#app/platform/refusal.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

/** `?round=final` means the deadline of final versions. */
const roundIn = (url: URL): Round => (url.searchParams.get('round') === 'final' ? 'final' : 'submission');

export const load = async ({ locals, params, url }) => {
  const calls = await answered(() => settings(locals.context, { slug: params.edition }));
  const call = calls.find(({ key }) => key === params.call) ?? error(404, missing().message);
  const round = roundIn(url);
  const { deadline, asSet } =
    round === 'final'
      ? (call.finals ?? error(404, missing().message))
      : { deadline: call.deadline, asSet: deadlineAsSet(call) };
  return {
    title: round === 'final' ? 'Extend the deadline of final versions' : 'Extend the deadline',
    round,
    key: call.key,
    callTitle: call.settings.title,
    deadline,
    to: asSet,
    zones: zoneOptions(placeZones()),
  };
};

export const actions = {
  default: async ({ locals, params, request, url }) => {
    const posted = await request.formData();
    const word = (name: string) => String(posted.get(name) ?? '');
    const to = { date: word('to.date'), time: word('to.time'), zone: word('to.zone') };
    const values = { to, reason: word('reason'), from: word('from') };
    const input = { slug: params.edition, call: params.call, round: roundIn(url), ...values };
    if (word('act') !== 'extend') {
      const seen = await attempted(() => previewExtension(locals.context, input), values);
      return 'letter' in seen ? { seen, values } : seen;
    }
    const done = await attempted(() => extend(locals.context, input), values);
    if ('told' in done) redirect(303, `/desk/${params.edition}/settings/calls/${params.call}`);
    return done;
  },
};
