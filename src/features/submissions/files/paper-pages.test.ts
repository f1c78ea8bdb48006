import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handIn } from '../../../../tests/files.ts';
import { bareDraft } from '../../../../tests/submissions.ts';
import { openWorld, whileOpen, type CastName, type World } from '../../../../tests/world.ts';
import { jobs } from './jobs.server.ts';
import { pageFile, showFiles, showPages } from './operations.server.ts';

const present = spawnSync('pdftoppm', ['-v']).status === 0;
const overLong = new URL(
  '../../../../examples/creativity-2024/files/papers/rehearsal-spaces.pdf',
  import.meta.url,
);

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const refusal = (problem: { kind: string }) => problem.kind;
const page = (who: CastName, id: string, number = 3) =>
  pageFile(world.as(who, whileOpen), { id, page: number }).then(({ mime }) => mime, refusal);

async function paperOf(who: CastName, bytes: Uint8Array): Promise<{ id: string; file: string }> {
  const id = await bareDraft(world, who, 'papers');
  const file = await handIn(world, who, id, { name: 'paper.pdf', bytes });
  await showFiles(world.as(who, whileOpen), { id });
  return { id, file };
}

describe('the measured pages of a paper', { timeout: 120_000 }, () => {
  it('are there once it was looked at, for its authors and for organizers who have no part in it', async () => {
    const { id, file } = await paperOf('ada', await readFile(overLong));
    const shown = async (who: CastName) =>
      showPages(world.as(who, whileOpen), { id }).then(
        (papers) => papers.map(({ state, pages }) => [state, pages.map((one) => one.drawn)]),
        refusal,
      );
    expect([await shown('ada'), await page('ada', file)]).toEqual([[['waiting', []]], 'missing']);
    await jobs['files.analyse']!({ id });
    const [paper] = await showPages(world.as('olga', whileOpen), { id });
    expect(paper!.measures[0]).toEqual({
      what: 'Body',
      seen: '2.38 pages; it ends on page 3',
      wanted: 'at most 2 pages',
      differs: true,
    });
    const three = [['looked', [present, present, present]]];
    expect(await Promise.all((['ada', 'olga', 'rana', 'chiara'] as const).map(shown))).toEqual([
      three,
      three,
      'missing',
      'missing',
    ]);
    const picture = present ? 'image/webp' : 'missing';
    expect(
      await Promise.all((['ada', 'olga', 'rana', 'chiara'] as const).map((who) => page(who, file))),
    ).toEqual([picture, picture, 'missing', 'missing']);
    expect(await page('olga', file, 4)).toBe('missing');
    await sql`insert into contributor (id, submission_id, position, name, email)
      values ('olgas-own', ${id}, 9, 'Olga Organizer', 'olga@example.org')`.execute(world.db);
    expect([await shown('olga'), await page('olga', file)]).toEqual(['missing', 'missing']);
  });

  it('of a file that our reader cannot manage are a sentence, not a picture', async () => {
    const { id } = await paperOf('chiara', Buffer.from('%PDF-1.7\nnothing that could be read\n%%EOF'));
    await jobs['files.analyse']!({ id });
    const papers = await showPages(world.as('chiara', whileOpen), { id });
    expect(papers.map(({ state, pages }) => [state, pages])).toEqual([['fallen', []]]);
  });
});
