/** From a file on disk to a picture in the library: looked at, drawn anew in a capped child, kept, then said. */
import { createReadStream } from 'node:fs';
import type { Context } from '#app/platform/operation.server.ts';
import { isRefusal } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { drawSmall, isPicture } from './making.server.ts';
import { bring } from './operations.server.ts';
import type { UploadProblem } from './said.ts';

/** Its short name, or why it is not taken. Whoever calls says that its publication was stated to be free. */
export async function bringFile(
  context: Context,
  { slug, path, name }: { slug: string; path: string; name: string },
): Promise<{ key: string } | { problem: UploadProblem }> {
  if (!(await isPicture(path, name))) return { problem: 'no-picture' };
  const drawn = await drawSmall(path).catch((problem: unknown) => {
    resources().log.accident('picture', problem);
    return null;
  });
  if (!drawn) return { problem: 'unreadable' };
  try {
    const { sha256 } = await resources().files.keep(createReadStream(path));
    return await bring(context, { slug, name, sha256, stated: true, ...drawn });
  } catch (problem) {
    if (!isRefusal(problem)) throw problem;
    return { problem: problem.kind === 'late' ? 'late' : 'broken' };
  }
}
