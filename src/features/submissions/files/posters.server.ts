/** A still of each film, made beside its analysis where there is a decoder; elsewhere a film simply has none. */
import type { Db } from '#app/platform/database.server.ts';
import type { Context } from '#app/platform/operation.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { posterOf } from '#app/preflight/analysis/analyse.server.ts';
import { derivativeOf, redrawnFrom, type Derivative } from './derivatives.server.ts';
import { fileTables } from './tables.server.ts';

export const poster = 'poster';

/** A quarter into the film, past titles and darkness; its first frame where that is all there is. */
export async function makePoster(
  context: Context,
  { sha256, seconds }: { sha256: string; seconds: number },
): Promise<void> {
  await derivativeOf(context, { of: sha256, kind: poster }, () => still(sha256, seconds));
}

/** Of these blobs, those that have a still. */
export async function withPoster(db: Db, blobs: readonly string[]): Promise<Set<string>> {
  if (blobs.length === 0) return new Set();
  const rows = await fileTables(db)
    .selectFrom('fileDerivative')
    .select('ofSha256')
    .where('kind', '=', poster)
    .where('ofSha256', 'in', [...blobs])
    .execute();
  return new Set(rows.map(({ ofSha256 }) => ofSha256));
}

async function still(sha256: string, seconds: number): Promise<Derivative | null> {
  const { files, log } = resources();
  const path = files.localPath(sha256);
  const from = Number.isFinite(seconds) && seconds > 0 ? Math.round(seconds * 25) / 100 : 0;
  const picture = (await posterOf(path, from)) ?? (from > 0 ? await posterOf(path, 0) : null);
  if (!picture) return null;
  try {
    return await redrawnFrom(picture);
  } catch (problem) {
    log.accident('poster', problem, { sha256 });
    return null;
  }
}
