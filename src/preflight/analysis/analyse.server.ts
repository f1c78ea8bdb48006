/**
 * Owns what only a decoder can tell of a film or a sound: loudness, flashing light, a poster. It stands beside the
 * report and never touches the verdict; where `ffmpeg` is absent, or gives up, it says that nothing was measured.
 */
import { noDecoder, type Analysis, type Measured } from './analysis.ts';
import { grid, watchFlashing, type Flashing } from './flashing.ts';
import { printedBy, runForeign, type Ended } from './foreign.server.ts';
import { loudnessIn, type Loudness } from './loudness.ts';

/** Longer than the check may take: every frame is decoded, and nobody waits for it. */
const limits = {
  cpuSeconds: 120,
  rssBytes: 512 * 1024 * 1024,
  wallSeconds: 300,
  printedBytes: 8 * 1024 * 1024,
};

/** Containers that hold their own media; a playlist or a script of ffmpeg is none. */
const containers = 'mov,mp4,m4a,matroska,webm,avi,mpegts,mp3,wav,flac,ogg,aac,aiff,gif';

/** Of a stored file; `program` is there for machines that call their decoder otherwise. */
export async function analyse(path: string, program = 'ffmpeg'): Promise<Analysis> {
  return { loudness: await loudnessOf(path, program), flashing: await flashingOf(path, program) };
}

/** One frame as PNG, at most 1,280 px wide, from `at` seconds in; null where there is none to be had. */
export async function posterOf(path: string, at: number, program = 'ffmpeg'): Promise<Uint8Array | null> {
  const scaled = ['-frames:v', '1', '-vf', "scale='min(1280,iw)':-2"];
  const printed = ['-c:v', 'png', '-f', 'image2pipe', 'pipe:1'];
  return printedBy(program, [...readingMedia(path, at), '-map', '0:v:0', ...scaled, ...printed], limits);
}

async function loudnessOf(path: string, program: string): Promise<Measured<Loudness>> {
  const measure = ['-map', '0:a:0', '-af', 'ebur128=peak=true:framelog=verbose', '-f', 'null', '-'];
  const ended = await runForeign(program, [...readingMedia(path), ...measure], limits, () => {});
  const why = unmeasured(ended);
  if (why) return why;
  // A filter that could not begin prints a summary as well, all zeros.
  const found = ended.problem === null ? loudnessIn(ended.said) : null;
  return found ? { measured: found } : { notMeasured: 'it has no sound that could be decoded' };
}

async function flashingOf(path: string, program: string): Promise<Measured<Flashing>> {
  const watch = watchFlashing();
  const frame = new Uint8Array(grid.width * grid.height * 3);
  let filled = 0;
  let frames = 0;
  const scale = `fps=${grid.perSecond},scale=${grid.width}:${grid.height}:flags=area`;
  const coarse = ['-map', '0:v:0', '-vf', scale, '-pix_fmt', 'rgb24', '-f', 'rawvideo', 'pipe:1'];
  const ended = await runForeign(program, [...readingMedia(path), ...coarse], limits, (piece) => {
    for (let at = 0; at < piece.length; ) {
      const part = piece.subarray(at, at + frame.length - filled);
      frame.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < frame.length) continue;
      watch.frame(frame);
      frames += 1;
      filled = 0;
    }
  });
  const why = unmeasured(ended);
  if (why) return why;
  return frames > 1
    ? { measured: watch.result() }
    : { notMeasured: 'it has no moving picture that could be decoded' };
}

/** The arguments by which ffmpeg opens a stranger's file: this file alone, and only as a container of media. */
export function readingMedia(path: string, from = 0): string[] {
  const seek = from > 0 ? ['-ss', String(from)] : [];
  const fences = ['-protocol_whitelist', 'file', '-format_whitelist', containers];
  return ['-nostdin', '-hide_banner', '-threads', '1', ...fences, ...seek, '-i', `file:${path}`];
}

/** Where it says nothing of the file that it failed. */
function unmeasured({ problem }: Ended): { notMeasured: string } | null {
  if (problem === 'absent') return { notMeasured: noDecoder };
  return problem === 'too much' ? { notMeasured: 'measuring it took too long' } : null;
}
