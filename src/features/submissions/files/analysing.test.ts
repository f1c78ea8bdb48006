import { spawnSync } from 'node:child_process';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wav } from '#app/preflight/corpus/media.ts';
import { handIn, png } from '../../../../tests/files.ts';
import { bareDraft } from '../../../../tests/submissions.ts';
import { openWorld, whileOpen, type World } from '../../../../tests/world.ts';
import { jobs } from './jobs.server.ts';
import { showFiles } from './operations.server.ts';

const present = spawnSync('ffmpeg', ['-version']).status === 0;

let world: World;
let id: string;
beforeAll(async () => {
  world = await openWorld();
  id = await bareDraft(world, 'chiara');
});
afterAll(() => world.close());

const measured = async () =>
  (await showFiles(world.as('chiara', whileOpen), { id })).files.map(({ name, analysis }) => [
    name,
    analysis,
  ]);

describe('what only a decoder can tell of a sound', () => {
  it('is asked for once the sound has come, and said on its page when it is known', async () => {
    await handIn(world, 'chiara', id, { name: 'tone.wav', bytes: wav(2) });
    await handIn(world, 'chiara', id, { name: 'tide.png', bytes: await png() });
    const before = [
      ['tide.png', []],
      ['tone.wav', ['Loudness not measured.']],
    ];
    expect((await measured()).toSorted()).toEqual(before);
    const { rows } = await sql`
      select j.key, j.attempts from graphile_worker.jobs j where j.task_identifier = 'files.analyse'`.execute(
      world.db,
    );
    expect(rows).toEqual([{ key: `files.analyse ${id}`, attempts: 0 }]);
    await jobs['files.analyse']!({ id });
    await jobs['files.analyse']!({ id });
    const after = [before[0], ['tone.wav', ['Loudness: it is silent.']]];
    expect((await measured()).toSorted()).toEqual(present ? after : before);
  });

  it('says nothing of what others brought: the same sound elsewhere is measured for itself', async () => {
    const other = await bareDraft(world, 'ada');
    await handIn(world, 'ada', other, { name: 'mine.wav', bytes: wav(2) });
    const { files } = await showFiles(world.as('ada', whileOpen), { id: other });
    expect(files.map(({ name, analysis }) => [name, analysis])).toEqual([
      ['mine.wav', ['Loudness not measured.']],
    ]);
  });
});
