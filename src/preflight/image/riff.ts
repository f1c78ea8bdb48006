/** Owns the structure of WebP and BMP, which state their length in their header. */
import { at, u16le, u32le } from '../bytes.ts';
import { broken, type Seen } from './seen.ts';

/** Pixels of the canvas, else of the first picture (RFC 9649). `frames` is 0 where nothing moves. */
export function seenWebp(bytes: Uint8Array): Seen {
  const end = 8 + u32le(bytes, 4);
  const seen: Seen = { width: 0, height: 0, frames: 0 };
  let pictures = 0;
  for (let offset = 12; offset + 8 <= Math.min(end, bytes.length); ) {
    const length = u32le(bytes, offset + 4);
    const data = offset + 8;
    const u24 = (from: number) => (u32le(bytes, from) & 0xffffff) + 1;
    if (at(bytes, offset, 'VP8X')) Object.assign(seen, { width: u24(data + 4), height: u24(data + 7) });
    if (at(bytes, offset, 'ANMF')) seen.frames! += 1;
    if (at(bytes, offset, 'ANMF') || at(bytes, offset, 'VP8 ') || at(bytes, offset, 'VP8L')) pictures += 1;
    if (seen.width === 0 && at(bytes, offset, 'VP8 ')) {
      Object.assign(seen, {
        width: u16le(bytes, data + 6) & 0x3fff,
        height: u16le(bytes, data + 8) & 0x3fff,
      });
    }
    if (seen.width === 0 && at(bytes, offset, 'VP8L')) {
      const bits = u32le(bytes, data + 1);
      Object.assign(seen, { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 });
    }
    offset = data + length + (length & 1);
  }
  if (end > bytes.length) return { ...seen, fault: 'its end is missing' };
  if (pictures === 0 || seen.width === 0 || seen.height === 0)
    return { ...seen, fault: 'it holds no picture' };
  return bytes.length > end + 1 ? { ...seen, trailing: bytes.length - end } : seen;
}

/** Rows are padded to four bytes, so the least length is known unless they are packed. A negative height: top down. */
export function seenBmp(bytes: Uint8Array): Seen {
  const old = u32le(bytes, 14) === 12;
  const width = old ? u16le(bytes, 18) : u32le(bytes, 18) | 0;
  const height = Math.abs(old ? u16le(bytes, 20) : u32le(bytes, 22) | 0);
  if (width <= 0 || height === 0) return broken('it has no size');
  const bits = u16le(bytes, old ? 24 : 28);
  const packed = !old && [1, 2].includes(u32le(bytes, 30));
  const row = Math.floor((bits * width + 31) / 32) * 4;
  const needed = u32le(bytes, 10) + row * height;
  const seen: Seen = { width, height };
  return !packed && width * height <= 100_000_000 && needed > bytes.length
    ? { ...seen, fault: 'its end is missing' }
    : seen;
}
