import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { after, edition, publicPaper, publicWork } from '../../../tests/accepted.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { answerNamed } from '../submissions/operations.server.ts';
import { exportSite } from './exporting.server.ts';
import { draft, publish } from './operations.server.ts';

let world: World;
let paper: string;
beforeAll(async () => {
  world = await openWorld();
  paper = await publicPaper(world);
  await publicWork(world);
  const { basis } = await draft(world.as('olga', after(3)), { slug: edition });
  await publish(world.as('olga', after(3)), { slug: edition, basis });
}, 120_000);
afterAll(() => world.close());

/** Every public file by its hash: pages, feeds, citations, what machines read. */
async function everyByte(hours: number): Promise<{ hashes: Record<string, string>; all: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'salon-names-'));
  try {
    await exportSite({ ...world.as('system'), now: after(hours) }, { folder });
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const names = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
    const hashes: Record<string, string> = {};
    let all = '';
    for (const name of names.sort()) {
      const bytes = await readFile(name);
      hashes[name.slice(folder.length + 1)] = createHash('sha256').update(bytes).digest('hex');
      all += bytes.toString('latin1');
    }
    return { hashes, all };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

it(
  'a name that its owner has not confirmed changes no public byte, and stands everywhere once they have',
  { timeout: 240_000 },
  async () => {
    const one = await everyByte(4);
    expect(Object.keys(one.hashes).filter((name) => /looking-twice/.test(name)).length).toBeGreaterThan(3);
    await sql`update contributor set name = 'Zoltan Unsaid (invented)', affiliation = 'Institute of Unsaid Names',
    orcid = '0000-0002-1825-0097', pronouns = 'they/unsaid' where name = 'Benno Co-Author'`.execute(world.db);
    const other = await everyByte(4);
    expect(other.hashes).toEqual(one.hashes);
    await answerNamed(world.as('benno', after(5)), { id: paper, answer: 'confirmed' });
    const { all } = await everyByte(6);
    // What could have leaked is there now: on the page, in the citations, in the feed for machines.
    expect([one, other].map(({ all }) => /Unsaid|Benno/.test(all))).toEqual([false, false]);
    expect(all.split('Zoltan').length - 1).toBeGreaterThan(4);
  },
);
