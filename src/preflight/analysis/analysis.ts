/** What only a decoder can tell of a film or a sound, or why it was not told. */
import type { Flashing } from './flashing.ts';
import type { Loudness } from './loudness.ts';

export type Measured<T> = { measured: T } | { notMeasured: string };

export interface Analysis {
  loudness: Measured<Loudness>;
  flashing: Measured<Flashing>;
}

export const noDecoder = 'ffmpeg is not installed on this server';

/** Nothing was tried: it is worth asking again once there is a decoder. */
export const isUntried = ({ loudness }: Analysis): boolean =>
  'notMeasured' in loudness && loudness.notMeasured === noDecoder;
