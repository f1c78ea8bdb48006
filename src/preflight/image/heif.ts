/** Owns the structure of AVIF and HEIC: boxes that fit into the file, and the sizes they state (ISO 23008-12). */
import { latin1, u32be, u64be } from '../bytes.ts';
import type { Seen } from './seen.ts';

/** The largest size that an `ispe` box states, in pixels; 0 for a sequence that states none. */
export function seenHeif(bytes: Uint8Array): Seen {
  const seen: Seen = { width: 0, height: 0 };
  const types = new Set<string>();
  let cutOff = false;
  const walk = (from: number, to: number, depth: number) => {
    for (let at = from; at + 8 <= to; ) {
      const stated = u32be(bytes, at);
      const size = stated === 0 ? to - at : stated === 1 ? u64be(bytes, at + 8) : stated;
      const type = latin1(bytes, at + 4, at + 8);
      if (size < 8) return void (cutOff ||= depth === 0);
      if (at + size > to) cutOff ||= depth === 0;
      types.add(type);
      const end = Math.min(at + size, to);
      if (type === 'ispe' && end - at >= 20) {
        const width = u32be(bytes, at + 12);
        const height = u32be(bytes, at + 16);
        if (width * height > seen.width * seen.height) Object.assign(seen, { width, height });
      }
      const inner = type === 'meta' ? 12 : type === 'iprp' || type === 'ipco' ? 8 : 0;
      if (inner > 0 && depth < 6) walk(at + inner, end, depth + 1);
      at += size;
    }
  };
  walk(0, bytes.length, 0);
  if (cutOff) return { ...seen, fault: 'its end is missing' };
  if (!types.has('meta') && !types.has('moov')) return { ...seen, fault: 'it holds no picture' };
  return seen;
}
