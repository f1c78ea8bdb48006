import { pageOf } from '#app/features/submissions/table.ts';
import { verdicts } from '#app/features/works/acceptance.ts';
import { listAccepted, preview, unaccept } from '#app/features/works/operations.server.ts';
import { remindNow } from '#app/features/works/finishing/operations.server.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

const pageSize = 100;

export const load = async ({ locals, params, url }) => {
  const { edition } = params;
  const accepted = await answered(() => listAccepted(locals.context, { edition }));
  const received = await answered(() => preview(locals.context, { edition, state: 'in', sort: 'title' }));
  const open = received.filter(({ verdict }) => verdicts[verdict].may);
  const page = pageOf(url.searchParams);
  return {
    title: 'Accepted',
    accepted,
    open: open.slice((page - 1) * pageSize, page * pageSize),
    total: open.length,
    page,
    pages: Math.max(1, Math.ceil(open.length / pageSize)),
    done: Number(url.searchParams.get('accepted')) || 0,
  };
};

export const actions = {
  remind: async ({ locals, params, request }) => {
    const posted = await request.formData();
    const values = { ids: posted.getAll('id').map(String), reason: '' };
    const done = await attempted(
      () => remindNow(locals.context, { edition: params.edition, ids: values.ids }),
      values,
    );
    return 'letters' in done ? { letters: done.letters } : done;
  },
  unaccept: async ({ locals, params, request }) => {
    const posted = await request.formData();
    const values = { ids: posted.getAll('id').map(String), reason: String(posted.get('reason') ?? '') };
    const done = await attempted(
      () => unaccept(locals.context, { edition: params.edition, ...values }),
      values,
    );
    return 'unaccepted' in done ? { undone: done.unaccepted } : done;
  },
};
