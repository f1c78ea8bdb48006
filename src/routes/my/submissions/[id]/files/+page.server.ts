import {
  assignRole,
  describe,
  dropUpload,
  moveFile,
  removeFile,
  showFiles,
  showPages,
} from '#app/features/submissions/files/operations.server.ts';
import { checkAgain, open } from '#app/features/submissions/operations.server.ts';
import { saidAfter, sayChecked } from '#app/features/submissions/files/said.ts';
import { answered, attempted } from '#app/platform/web.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const handIn = await answered(() => showFiles(locals.context, { id: params.id }));
  const opened = await answered(() => open(locals.context, { id: params.id }));
  return {
    ...opened,
    title: `Files of ${handIn.title || 'your submission'}`,
    handIn,
    papers: await answered(() => showPages(locals.context, { id: params.id })),
    said: saidAfter(url.searchParams),
  };
};

const text = (data: FormData, name: string) => String(data.get(name) ?? '');

export const actions: Actions = {
  again: async ({ locals, params }) => {
    const done = await attempted(() => checkAgain(locals.context, { id: params.id }));
    return 'read' in done ? { checked: sayChecked(done.read) } : done;
  },
  role: async ({ locals, request }) => {
    const data = await request.formData();
    const [fileId, role] = [text(data, 'file'), text(data, 'role')];
    return attempted(() => assignRole(locals.context, { fileId, role }));
  },
  move: async ({ locals, request }) => {
    const data = await request.formData();
    const [fileId, to] = [text(data, 'file'), Number(text(data, 'to'))];
    return attempted(() => moveFile(locals.context, { fileId, to }));
  },
  remove: async ({ locals, request }) => {
    const fileId = text(await request.formData(), 'file');
    return attempted(() => removeFile(locals.context, { fileId }));
  },
  describe: async ({ locals, request, params }) => {
    const data = await request.formData();
    const [title, about] = [text(data, 'title'), text(data, 'about')];
    const [people, ai] = [text(data, 'people'), text(data, 'ai')];
    const typed = { title, about, people, ai };
    return attempted(() => describe(locals.context, { id: params.id, ...typed }), { typed });
  },
  drop: async ({ locals, request }) => {
    const uploadId = text(await request.formData(), 'upload');
    return attempted(async () => {
      await dropUpload(locals.context, { uploadId });
      return null;
    });
  },
};
