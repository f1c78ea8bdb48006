import { redirect } from '@sveltejs/kit';

export const load = ({ params }) =>
  redirect(303, `/desk/${encodeURIComponent(params.edition)}/settings/about`);
