import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wav } from '../corpus/media.ts';
import { analyse, posterOf } from './analyse.server.ts';

const present = spawnSync('ffmpeg', ['-version']).status === 0;
const absent = { notMeasured: 'ffmpeg is not installed on this server' };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'salon-analysis-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('what only a decoder can tell', () => {
  it('is not measured where there is no decoder, and says so', async () => {
    const path = await stored('tone.wav', wav(1));
    expect([await analyse(path, 'no-such-decoder'), await posterOf(path, 0, 'no-such-decoder')]).toEqual([
      { loudness: absent, flashing: absent },
      null,
    ]);
  });

  it('of a film is how loud it is, whether it flashes, and one picture', async () => {
    const path = join(folder, 'strobe.mp4');
    if (present) makeFilm(path, 'if(mod(floor(N/3),2),235,16)');
    const { loudness, flashing } = await analyse(path);
    const poster = await posterOf(path, 1);
    expect([
      told(loudness, ({ integrated, truePeak }) => [Math.round(integrated!), Math.round(truePeak!)]),
      told(flashing, ({ risk, mostInASecond }) => [risk, mostInASecond]),
    ]).toEqual(
      present
        ? [
            [-22, -18],
            ['likely', 5],
          ]
        : [absent, absent],
    );
    expect(poster ? [...poster.subarray(1, 4)] : null).toEqual(present ? [0x50, 0x4e, 0x47] : null);
  });

  it('of a calm film is that nothing flashes, and of a silent one that there is no sound', async () => {
    const path = join(folder, 'calm.mp4');
    if (present) makeFilm(path, '128+N', false);
    expect(await analyse(path)).toMatchObject(
      present
        ? {
            loudness: { notMeasured: 'it has no sound that could be decoded' },
            flashing: { measured: { risk: 'none seen', mostInASecond: 0, at: null } },
          }
        : { loudness: absent, flashing: absent },
    );
  });

  it('reads no other file, however a playlist asks', async () => {
    const secret = await stored('secret.wav', wav(1));
    const list = await stored(
      'list.m3u8',
      `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n${secret}\n#EXT-X-ENDLIST\n`,
    );
    const concat = await stored('list.txt', `ffconcat version 1.0\nfile '${secret}'\n`);
    const nothing = {
      loudness: { notMeasured: 'it has no sound that could be decoded' },
      flashing: { notMeasured: 'it has no moving picture that could be decoded' },
    };
    const all = present ? nothing : { loudness: absent, flashing: absent };
    expect([await analyse(list), await analyse(concat)]).toEqual([all, all]);
  });
});

function told<T, R>(one: { measured: T } | { notMeasured: string }, of: (measured: T) => R) {
  return 'measured' in one ? of(one.measured) : one;
}

async function stored(name: string, bytes: Uint8Array | string): Promise<string> {
  await writeFile(join(folder, name), bytes);
  return join(folder, name);
}

/** Two seconds at thirty frames; `light` says how bright frame N is. */
function makeFilm(path: string, light: string, sound = true): void {
  const picture = ['-f', 'lavfi', '-i', 'color=white:s=64x48:r=30:d=2,format=yuv420p'];
  const tone = sound ? ['-f', 'lavfi', '-i', 'sine=440:d=2'] : [];
  const drawn = ['-vf', `geq=lum='${light}':cb=128:cr=128`, '-c:v', 'mpeg4', '-q:v', '3'];
  const made = spawnSync('ffmpeg', ['-loglevel', 'error', '-y', ...picture, ...tone, ...drawn, path]);
  expect([made.status, String(made.stderr)]).toEqual([0, '']);
}
