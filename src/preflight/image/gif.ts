/** Owns the structure of GIF: its blocks and frames up to the trailer (GIF89a). */
import { u16le } from '../bytes.ts';
import { imageLimits } from '../limits.ts';
import { broken, type Seen } from './seen.ts';

/** Pixels of the screen, or of a frame that reaches far beyond it. No frame is unpacked. */
export function seenGif(bytes: Uint8Array): Seen {
  if (bytes.length < 13) return broken('its header is cut off');
  const seen: Seen = { width: u16le(bytes, 6), height: u16le(bytes, 8), frames: 0 };
  let offset = 13 + tableBytes(bytes[10]!);
  while (offset < bytes.length) {
    const mark = bytes[offset]!;
    if (mark === 0x3b) {
      if (seen.frames === 0) return { ...seen, fault: 'it holds no picture' };
      return bytes.length > offset + 1 ? { ...seen, trailing: bytes.length - offset - 1 } : seen;
    }
    if (mark === 0x2c) {
      seen.frames! += 1;
      // A frame may reach beyond the picture, and readers make room for it.
      const right = u16le(bytes, offset + 1) + u16le(bytes, offset + 5);
      const bottom = u16le(bytes, offset + 3) + u16le(bytes, offset + 7);
      if (right * bottom > imageLimits.pixels) Object.assign(seen, { width: right, height: bottom });
      const blocks = offset + 10 + tableBytes(bytes[offset + 9] ?? 0) + 1;
      offset = afterBlocks(bytes, blocks);
    } else if (mark === 0x21) offset = afterBlocks(bytes, offset + 2);
    else
      return {
        ...seen,
        ...(seen.frames! > 0 ? { flaw: 'a part is damaged' } : { fault: 'a part is damaged' }),
      };
    if (offset < 0) return { ...seen, fault: 'its end is missing' };
  }
  // Every frame is complete; only the mark at the very end is gone.
  return seen.frames! > 0
    ? { ...seen, flaw: 'its end mark is missing' }
    : { ...seen, fault: 'its end is missing' };
}

function tableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function afterBlocks(bytes: Uint8Array, from: number): number {
  let offset = from;
  while (offset < bytes.length) {
    const length = bytes[offset]!;
    if (length === 0) return offset + 1;
    offset += 1 + length;
  }
  return -1;
}
