import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { after, edition, publicPaper, publicWork } from '../../../tests/accepted.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { answerNamed } from '../submissions/operations.server.ts';
import { grant } from '../works/rights/operations.server.ts';
import { hashOf, textFor } from '../works/rights/texts.ts';
import { exportArchive } from './archive/exporting.server.ts';
import { exportSite } from './exporting.server.ts';
import { draft, publish } from './operations.server.ts';

let world: World;
let paper: string;
beforeAll(async () => {
  world = await openWorld();
  paper = await publicPaper(world);
  const text = hashOf(textFor('paper'));
  const kept = { id: paper, uses: ['archive' as const], capacity: 'author' as const, text };
  await grant(world.as('ada', after(2)), { ...kept, agreed: true });
  await publicWork(world);
  const { basis } = await draft(world.as('olga', after(3)), { slug: edition });
  await publish(world.as('olga', after(3)), { slug: edition, basis });
}, 120_000);
afterAll(() => world.close());

/** Every file of the site and of its archive by its hash: pages, feeds, citations, metadata, what machines read. */
async function everyByte(hours: number) {
  const folder = await mkdtemp(join(tmpdir(), 'salon-names-'));
  try {
    const then = { ...world.as('system'), now: after(hours) };
    await exportSite(then, { folder: join(folder, 'site') });
    await exportArchive(then, { slug: edition, folder: join(folder, 'archive') });
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const names = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
    const hashes: Record<string, string> = {};
    const all = { site: '', archive: '' };
    for (const name of names.sort()) {
      const bytes = await readFile(name);
      const path = name.slice(folder.length + 1);
      hashes[path] = createHash('sha256').update(bytes).digest('hex');
      all[path.startsWith('site/') ? 'site' : 'archive'] += bytes.toString('latin1');
    }
    return { hashes, ...all };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

it(
  'a name that its owner has not confirmed changes no byte of site or archive, and stands everywhere once they have',
  { timeout: 240_000 },
  async () => {
    const one = await everyByte(4);
    expect(Object.keys(one.hashes).filter((name) => /looking-twice/.test(name)).length).toBeGreaterThan(3);
    await sql`update contributor set name = 'Zoltan Unsaid (invented)', affiliation = 'Institute of Unsaid Names',
    orcid = '0000-0002-1825-0097', pronouns = 'they/unsaid' where name = 'Benno Co-Author'`.execute(world.db);
    const other = await everyByte(4);
    expect(other.hashes).toEqual(one.hashes);
    const folders = Object.keys(one.hashes).map((name) => name.split('/')[0]);
    expect([...new Set(folders)].sort()).toEqual(['archive', 'site']);
    await answerNamed(world.as('benno', after(5)), { id: paper, answer: 'confirmed' });
    const { site, archive } = await everyByte(6);
    // What could have leaked is there now: on the page, in the citations, in the feed for machines, in the metadata.
    for (const { site, archive } of [one, other])
      expect([site, archive].map((all) => /Unsaid|Benno/.test(all))).toEqual([false, false]);
    for (const all of [site, archive]) expect(all.split('Zoltan').length - 1).toBeGreaterThan(4);
  },
);
