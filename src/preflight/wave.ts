/** Owns the head of a WAV or RF64 recording: what its samples are, and whether a recorder ever wrote their length. */
import { at, u16le, u32le } from './bytes.ts';
import type { ByteSource } from './sources.ts';

export type Wave = {
  channels: number;
  sampleRate: number;
  /** Plain samples, which every reader knows; else the number of another way to store them. */
  plain: boolean;
  /** The length that is written is 0, and sound follows. */
  unended: boolean;
  seconds: number | null;
};

const plainFormats = [1, 3, 6, 7, 0xfffe];

/** Null where there is no description of samples at all. */
export async function waveOf(source: ByteSource): Promise<Wave | null> {
  const head = await source.read(0, Math.min(65_536, source.size));
  let format = -1;
  for (let offset = 12; offset + 8 <= head.length; ) {
    const size = u32le(head, offset + 4);
    if (at(head, offset, 'fmt ')) format = offset + 8;
    if (at(head, offset, 'data') && format > 0) {
      const left = source.size - offset - 8;
      const perSecond = u32le(head, format + 8);
      return {
        channels: u16le(head, format + 2),
        sampleRate: u32le(head, format + 4),
        plain: plainFormats.includes(u16le(head, format)),
        unended: size === 0 && left > 0,
        seconds: perSecond > 0 ? Math.round((left / perSecond) * 1000) / 1000 : null,
      };
    }
    offset += 8 + size + (size & 1);
  }
  return null;
}
