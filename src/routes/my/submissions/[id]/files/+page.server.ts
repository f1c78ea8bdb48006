import {
  assignRole,
  dropUpload,
  moveFile,
  removeFile,
  showFiles,
} from '#app/features/submissions/files/operations.server.ts';
import { saidAfter } from '#app/features/submissions/files/said.ts';
import { answered, attempted } from '#app/platform/web.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const handIn = await answered(() => showFiles(locals.context, { id: params.id }));
  return {
    title: `Files of ${handIn.title || 'your submission'}`,
    handIn,
    said: saidAfter(url.searchParams),
  };
};

const text = (data: FormData, name: string) => String(data.get(name) ?? '');

export const actions: Actions = {
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
  drop: async ({ locals, request }) => {
    const uploadId = text(await request.formData(), 'upload');
    return attempted(async () => {
      await dropUpload(locals.context, { uploadId });
      return null;
    });
  },
};
