/** From bytes that lie in `incoming` to a file of a submission: durable first, then said. */
import { isRefusal } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import type { Context } from '#app/platform/operation.server.ts';
import { kindOf } from '#app/preflight/inspect.ts';
import { fromPath } from '#app/preflight/sources.server.ts';
import { settleSoon } from './settle.server.ts';
import type { Blob } from '#app/platform/files.server.ts';

/** Keeps the bytes, then lets `say` write down whose they are. What `say` refuses stays a blob nobody names. */
export async function arrive<R>(
  context: Context,
  { path, name, hashed }: { path: string; name: string; hashed?: Blob },
  say: (blob: Blob & { archive: boolean }) => Promise<R>,
): Promise<R> {
  const archive = await isArchive(path, name);
  const blob = await resources().files.adopt(path, hashed);
  return say({ ...blob, archive });
}

/** Looks at the files of a submission without letting the one who sent them wait; Salon may close meanwhile. */
export function lookSoon(context: Context, submissionId: string): void {
  const { log } = resources();
  settleSoon(submissionId, context.now).catch((problem) => {
    if (!isRefusal(problem)) log.accident('files.settle', problem, { submission: submissionId });
  });
}

async function isArchive(path: string, name: string): Promise<boolean> {
  const source = await fromPath(path);
  try {
    return (await kindOf(name, source)).id === 'zip' || /\.zip$/i.test(name);
  } finally {
    await source.close();
  }
}
