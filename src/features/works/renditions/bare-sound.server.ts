/** A sound where there is no decoder: its samples as they came, in a file of ours, if we can take its kind apart. */
import { readFile } from 'node:fs/promises';
import { defaultMaxBytes } from '#app/features/submissions/files/file.ts';
import { keptPeaks, keptRendition } from './kept.server.ts';
import type { Made, Source } from './making.server.ts';
import { bareSoundOf } from './sound-tags.ts';
import { wavePeaks } from './wave-peaks.ts';

export async function bareSound({ facts, file, path, stem, xmp }: Source): Promise<Made> {
  const words =
    'This server has no ffmpeg, and without it only a whole MP3, FLAC or WAV can be freed of what is embedded, so the sound is not shown.';
  if (file.bytes > defaultMaxBytes) return { made: [], words };
  const bytes = new Uint8Array(await readFile(path));
  const { title, creators, credit } = facts;
  const bare = bareSoundOf(bytes, { title, artist: creators.join(', '), copyright: credit, xmp });
  if (!bare) return { made: [], words };
  const { ending, mime } = bare;
  const peaks = ending === 'wav' ? wavePeaks(bytes) : null;
  const sound = await keptRendition(bare.bytes, {
    use: 'sound',
    name: `${stem}.${ending}`,
    mime,
    seconds: peaks?.seconds ?? file.seconds,
  });
  return { made: [sound, ...(peaks ? [await keptPeaks(peaks, stem)] : [])], words: '' };
}
