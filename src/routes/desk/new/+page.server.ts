import { redirect } from '@sveltejs/kit';
import { copyFields, copyInput, copyProblems } from '#app/features/calls/copy-form.ts';
import { desks } from '#app/features/calls/desks.server.ts';
import { create } from '#app/features/calls/edition-operations.server.ts';
import { postedForm } from '#app/features/editions/posted.ts';
import { placeZones } from '#app/features/editions/zones.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals }) => {
  const { viewer } = locals.context;
  const editions = await answered(() => desks(locals.context, {}));
  const [newest] = editions;
  const options = editions.map(({ slug, about }) => ({ value: slug, label: `${about.name} (${slug})` }));
  return {
    fields: copyFields(options, placeZones()),
    some: editions.length > 0,
    value: {
      edition: newest?.slug,
      name: newest?.about.name,
      zone: newest?.about.zone,
      contactEmail: newest?.about.contactEmail,
    },
    viewerName: viewer.kind === 'person' ? viewer.name : undefined,
  };
};

export const actions = {
  default: async ({ locals, request }) => {
    const { value } = await postedForm(request, copyFields([], []));
    const made = await attempted(() => create(locals.context, copyInput(value)), { typed: value });
    if ('slug' in made) redirect(303, `/desk/${made.slug}`);
    made.data.fields = copyProblems(made.data.fields);
    return made;
  },
};
