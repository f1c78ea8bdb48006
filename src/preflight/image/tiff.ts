/** Owns the structure of TIFF: its directories, sizes, and whether the strips lie inside the file (TIFF 6.0). */
import { at, u16be, u16le, u32be, u32le } from '../bytes.ts';
import { broken, type Seen } from './seen.ts';

export function seenTiff(bytes: Uint8Array): Seen {
  const little = at(bytes, 0, 'II');
  const u16 = (offset: number) => (little ? u16le(bytes, offset) : u16be(bytes, offset));
  const u32 = (offset: number) => (little ? u32le(bytes, offset) : u32be(bytes, offset));
  // BigTIFF is read by few; its presence is known, its pages are not walked.
  if (u16(2) === 43) return { width: 0, height: 0 };
  const seen: Seen = { width: 0, height: 0, frames: 0 };
  const visited = new Set<number>();
  for (let ifd = u32(4); ifd !== 0; ) {
    if (ifd + 2 > bytes.length) return { ...seen, fault: 'its directory is missing' };
    if (visited.has(ifd)) return { ...seen, bomb: 'its pages run in a circle' };
    visited.add(ifd);
    const count = u16(ifd);
    const end = ifd + 2 + count * 12;
    if (end + 4 > bytes.length) return { ...seen, fault: 'its directory is cut off' };
    const tags = new Map<number, { type: number; count: number; at: number }>();
    for (let i = 0; i < count; i++) {
      const entry = ifd + 2 + i * 12;
      tags.set(u16(entry), { type: u16(entry + 2), count: u32(entry + 4), at: entry + 8 });
    }
    const values = (tag: number): number[] => {
      const found = tags.get(tag);
      if (!found) return [];
      const width = found.type === 3 ? 2 : 4;
      const start = found.count * width <= 4 ? found.at : u32(found.at);
      if (start + found.count * width > bytes.length) return [Infinity];
      const all = Math.min(found.count, 100_000);
      return Array.from({ length: all }, (_, k) => (width === 2 ? u16(start + 2 * k) : u32(start + 4 * k)));
    };
    seen.frames! += 1;
    if (seen.frames === 1) Object.assign(seen, { width: values(256)[0] ?? 0, height: values(257)[0] ?? 0 });
    const starts = [...values(273), ...values(324)];
    const lengths = [...values(279), ...values(325)];
    if (starts.some((start, i) => start + (lengths[i] ?? 0) > bytes.length))
      return { ...seen, fault: 'its end is missing' };
    ifd = u32(end);
  }
  return seen.width === 0 || seen.height === 0 ? broken('it has no size') : seen;
}
