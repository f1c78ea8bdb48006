import { endRole, grantRole, standing } from '#app/features/people/operations.server.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => ({
  title: 'Roles',
  rows: await answered(() => standing(locals.context, { slug: params.edition })),
});

export const actions = {
  grant: async ({ locals, params, request }) => {
    const posted = await request.formData();
    const word = (name: string) => String(posted.get(name) ?? '');
    const values = { name: word('name'), address: word('address'), role: word('role') };
    const input = { slug: params.edition, ...values, role: values.role as 'organizer' };
    const done = await attempted(() => grantRole(locals.context, input), values);
    return 'invited' in done ? { granted: done.name } : done;
  },
  end: async ({ locals, request }) => {
    const id = String((await request.formData()).get('id') ?? '');
    return attempted(() => endRole(locals.context, { id }));
  },
};
