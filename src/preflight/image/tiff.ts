/** Owns the structure of TIFF: its directories, sizes, and whether the strips lie inside the file (TIFF 6.0, BigTIFF). */
import { at, u16be, u16le, u32be, u32le } from '../bytes.ts';
import { broken, type Seen } from './seen.ts';

/** Pixels of the first page; `frames` counts the pages, and the strips and tiles of each must lie in the file. */
export function seenTiff(bytes: Uint8Array): Seen {
  const little = at(bytes, 0, 'II');
  const u16 = (offset: number) => (little ? u16le(bytes, offset) : u16be(bytes, offset));
  const u32 = (offset: number) => (little ? u32le(bytes, offset) : u32be(bytes, offset));
  // BigTIFF is the same with places of eight bytes; beyond 2^53 nothing can lie in a file of ours.
  const big = u16(2) === 43;
  if (big && u16(4) !== 8) return broken('its directory is missing');
  const u64 = (offset: number) =>
    little ? u32(offset) + u32(offset + 4) * 2 ** 32 : u32(offset) * 2 ** 32 + u32(offset + 4);
  const place = (offset: number) => (big ? u64(offset) : u32(offset));
  const [entrySize, countSize, placeSize] = big ? [20, 8, 8] : [12, 2, 4];
  const seen: Seen = { width: 0, height: 0, frames: 0 };
  const visited = new Set<number>();
  for (let ifd = place(big ? 8 : 4); ifd !== 0; ) {
    if (ifd + countSize > bytes.length) return { ...seen, fault: 'its directory is missing' };
    if (visited.has(ifd)) return { ...seen, bomb: 'its pages run in a circle' };
    visited.add(ifd);
    const count = big ? u64(ifd) : u16(ifd);
    const end = ifd + countSize + count * entrySize;
    if (end + placeSize > bytes.length) return { ...seen, fault: 'its directory is cut off' };
    const tags = new Map<number, { type: number; count: number; at: number }>();
    for (let i = 0; i < count; i++) {
      const entry = ifd + countSize + i * entrySize;
      tags.set(u16(entry), { type: u16(entry + 2), count: place(entry + 4), at: entry + 4 + placeSize });
    }
    const number = (width: number, at: number) => (width === 2 ? u16(at) : width === 8 ? u64(at) : u32(at));
    const values = (tag: number): number[] => {
      const found = tags.get(tag);
      if (!found) return [];
      const width = found.type === 3 ? 2 : found.type === 16 ? 8 : 4;
      const start = found.count * width <= placeSize ? found.at : place(found.at);
      if (start + found.count * width > bytes.length) return [Infinity];
      const all = Math.min(found.count, 100_000);
      return Array.from({ length: all }, (_, k) => number(width, start + width * k));
    };
    seen.frames! += 1;
    if (seen.frames === 1) Object.assign(seen, { width: values(256)[0] ?? 0, height: values(257)[0] ?? 0 });
    const starts = [...values(273), ...values(324)];
    const lengths = [...values(279), ...values(325)];
    if (starts.some((start, i) => start + (lengths[i] ?? 0) > bytes.length))
      return { ...seen, fault: 'its end is missing' };
    ifd = place(end);
  }
  return seen.width === 0 || seen.height === 0 ? broken('it has no size') : seen;
}
