import { utimes } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { randomId } from '#app/platform/random.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { handIn, png } from '../../../../tests/files.ts';
import { bareDraft, bareVersion } from '../../../../tests/submissions.ts';
import { openWorld, whileOpen, type CastName, type World } from '../../../../tests/world.ts';
import { jobs } from './jobs.server.ts';
import { fetchFile, previewFile, showFiles } from './operations.server.ts';

let world: World;
let id: string;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());
beforeEach(async () => {
  world.at(whileOpen);
  id = await bareDraft(world, 'chiara');
});

describe('files that need not be kept', () => {
  it('are announced 14 days before, then deleted, never while another submission holds the same', async () => {
    const shared = await png(33);
    const own = await png(34);
    const gone = [await give('shared.png', shared), await give('own.png', own)];
    const [kept, lost] = await Promise.all(
      gone.map(async (one) => (await fetchFile(as('chiara'), { id: one })).sha256),
    );
    const other = await bareDraft(world, 'benno');
    await give('mine.png', shared, 'benno', other);
    await bareVersion(world, other, kept!);
    await sql`insert into contributor (id, submission_id, position, name, email) values (${randomId()}, ${id}, 0, 'Chiara Creator', 'chiara@example.org')`.execute(
      world.db,
    );
    const letters = async () =>
      (
        await sql<{
          subject: string;
        }>`select subject from letter where kind = 'deletion' and to_address = 'chiara@example.org'`.execute(
          world.db,
        )
      ).rows;
    const there = () => Promise.all([kept, lost].map((sha256) => resources().files.has(sha256!)));

    world.at('2025-06-15T00:00:00Z');
    await jobs['files.delete']!({});
    expect([await letters(), await there()]).toEqual([[], [true, true]]);
    world.at('2025-06-16T08:00:00Z');
    await jobs['files.delete']!({});
    await jobs['files.delete']!({});
    expect([await letters(), await there()]).toEqual([
      [{ subject: 'The files of “Tides” will be deleted on 2025-06-30' }],
      [true, true],
    ]);
    world.at('2025-06-30T08:00:00Z');
    await jobs['files.delete']!({});
    expect(await there()).toEqual([true, false]);
  });
});

describe('bytes that no row names', () => {
  it('go in the night once they are a day old; what a file, a version or a preview names stays', async () => {
    world.at(whileOpen);
    const left = await bareDraft(world, 'benno');
    const hash = async (file: string, who: CastName = 'chiara') =>
      (await fetchFile(as(who), { id: file })).sha256;
    const mine = await give('mine.png', await png(51));
    const theirs = await give('theirs.png', await png(52), 'benno', left);
    const fresh = await give('fresh.png', await png(53), 'benno', left);
    const handed = await give('handed.png', await png(54));
    await showFiles(as('benno'), { id: left });
    await shown();
    const preview = async (file: string, who: CastName) => (await previewFile(as(who), { id: file })).sha256;
    const blobs = {
      mine: await hash(mine),
      minePreview: await preview(mine, 'chiara'),
      handed: await hash(handed),
      fresh: await hash(fresh, 'benno'),
      theirs: await hash(theirs, 'benno'),
      theirsPreview: await preview(theirs, 'benno'),
    };
    await bareVersion(world, id, blobs.handed);
    await sql`delete from submission_file where id = ${handed}`.execute(world.db);
    await sql`delete from submission where id = ${left}`.execute(world.db);
    const long = new Date(whileOpen.getTime() - 25 * 60 * 60 * 1000);
    for (const [name, sha256] of Object.entries(blobs))
      if (name !== 'fresh') await utimes(resources().files.localPath(sha256), long, long);
    await jobs['files.delete']!({});
    const there = await Promise.all(
      Object.entries(blobs).map(async ([name, sha256]) => [name, await resources().files.has(sha256)]),
    );
    expect(Object.fromEntries(there)).toEqual({
      mine: true,
      minePreview: true,
      handed: true,
      fresh: true,
      theirs: false,
      theirsPreview: false,
    });
  });

  it('count as new when they are brought again', async () => {
    const { files } = resources();
    const again = () => files.keep(Readable.from([Buffer.from('brought twice')]));
    const { sha256 } = await again();
    await utimes(files.localPath(sha256), whileOpen, whileOpen);
    await again();
    const past = new Date(whileOpen.getTime() + 1);
    expect([await files.removeOlder(sha256, past), await files.has(sha256)]).toEqual([false, true]);
    await utimes(files.localPath(sha256), whileOpen, whileOpen);
    expect([await files.removeOlder(sha256, past), await files.has(sha256)]).toEqual([true, false]);
  });
});

const as = (who: CastName) => world.as(who);
const shown = () => showFiles(as('chiara'), { id });
const give = (name: string, bytes: Uint8Array, who: CastName = 'chiara', to = id) =>
  handIn(world, who, to, { name, bytes });
