import { error } from '@sveltejs/kit';
import { ofSection } from '#app/features/calls/history.server.ts';
import { sectionTitles } from '#app/features/editions/section-forms.ts';
import { sections, type SectionName } from '#app/features/editions/settings.ts';
import { missing } from '#app/platform/refusal.ts';
import { answered } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => {
  if (!Object.hasOwn(sections, params.section)) error(404, missing().message);
  const section = params.section as SectionName;
  return {
    title: `History: ${sectionTitles[section]}`,
    section,
    entries: await answered(() => ofSection(locals.context, { slug: params.edition, section })),
  };
};
