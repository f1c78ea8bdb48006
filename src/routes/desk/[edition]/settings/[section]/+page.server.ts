import { error, redirect } from '@sveltejs/kit';
import { settings as callSettings } from '#app/features/calls/operations.server.ts';
import { postedForm } from '#app/features/editions/posted.ts';
import { changeSection, edit } from '#app/features/editions/operations.server.ts';
import {
  fromForm,
  hasForm,
  problemPaths,
  sectionForm,
  toForm,
  type WithForm,
} from '#app/features/editions/section-forms.ts';
import { sections, type SectionName } from '#app/features/editions/settings.ts';
import { library } from '#app/features/site/pictures/operations.server.ts';
import { placeZones } from '#app/features/editions/zones.ts';
import { missing } from '#app/platform/refusal.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params, url }) => {
  const section = sectionOf(params.section);
  const { settings: all, revisions } = await answered(() => edit(locals.context, { slug: params.edition }));
  const pictures = await answered(() => library(locals.context, { slug: params.edition }));
  const known = pictures.flatMap(({ key, words }) => (words ? [key] : []));
  const calls = await answered(() => callSettings(locals.context, { slug: params.edition }));
  const { title, lead, fields } = sectionForm(
    section,
    all,
    placeZones(),
    known,
    calls.map(({ key, settings }) => ({ value: `calls/${key}`, label: settings.title })),
  );
  return {
    title,
    lead,
    fields,
    section,
    value: toForm(section, all[section]),
    revision: revisions[section],
    saved: url.searchParams.has('saved'),
    pictures,
  };
};

export const actions = {
  default: async ({ locals, params, request }) => {
    const section = sectionOf(params.section);
    const slug = params.edition;
    const { settings: all } = await answered(() => edit(locals.context, { slug }));
    const { value, act, revision, reason } = await postedForm(request, sectionForm(section, all, []).fields);
    if (act !== 'save') return { typed: value, reason, preview: act === 'preview' };
    const body = fromForm(section, value, all);
    const refused = await attempted(
      () => changeSection(locals.context, { slug, section, body, revision, reason }),
      { typed: value, reason },
    );
    if ('revision' in refused) redirect(303, `/desk/${slug}/settings/${section}?saved`);
    refused.data.fields = problemPaths(section, refused.data.fields);
    return refused;
  },
};

function sectionOf(section: string): WithForm {
  const name = section as SectionName;
  return Object.hasOwn(sections, section) && hasForm(name) ? name : error(404, missing().message);
}
