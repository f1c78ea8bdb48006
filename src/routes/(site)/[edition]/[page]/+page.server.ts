import { error } from '@sveltejs/kit';
import { missing } from '#app/platform/refusal.ts';

export const load = async ({ params, parent }) => {
  const { settings } = await parent();
  const text = settings.pages.find(({ slug }) => slug === params.page);
  if (!text) error(404, missing().message);
  return { text, title: text.title };
};
