import { redirect } from '@sveltejs/kit';
import { create, sources } from '#app/features/calls/edition-operations.server.ts';
import {
  copyFields,
  copyInput,
  newEditionProblems,
  templateFields,
  templateInput,
  wayOf,
} from '#app/features/calls/new-edition.ts';
import { postedForm } from '#app/features/editions/posted.ts';
import { placeZones } from '#app/features/editions/zones.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, url }) => {
  const { viewer } = locals.context;
  const editions = await answered(() => sources(locals.context, {}));
  const [newest] = editions;
  const options = editions.map(({ slug, about }) => ({ value: slug, label: `${about.name} (${slug})` }));
  const way = newest ? wayOf(url.searchParams) : 'template';
  const { zone, contactEmail } = newest?.about ?? {};
  return {
    way,
    some: editions.length > 0,
    fields: way === 'copy' ? copyFields(options, placeZones()) : templateFields(placeZones()),
    value:
      way === 'copy'
        ? { edition: newest?.slug, name: newest?.about.name, zone, contactEmail }
        : { zone, contactEmail, deadline: { time: '23:59', zone: 'AoE' } },
    viewerName: viewer.kind === 'person' ? viewer.name : undefined,
  };
};

export const actions = {
  default: async ({ locals, request, url }) => {
    const copy = wayOf(url.searchParams) === 'copy';
    const { value } = await postedForm(request, copy ? copyFields([], []) : templateFields([]));
    const input = copy ? copyInput(value) : templateInput(value);
    const made = await attempted(() => create(locals.context, input), { typed: value });
    if ('slug' in made) redirect(303, `/desk/${made.slug}`);
    made.data.fields = newEditionProblems(made.data.fields);
    return made;
  },
};
