import { error } from '@sveltejs/kit';
import { settings } from '#app/features/calls/operations.server.ts';
import { waiversInForce } from '#app/features/calls/waiver.ts';
import { limitsOf } from '#app/features/calls/limits.ts';
import { missing } from '#app/platform/refusal.ts';
import { answered } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => {
  const calls = await answered(() => settings(locals.context, { slug: params.edition }));
  const call = calls.find(({ key }) => key === params.call) ?? error(404, missing().message);
  const { key, phase, deadline, finals, settings: own, waivers } = call;
  const counts = {
    questions: own.questions.length,
    agreements: own.agreements.length,
    waivers: waiversInForce(waivers).length,
  };
  return {
    title: own.title,
    call: { key, phase, deadline, finals, graceMinutes: own.graceMinutes, limits: limitsOf(own), counts },
  };
};
