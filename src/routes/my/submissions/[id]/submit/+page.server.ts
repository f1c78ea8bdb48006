import { redirect } from '@sveltejs/kit';
import { open, submit, submitWithIssues } from '#app/features/submissions/operations.server.ts';
import type { Submitted } from '#app/features/submissions/operations.server.ts';
import { showFiles } from '#app/features/submissions/files/operations.server.ts';
import { open as openRights, renew } from '#app/features/works/rights/operations.server.ts';
import { answered, attempted } from '#app/platform/web.server.ts';

export const load = async ({ locals, params }) => {
  // First the files are checked, so that what is said here is what the checker says now.
  await answered(() => showFiles(locals.context, { id: params.id }));
  const opened = await answered(() => open(locals.context, { id: params.id }));
  const { final } = opened.submission;
  // What is granted already is granted for the final version with one tick.
  const rights = final ? await answered(() => openRights(locals.context, { id: params.id })) : null;
  const granted = rights?.maySpeak ? rights.uses.flatMap((use) => (use.granted ? [use.label] : [])) : [];
  return { title: final ? 'Check and hand in' : 'Check and submit', granted, ...opened };
};

export const actions = {
  submit: async ({ locals, params, request }) => handIn(submit, locals, params.id, await request.formData()),
  submitWithIssues: async ({ locals, params, request }) =>
    handIn(submitWithIssues, locals, params.id, await request.formData()),
};

async function handIn(verb: typeof submit, { context }: App.Locals, id: string, data: FormData) {
  const agreed = data.getAll('agreed').filter((mark): mark is string => typeof mark === 'string');
  const done = await attempted<Submitted>(
    async () => {
      await showFiles(context, { id });
      return verb(context, { id, agreed });
    },
    { agreed },
  );
  if ('receipt' in done && data.get('renew') === 'yes') await attempted(() => renew(context, { id }));
  if ('receipt' in done) redirect(303, `/my/submissions/${id}/receipt/${done.receipt}`);
  return done;
}
