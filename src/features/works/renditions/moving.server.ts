/** Films and sounds: what browsers play, a still, a waveform. Where there is no decoder a sound may go bare. */
import { writeFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { randomId } from '#app/platform/random.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { posterOf } from '#app/preflight/analysis/analyse.server.ts';
import { bareSound } from './bare-sound.server.ts';
import { encoded, filmOut, peaksOf, soundOut } from './decoder.server.ts';
import { keptPeaks } from './kept.server.ts';
import type { Made, Source } from './making.server.ts';
import { picturesOf } from './pictures.server.ts';
import type { MadeRendition } from './rendering.ts';
import { ffmpegPresent } from './tools.server.ts';

const longestSide = 1280;

export async function film(source: Source): Promise<Made> {
  const { facts, file, path, stem, xmp } = source;
  if (!(await ffmpegPresent()))
    return {
      made: [],
      words: 'This server has no ffmpeg, so the film cannot be made fit for browsers and is not shown.',
    };
  const seconds = file.seconds ?? 0;
  const longest = Math.min(longestSide, facts.maxPixels ?? longestSide);
  const movie = await encoded(path, filmOut(longest), { facts, xmp, seconds });
  if (!movie) throw new Error('The film could not be encoded.');
  const { sha256, bytes, width, height } = movie;
  const made: MadeRendition[] = [
    {
      use: 'film',
      name: `${stem}.mp4`,
      mime: 'video/mp4',
      sha256,
      bytes,
      width,
      height,
      seconds: movie.seconds,
    },
  ];
  const stills = await stillsOf(source);
  return {
    made: [...made, ...stills],
    found: { width, height, seconds: movie.seconds ?? file.seconds },
    words: stills.length > 0 ? '' : 'No still of it could be made.',
  };
}

export async function sound(source: Source): Promise<Made> {
  const { facts, file, path, stem, xmp } = source;
  if (!(await ffmpegPresent())) return bareSound(source);
  const seconds = file.seconds ?? 0;
  const made = await encoded(path, soundOut, { facts, xmp, seconds });
  if (!made) throw new Error('The sound could not be encoded.');
  const peaks = await peaksOf(path, seconds);
  const { sha256, bytes } = made;
  const size = { width: null, height: null };
  return {
    made: [
      { use: 'sound', name: `${stem}.m4a`, mime: 'audio/mp4', sha256, bytes, ...size, seconds: made.seconds },
      ...(peaks ? [await keptPeaks(peaks, stem)] : []),
    ],
    found: { seconds: made.seconds ?? file.seconds },
    words: '',
  };
}

/** A quarter into the film, past titles and darkness; its first frame where that is all there is. */
async function stillsOf({ facts, file, path, stem, xmp }: Source): Promise<MadeRendition[]> {
  const from = file.seconds && file.seconds > 0 ? Math.round(file.seconds * 25) / 100 : 0;
  const picture = (await posterOf(path, from)) ?? (from > 0 ? await posterOf(path, 0) : null);
  return picture ? drawnFrom(picture, 'still', { stem, xmp, maxPixels: facts.maxPixels }) : [];
}

/** Pictures of a picture that another program has just made of the file. */
export async function drawnFrom(
  picture: Uint8Array,
  use: 'still' | 'picture',
  asked: { stem: string; xmp: string; maxPixels: number | null },
): Promise<MadeRendition[]> {
  const path = join(resources().files.incoming, `drawn-${randomId()}`);
  try {
    await writeFile(path, picture, { mode: 0o600 });
    const { made } = await picturesOf({ path, ...asked }, { zoom: false });
    return made.map((one) => ({ ...one, use }));
  } catch (problem) {
    resources().log.accident('still', problem);
    return [];
  } finally {
    await rm(path, { force: true });
  }
}
