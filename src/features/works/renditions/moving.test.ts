import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { film as unreadable, wav } from '#app/preflight/corpus/media.ts';
import { resources } from '#app/platform/resources.server.ts';
import { blob, credit, facts, secrets, source } from '../../../../tests/renditions.ts';
import { openWorld, type World } from '../../../../tests/world.ts';
import { bareSound } from './bare-sound.server.ts';
import type { SourceFile } from './facts.ts';
import { made } from './making.server.ts';
import type { MadeRendition } from './rendering.ts';
import { ffmpegPresent } from './tools.server.ts';

let world: World;
let present: boolean;
beforeAll(async () => {
  world = await openWorld();
  present = await ffmpegPresent();
});
afterAll(() => world.close());

const limit = 300_000;
const bytesOf = ({ sha256 }: MadeRendition) => readFile(resources().files.localPath(sha256));
const named = (all: readonly MadeRendition[]) => all.map(({ use, name, mime }) => [use, name, mime]);

async function fileOf(bytes: Uint8Array, change: Partial<SourceFile>): Promise<SourceFile> {
  return { ...source, alt: '', ...change, ...(await blob(bytes)) };
}

const shown = (file: SourceFile, change: Parameters<typeof facts>[0] = {}) =>
  made(facts({ ...change, files: [file] }), file, 'main');

/** A second of colour and a tone, with tags that nobody may see; null where there is no encoder. */
function tellingFilm(): Buffer | null {
  const sources = '-f lavfi -i testsrc2=s=1920x800:r=10:d=1 -f lavfi -i sine=440:d=1'.split(' ');
  const tags = ['title', 'artist', 'comment', 'location'].flatMap((tag, at) => [
    '-metadata',
    `${tag}=${secrets[at]}`,
  ]);
  const out = '-c:v mpeg4 -c:a aac -movflags frag_keyframe+empty_moov -f mp4 pipe:1'.split(' ');
  const { status, stdout } = spawnSync('ffmpeg', ['-loglevel', 'error', ...sources, ...tags, ...out], {
    maxBuffer: 1 << 26,
  });
  return status === 0 ? stdout : null;
}

/** A tone as 16 bits at 8 kHz: half as loud as can be, then silence. */
function tone(seconds: number): Uint8Array {
  const bytes = Buffer.alloc(44 + seconds * 16_000);
  Buffer.from(wav(0)).copy(bytes);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.writeUInt32LE(16_000, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.writeUInt32LE(bytes.length - 44, 40);
  for (let at = 0; at < seconds * 4_000; at += 1)
    bytes.writeInt16LE(Math.round(Math.sin((2 * Math.PI * 500 * at) / 8_000) * 16_384), 44 + at * 2);
  return bytes;
}

describe('a film', () => {
  it(
    'is encoded for browsers with our words alone, and has a still; without a decoder it is not shown',
    async () => {
      const bytes = tellingFilm() ?? Buffer.from(await unreadable({ seconds: 1 }));
      const file = await fileOf(bytes, { kind: 'mp4', mime: 'video/mp4', seconds: 1 });
      const result = await shown(file);
      if (!present) {
        expect(result.made).toEqual([]);
        return expect(result.words).toMatch(/has no ffmpeg/);
      }
      expect(secrets.filter((secret) => bytes.includes(secret)).length > 0).toBe(true);
      const stills = [480, 960, 1280].flatMap((width) => [
        ['still', `main-${width}.avif`, 'image/avif'],
        ['still', `main-${width}.webp`, 'image/webp'],
        ['still', `main-${width}.jpg`, 'image/jpeg'],
      ]);
      expect(named(result.made)).toEqual([['film', 'main.mp4', 'video/mp4'], ...stills]);
      const [movie] = result.made;
      const { width, height, seconds } = movie!;
      expect([width, height, Math.round(seconds!), result.words]).toEqual([1280, 532, 1, '']);
      for (const one of result.made) {
        const held = await bytesOf(one);
        expect(secrets.filter((secret) => held.includes(secret))).toEqual([]);
        expect([held.includes(credit), held.includes('DMI-PROHIBITED')]).toEqual([true, true]);
      }
      const head = await bytesOf(movie!);
      expect(head.indexOf('moov') < head.indexOf('mdat')).toBe(true);
    },
    limit,
  );

  it(
    'keeps to the size its creator allows, and to its shape when it stands upright',
    async () => {
      const source =
        '-f lavfi -i testsrc2=s=400x900:r=5:d=1 -c:v mpeg4 -movflags frag_keyframe+empty_moov -f mp4';
      const { stdout } = spawnSync('ffmpeg', ['-loglevel', 'error', ...source.split(' '), 'pipe:1']);
      const bytes = present ? stdout : Buffer.from(await unreadable({ seconds: 1 }));
      const file = await fileOf(bytes, { kind: 'mp4', mime: 'video/mp4', seconds: 1 });
      const { made: all } = await shown(file, { maxPixels: 600 });
      expect(all.filter(({ use }) => use === 'film').map(({ width, height }) => [width, height])).toEqual(
        present ? [[266, 600]] : [],
      );
      expect(all.every(({ width, height }) => Math.max(width!, height!) <= 600)).toBe(true);
    },
    limit,
  );

  it(
    'that cannot be decoded is refused without harm',
    async () => {
      const file = await fileOf(Buffer.from(await unreadable({ seconds: 2 })), {
        kind: 'mp4',
        mime: 'video/mp4',
      });
      const answer = await shown(file).then(
        ({ made }) => made,
        () => 'refused',
      );
      expect(answer).toEqual(present ? 'refused' : []);
    },
    limit,
  );
});

describe('a sound', () => {
  it(
    'is made for browsers, with a waveform that rises and falls where it does',
    async () => {
      const file = await fileOf(tone(4), { kind: 'wav', mime: 'audio/wav', seconds: 4 });
      const { made: all } = await shown(file);
      expect(named(all)).toEqual([
        present ? ['sound', 'main.m4a', 'audio/mp4'] : ['sound', 'main.wav', 'audio/wav'],
        ['peaks', 'main-peaks.json', 'application/json'],
      ]);
      const { seconds, peaks } = JSON.parse((await bytesOf(all[1]!)).toString()) as {
        seconds: number;
        peaks: number[];
      };
      expect([seconds, peaks.length]).toEqual([4, 800]);
      const loud = peaks.slice(4, 390);
      expect(
        loud.every((value, at) => (at % 2 === 0 ? value <= -62 && value >= -66 : value >= 62 && value <= 66)),
      ).toBe(true);
      expect(peaks.slice(410).every((value) => value === 0)).toBe(true);
      const held = await bytesOf(all[0]!);
      expect([held.includes(credit), held.includes('DMI-PROHIBITED')]).toEqual([true, true]);
    },
    limit,
  );

  it('goes out without a decoder as its samples alone, if it can be taken apart', async () => {
    const secret = Buffer.from(secrets[0]!);
    const wave = Buffer.concat([tone(1), chunk('LIST', secret), chunk('bext', secret)]);
    wave.writeUInt32LE(wave.length - 8, 4);
    const frame = Buffer.alloc(417);
    frame.writeUInt32BE(0xfffb9000);
    const id3 = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0'), Buffer.from([secret.length]), secret]);
    const mp3 = Buffer.concat([
      id3,
      ...Array(20).fill(frame),
      Buffer.from('TAG'),
      secret,
      Buffer.alloc(125 - secret.length),
    ]);
    const comment = Buffer.concat([Buffer.from([0x84, 0, 0, secret.length]), secret]);
    const flac = Buffer.concat([
      Buffer.from('fLaC'),
      Buffer.from([0, 0, 0, 34]),
      Buffer.alloc(34, 1),
      comment,
      Buffer.alloc(99, 2),
    ]);
    const answers = [];
    for (const [kind, bytes] of Object.entries({
      wav: wave,
      mp3,
      flac,
      ogg: Buffer.concat([Buffer.from('OggS'), secret]),
    })) {
      const file = await fileOf(bytes, { kind });
      const path = resources().files.localPath(file.sha256);
      const given = facts({ files: [file] });
      const { made: all, words } = await bareSound({ facts: given, file, path, stem: 'main', xmp: '<x/>' });
      const [sound] = all;
      const held = sound ? await bytesOf(sound) : Buffer.from(credit);
      answers.push([kind, sound?.name, held.includes(secret), held.includes(credit), words === '']);
    }
    expect(answers).toEqual([
      ['wav', 'main.wav', false, true, true],
      ['mp3', 'main.mp3', false, true, true],
      ['flac', 'main.flac', false, true, true],
      ['ogg', undefined, false, true, false],
    ]);
  });
});

function chunk(name: string, body: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from(name), size, body, Buffer.alloc(body.length & 1)]);
}
