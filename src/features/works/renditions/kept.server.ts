/** A rendition of these bytes, once they are kept. */
import { Readable } from 'node:stream';
import { resources } from '#app/platform/resources.server.ts';
import type { Peaks } from './peaks.ts';
import type { MadeRendition } from './rendering.ts';

type Named = Pick<MadeRendition, 'use' | 'name' | 'mime'> & Partial<Pick<MadeRendition, 'seconds'>>;

export async function keptRendition(bytes: Uint8Array, named: Named): Promise<MadeRendition> {
  const kept = await resources().files.keep(Readable.from([bytes]));
  return { width: null, height: null, seconds: null, ...named, ...kept };
}

export const keptPeaks = (peaks: Peaks, stem: string): Promise<MadeRendition> =>
  keptRendition(Buffer.from(JSON.stringify(peaks)), {
    use: 'peaks',
    name: `${stem}-peaks.json`,
    mime: 'application/json',
    seconds: peaks.seconds,
  });
