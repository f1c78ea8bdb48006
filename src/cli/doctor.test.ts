import { open, rm } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allAgreed, completePaper } from '../../tests/submissions.ts';
import { openWorld, type World } from '../../tests/world.ts';
import { submit } from '#app/features/submissions/operations.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { examine } from './doctor.server.ts';

let world: World;
let receipt: string;
let sha256: string;

beforeAll(async () => {
  world = await openWorld();
  const id = await completePaper(world);
  ({ receipt } = await submit(world.as('ada'), { id, agreed: await allAgreed(world, 'ada', id) }));
  for await (const one of resources().files.list()) sha256 = one;
});
afterAll(() => world.close());

/** Test databases forget on purpose, to be fast; the doctor sees it. */
const forgetful = ['fsync is off', 'full_page_writes is off', 'synchronous_commit is off'];

async function broken({ hashes = false } = {}) {
  const { files, settings } = resources();
  const found = await examine({ db: world.db, files, settings, now: world.as('system').now, hashes });
  return found.flatMap(({ broken }) => broken).filter((line) => !forgetful.includes(line));
}

describe('the doctor', () => {
  it('finds nothing wrong with a workshop that was used as it should be', async () => {
    expect(await broken({ hashes: true })).toEqual([]);
  });

  it('names whose file rotted on the disk, when asked to read them', async () => {
    const handle = await open(resources().files.localPath(sha256), 'r+');
    await handle.write('x', 0);
    await handle.close();
    expect(await broken()).toEqual([]);
    expect(await broken({ hashes: true })).toEqual([
      `${sha256} is damaged: receipt ${receipt}, looking.pdf`,
      expect.stringContaining(`${sha256} is damaged: submission`),
    ]);
  });

  it('names whose file is gone', async () => {
    await rm(resources().files.localPath(sha256));
    expect(await broken()).toEqual([
      `${sha256} is missing: receipt ${receipt}, looking.pdf`,
      expect.stringContaining(`${sha256} is missing: submission`),
    ]);
    await resources().files.keep([Buffer.from('looking.pdf (invented)')] as never);
  });

  it('sees authors out of order and a person without an address', async () => {
    await sql`update contributor set position = position + 7 where name like 'Benno%'`.execute(world.db);
    await sql`insert into person (id, name, created_at) values ('nobody', 'Nobody', now())`.execute(world.db);
    expect(await broken()).toEqual(['person nobody', expect.stringMatching(/^submission /)]);
  });
});
