import { Readable } from 'node:stream';
import { utimes } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobs as fileJobs } from '#app/features/submissions/files/jobs.server.ts';
import { randomId } from '#app/platform/random.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { bareDraft } from '../../../../tests/submissions.ts';
import { openWorld, whileOpen, type World } from '../../../../tests/world.ts';
import { insertRendering, insertRenditions, listPublicFiles, updateRendering } from './queries.server.ts';
import type { FileWords } from './rendering.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const words: FileWords = {
  role: 'main',
  label: 'Main work',
  kind: 'image',
  alt: 'An invented tide',
  description: '',
  width: 4000,
  height: 3000,
  seconds: null,
  pages: null,
};

async function rendered(submissionId: string, position: number, sha256: string): Promise<string> {
  const id = randomId();
  const source = { sourceSha256: 'a'.repeat(64), role: 'main', stem: 'main', recipe: 'r' };
  await insertRendering(world.db, { id, submissionId, ...source, position, file: words, askedAt: whileOpen });
  await insertRenditions(world.db, id, [{ ...picture, seconds: null, sha256 }], whileOpen);
  return id;
}

const picture = {
  use: 'picture' as const,
  name: 'main-480.avif',
  bytes: 12,
  mime: 'image/avif',
  width: 480,
  height: 360,
};

describe('what may be shown of a submission', () => {
  it('is what was made and is not replaced, in the order of the hand-in', async () => {
    const [id, other] = [await bareDraft(world, 'chiara'), await bareDraft(world, 'ada')];
    const second = await rendered(id, 1, '2'.repeat(64));
    const first = await rendered(id, 0, '1'.repeat(64));
    const replaced = await rendered(id, 0, '3'.repeat(64));
    await rendered(id, 2, '4'.repeat(64));
    await updateRendering(world.db, [first, second, replaced], { madeAt: whileOpen });
    await updateRendering(world.db, [replaced], { replacedAt: whileOpen });
    const shown = (sha256: string) => ({ ...words, renditions: [{ ...picture, sha256 }] });
    expect(await listPublicFiles(world.db, [id, other])).toEqual(
      new Map([[id, [shown('1'.repeat(64)), shown('2'.repeat(64))]]]),
    );
    expect(await listPublicFiles(world.db, [])).toEqual(new Map());
  });

  it('is not swept away in the night, while bytes that nobody names are', async () => {
    const { files } = resources();
    const keep = async (text: string) => (await files.keep(Readable.from([Buffer.from(text)]))).sha256;
    const [named, unnamed] = [await keep('named by a rendition'), await keep('named by nobody')];
    await rendered(await bareDraft(world, 'chiara'), 0, named);
    const long = new Date(whileOpen.getTime() - 25 * 60 * 60 * 1000);
    for (const sha256 of [named, unnamed]) await utimes(files.localPath(sha256), long, long);
    await fileJobs['files.delete']!({});
    expect([await files.has(named), await files.has(unnamed)]).toEqual([true, false]);
  });
});
