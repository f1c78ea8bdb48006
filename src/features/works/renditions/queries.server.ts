import type { Rendition } from '#app/features/works/record.ts';
import type { Db } from '#app/platform/database.server.ts';
import { wholeOf } from './iiif-tiles.ts';
import type { FileWords, MadeRendition, RenderedFile, Rendering } from './rendering.ts';
import { renditionTables } from './tables.server.ts';

/** By submission: its files as far as something was made of them that is in force, in the order of the hand-in. */
export async function listPublicFiles(
  db: Db,
  submissionIds: readonly string[],
): Promise<Map<string, RenderedFile[]>> {
  const files = new Map<string, RenderedFile[]>();
  if (submissionIds.length === 0) return files;
  const rows = await renditionTables(db)
    .selectFrom('rendition')
    .innerJoin('rendering', 'rendering.id', 'rendition.renderingId')
    .select(['submissionId', 'renderingId', 'file', 'name', 'use', 'sha256', 'bytes', 'mime', 'width'])
    .select('height')
    .where('submissionId', 'in', [...submissionIds])
    .where('rendering.madeAt', 'is not', null)
    .where('replacedAt', 'is', null)
    .orderBy('position')
    .orderBy('renderingId')
    .orderBy('name')
    .execute();
  const seen = new Map<string, RenderedFile>();
  for (const { submissionId, renderingId, file: words, ...rendition } of rows) {
    let file = seen.get(renderingId);
    if (!file) {
      file = { ...(words as FileWords), renditions: [] };
      seen.set(renderingId, file);
      files.set(submissionId, [...(files.get(submissionId) ?? []), file]);
    }
    file.renditions.push(rendition as Rendition);
  }
  return files;
}

/** Everything that is not replaced: made, failed, or waiting to be made. */
export async function listRenderings(db: Db, submissionId: string): Promise<Rendering[]> {
  const rows = await renditionTables(db)
    .selectFrom('rendering')
    .selectAll()
    .where('submissionId', '=', submissionId)
    .where('replacedAt', 'is', null)
    .orderBy('position')
    .orderBy('askedAt')
    .orderBy('id')
    .execute();
  return rows as unknown as Rendering[];
}

export async function findRendering(db: Db, id: string): Promise<Rendering | undefined> {
  return (await renditionTables(db)
    .selectFrom('rendering')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()) as unknown as Rendering | undefined;
}

/** Renderings that show pictures whose longer side is above the cap; none where there is no cap. */
export async function listWider(
  db: Db,
  submissionId: string,
  maxPixels: number | null,
): Promise<Set<string>> {
  if (maxPixels === null) return new Set();
  const rows = await renditionTables(db)
    .selectFrom('rendition')
    .innerJoin('rendering', 'rendering.id', 'rendition.renderingId')
    .select(['rendering.id', 'name', 'width', 'height'])
    .where('submissionId', '=', submissionId)
    .where('replacedAt', 'is', null)
    .where('width', 'is not', null)
    .execute();
  const sizes = new Map<string, typeof rows>();
  for (const row of rows) sizes.set(row.id, [...(sizes.get(row.id) ?? []), row]);
  const above = (all: typeof rows) => {
    const whole = wholeOf(all.map(({ name }) => name));
    const sides = all.flatMap(({ width, height }) => [width ?? 0, height ?? 0]);
    return Math.max(...sides, whole?.width ?? 0, whole?.height ?? 0) > maxPixels;
  };
  return new Set([...sizes].filter(([, all]) => above(all)).map(([id]) => id));
}

export async function insertRendering(
  db: Db,
  { file, ...row }: Omit<Rendering, 'madeAt' | 'failedAt' | 'words' | 'replacedAt'>,
): Promise<void> {
  await renditionTables(db)
    .insertInto('rendering')
    .values({
      ...row,
      file: JSON.stringify(file),
      madeAt: null,
      failedAt: null,
      words: '',
      replacedAt: null,
    })
    .execute();
}

export async function updateRendering(
  db: Db,
  ids: readonly string[],
  change: Partial<Pick<Rendering, 'position' | 'madeAt' | 'failedAt' | 'words' | 'replacedAt' | 'file'>>,
): Promise<void> {
  if (ids.length === 0) return;
  const { file, ...rest } = change;
  await renditionTables(db)
    .updateTable('rendering')
    .set({ ...rest, ...(file && { file: JSON.stringify(file) }) })
    .where('id', 'in', [...ids])
    .execute();
}

export async function insertRenditions(
  db: Db,
  renderingId: string,
  made: readonly MadeRendition[],
  madeAt: Date,
): Promise<void> {
  if (made.length === 0) return;
  await renditionTables(db)
    .insertInto('rendition')
    .values(made.map((one) => ({ ...one, renderingId, madeAt })))
    .execute();
}

/** Renderings that were replaced before then, with everything made by them: their blobs are nobody's any more. */
export async function forgetReplaced(db: Db, submissionId: string, before: Date): Promise<void> {
  await renditionTables(db)
    .deleteFrom('rendering')
    .where('submissionId', '=', submissionId)
    .where('replacedAt', '<', before)
    .execute();
}

export async function hasReplaced(db: Db, submissionId: string, before: Date): Promise<boolean> {
  const row = await renditionTables(db)
    .selectFrom('rendering')
    .select('id')
    .where('submissionId', '=', submissionId)
    .where('replacedAt', '<', before)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Submissions of which anything was ever made and is not forgotten yet. */
export async function listRendered(db: Db): Promise<string[]> {
  const rows = await renditionTables(db).selectFrom('rendering').select('submissionId').distinct().execute();
  return rows.map(({ submissionId }) => submissionId);
}
