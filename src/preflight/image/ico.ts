/** Owns the directory of an icon file: every picture it lists must lie within it. */
import { u16le, u32le } from '../bytes.ts';
import { broken, type Seen } from './seen.ts';

/** The greatest width and height in its directory, in pixels. */
export function seenIco(bytes: Uint8Array): Seen {
  const count = bytes.length < 6 ? 0 : u16le(bytes, 4);
  if (count === 0) return broken('it holds no picture');
  if (6 + 16 * count > bytes.length) return broken('its end is missing');
  const seen: Seen = { width: 0, height: 0 };
  for (let offset = 6; offset < 6 + 16 * count; offset += 16) {
    // A size of 0 says 256.
    seen.width = Math.max(seen.width, bytes[offset] || 256);
    seen.height = Math.max(seen.height, bytes[offset + 1] || 256);
    if (u32le(bytes, offset + 12) + u32le(bytes, offset + 8) > bytes.length)
      return { ...seen, fault: 'its end is missing' };
  }
  return seen;
}
