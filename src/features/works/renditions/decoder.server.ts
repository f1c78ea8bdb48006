/**
 * What `ffmpeg` makes of a film or a sound, where it is: a still, a file for browsers, samples. Everything is encoded
 * anew, so that nothing embedded gets through; tags, chapters, subtitles and data are left behind.
 */
import { appendFile, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { randomId } from '#app/platform/random.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { readingMedia } from '#app/preflight/analysis/analyse.server.ts';
import { runForeign } from '#app/preflight/analysis/foreign.server.ts';
import type { Facts } from './facts.ts';
import { movieFacts, packetBox, type MovieFacts } from './movie-packet.ts';
import { gatherPeaks, type Peaks } from './peaks.ts';

/** A film of an hour and a half is the longest there is time for; the memory is what x264 takes at this size. */
const memory = 768 * 1024 * 1024;
const capsFor = (seconds: number) => ({
  cpuSeconds: Math.min(3_600, 120 + seconds * 10),
  rssBytes: memory,
  wallSeconds: Math.min(7_200, 300 + seconds * 20),
});

/** H.264 plays everywhere, also where newer codecs do not. `longest` bounds the longer side. */
export function filmOut(longest: number): string[] {
  const side = (name: string) => `'min(${longest},${name})'`;
  const scaled = `scale=w=${side('iw')}:h=${side('ih')}:force_original_aspect_ratio=decrease:force_divisible_by=2`;
  const streams = '-map 0:v:0 -map 0:a:0? -sn -dn';
  // What an encoder may write between pictures (SEI) is left out, our own settings too.
  const codec =
    '-c:v libx264 -preset veryfast -crf 23 -maxrate 4M -bufsize 8M -pix_fmt yuv420p -bsf:v filter_units=remove_types=6';
  const filters = `${scaled},setsar=1,fps='min(60,source_fps)'`;
  return [...streams.split(' '), '-vf', filters, ...codec.split(' '), '-threads', '2', ...soundCodec];
}

const soundCodec = '-c:a aac -b:a 160k -ac 2 -ar 48000'.split(' ');

export const soundOut: string[] = [...'-map 0:a:0 -vn -sn -dn'.split(' '), ...soundCodec];

export interface Encoded extends MovieFacts {
  sha256: string;
  bytes: number;
}

/** Null where it could not be decoded, or took more than it may. */
export async function encoded(
  path: string,
  out: readonly string[],
  { facts, xmp, seconds }: { facts: Facts; xmp: string; seconds: number },
): Promise<Encoded | null> {
  const { files } = resources();
  const target = join(files.incoming, `made-${randomId()}.mp4`);
  const said = { title: facts.title, artist: facts.creators.join(', '), copyright: facts.credit };
  const tags = Object.entries(said).flatMap(([name, value]) => [
    '-metadata',
    `${name}=${value.replaceAll('\0', '')}`,
  ]);
  const bare = ['-map_metadata', '-1', '-map_chapters', '-1', '-fflags', '+bitexact', '-flags', '+bitexact'];
  const written = ['-movflags', '+faststart', '-f', 'mp4', '-y', `file:${target}`];
  try {
    const args = [...readingMedia(path), ...out, ...bare, ...tags, ...written];
    const { problem } = await runForeign('ffmpeg', args, capsFor(seconds), () => {});
    if (problem !== null) return null;
    await appendFile(target, packetBox(xmp));
    const found = movieFacts(await headOf(target));
    return { ...found, ...(await files.adopt(target)) };
  } finally {
    await rm(target, { force: true });
  }
}

/** Null where it has no sound that could be decoded. */
export async function peaksOf(path: string, seconds: number): Promise<Peaks | null> {
  const perSecond = 8_000;
  const gather = gatherPeaks(perSecond);
  let torn: Uint8Array = new Uint8Array();
  let count = 0;
  const out = ['-map', '0:a:0', '-ac', '1', '-ar', String(perSecond), '-f', 'f32le', 'pipe:1'];
  const { problem } = await runForeign(
    'ffmpeg',
    [...readingMedia(path), ...out],
    capsFor(seconds),
    (piece) => {
      const all = torn.length > 0 ? Buffer.concat([torn, piece]) : Buffer.from(piece);
      const whole = all.length - (all.length % 4);
      for (let at = 0; at < whole; at += 4) gather.sample(all.readFloatLE(at));
      count += whole / 4;
      torn = all.subarray(whole);
    },
  );
  return problem === null && count > 0 ? gather.result() : null;
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4 << 20), 0, 4 << 20, 0);
    return new Uint8Array(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}
