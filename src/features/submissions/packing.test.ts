import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openZip } from '#app/preflight/zip/open.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { completePaper, completeWork, putFile } from '../../../tests/submissions.ts';
import { packAll } from './operations.server.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

async function namesIn(who: 'olga' | 'oscar', wanted: object = {}) {
  const { stream } = await packAll(world.as(who), { edition: '2024', sort: 'title', ...wanted });
  const bytes = await buffer(stream);
  const { entries } = await openZip(
    { size: bytes.length, read: async (from, to) => bytes.subarray(from, to) },
    'all.zip',
  );
  return { names: entries.map(({ name }) => name), bytes };
}

describe('all files as one zip', () => {
  it('puts each submission in a folder under canonical names, with a manifest, and leaves out the asker’s own', async () => {
    const paper = await completePaper(world);
    const work = await completeWork(world);
    await putFile(world, work, { role: 'supplementary', name: '=notes.txt' });
    const olgas = await completePaper(world, 'olga');
    const { names, bytes } = await namesIn('olga');
    const ofWork = `creative-work/Tide_Tables_for_a_Dry_Sea_${work.slice(0, 6)}/Tide_Tables_for_a_Dry_Sea`;
    expect(names).toEqual([
      `papers/On_Looking_Twice_${paper.slice(0, 6)}/On_Looking_Twice_paper.pdf`,
      `${ofWork}_main.mp4`,
      `${ofWork}_supplementary_1.txt`,
      'manifest.csv',
    ]);
    const text = bytes.toString('utf8');
    expect([text.includes("'=notes.txt,supplementary"), text.includes(olgas)]).toEqual([true, false]);
    expect((await namesIn('oscar')).bytes.toString('utf8').includes(olgas)).toEqual(true);
  });

  it('holds only what the table was asked for', async () => {
    const { names } = await namesIn('oscar', { call: 'creative-work' });
    expect(names.filter((name) => name.startsWith('papers/'))).toEqual([]);
    expect(names.length).toEqual(3);
  });
});
