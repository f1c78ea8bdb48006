import { spawnSync } from 'node:child_process';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wav } from '#app/preflight/corpus/media.ts';
import { handIn, png } from '../../../../tests/files.ts';
import { bareDraft } from '../../../../tests/submissions.ts';
import { openWorld, whileOpen, type CastName, type World } from '../../../../tests/world.ts';
import { jobs } from './jobs.server.ts';
import { posterFile, showFiles } from './operations.server.ts';

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

/** A film of two seconds, grey throughout. */
function film(): Buffer | null {
  const source = ['-f', 'lavfi', '-i', 'color=gray:s=64x48:r=10:d=2,format=yuv420p', '-c:v', 'mpeg4'];
  const written = ['-movflags', 'frag_keyframe+empty_moov', '-f', 'mp4', 'pipe:1'];
  const made = spawnSync('ffmpeg', ['-loglevel', 'error', ...source, ...written]);
  return made.status === 0 ? made.stdout : null;
}

/** The type of what the door answers, or the refusal. */
async function stillSeenBy(who: CastName, file: string): Promise<string> {
  const asked = posterFile(world.as(who, whileOpen), { id: file });
  return asked.then(
    ({ mime }) => mime,
    (problem: { kind: string }) => problem.kind,
  );
}

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

describe('a still of a film', () => {
  it('is there once the film was looked at, for its people and for organizers who have no part in it', async () => {
    const bytes = film();
    expect(bytes !== null).toBe(present);
    const work = await bareDraft(world, 'chiara');
    const file = await handIn(world, 'chiara', work, { name: 'grey.mp4', bytes: bytes ?? wav(2) });
    const posters = async () =>
      (await showFiles(world.as('chiara', whileOpen), { id: work })).files.map(({ poster }) => poster);
    expect([await posters(), await stillSeenBy('chiara', file)]).toEqual([[false], 'missing']);
    await jobs['files.analyse']!({ id: work });
    const all: CastName[] = ['chiara', 'olga', 'rana', 'ada'];
    const seen = await Promise.all(all.map((who) => stillSeenBy(who, file)));
    expect([await posters(), ...seen]).toEqual(
      present
        ? [[true], 'image/webp', 'image/webp', 'missing', 'missing']
        : [[false], 'missing', 'missing', 'missing', 'missing'],
    );
    const elsewhere = await bareDraft(world, 'ada');
    const same = await handIn(world, 'ada', elsewhere, { name: 'mine.mp4', bytes: bytes ?? wav(2) });
    await showFiles(world.as('ada', whileOpen), { id: elsewhere });
    expect(await stillSeenBy('ada', same)).toBe('missing');
  });
});
