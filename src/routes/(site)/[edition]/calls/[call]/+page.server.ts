import { error } from '@sveltejs/kit';
import { missing } from '#app/platform/refusal.ts';

export const load = async ({ params, parent }) => {
  const { calls } = await parent();
  const call = calls.find(({ key }) => key === params.call);
  if (!call) error(404, missing().message);
  return { call, title: call.title };
};
