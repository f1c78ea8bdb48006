import { error, redirect } from '@sveltejs/kit';
import { callForm, callParts, fromForm, toForm, type CallPart } from '#app/features/calls/call-forms.ts';
import { change, settings } from '#app/features/calls/operations.server.ts';
import { withLimits } from '#app/features/calls/limits.ts';
import { postedForm } from '#app/features/editions/posted.ts';
import { placeZones } from '#app/features/editions/zones.ts';
import type { Context } from '#app/platform/operation.server.ts';
import { missing } from '#app/platform/refusal.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params, url }) => {
  const { call, part } = await found(locals.context, params);
  const { title, lead, fields } = callForm(part, call.settings, placeZones());
  return {
    title: `${title}: ${call.settings.title}`,
    heading: title,
    callTitle: call.settings.title,
    lead,
    fields,
    part,
    key: call.key,
    value: toForm(part, call.settings),
    revision: call.revision,
    saved: url.searchParams.has('saved'),
  };
};

export const actions = {
  default: async ({ locals, params, request }) => {
    const { call, part } = await found(locals.context, params);
    const { fields } = callForm(part, call.settings, []);
    const { value, act, revision, reason } = await postedForm(request, fields);
    if (act === 'preview') {
      const text = withLimits({ ...call.settings, text: String(value.text ?? '') });
      return { typed: value, reason, preview: true, text };
    }
    if (act !== 'save') return { typed: value, reason };
    const { edition: slug, call: key } = params;
    const body = fromForm(part, value, call.settings);
    const refused = await attempted(
      () => change(locals.context, { slug, call: key, body, revision, reason }),
      { typed: value, reason },
    );
    if ('revision' in refused) redirect(303, `/desk/${slug}/settings/calls/${key}/${part}?saved`);
    return refused;
  },
};

async function found(context: Context, params: { edition: string; call: string; part: string }) {
  const calls = await answered(() => settings(context, { slug: params.edition }));
  const call = calls.find(({ key }) => key === params.call);
  const part = callParts.find((name) => name === params.part);
  if (!call || !part) error(404, missing().message);
  return { call, part: part as CallPart };
}
